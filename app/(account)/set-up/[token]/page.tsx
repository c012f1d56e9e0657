import { getTranslations } from 'next-intl/server'
import { SetUpForm } from '#components/account/set-up-form'
import { ErrorSummary } from '#components/form/form-parts'
import { Shell } from '#components/layout/shell'
import { viewLink } from '#lib/use-cases/account/view-link'
import { visitorPageContext } from '#lib/web/page'
import { routes } from '#lib/web/routes'

/** The first practice and its first administrator, by the link that the first start printed. */
export default async function SetUpPage({ params, searchParams }: PageProps<'/set-up/[token]'>) {
  const { token } = await params
  const { returned } = await visitorPageContext((context) => viewLink(context, { kind: 'set-up', token }), {
    path: routes.setUp(token),
    search: searchParams,
  })
  const t = await getTranslations('account.setUp')
  return (
    <Shell actor={null}>
      <h1 className="mb-4">{t('title')}</h1>
      <ErrorSummary returned={returned} />
      <p className="mb-6">{t('intro')}</p>
      <SetUpForm action={routes.setUpPractice(token)} returned={returned} />
    </Shell>
  )
}
