import { getTranslations } from 'next-intl/server'
import { ChoosePasswordForm } from '#components/account/choose-password-form'
import { ErrorSummary } from '#components/form/form-parts'
import { Shell } from '#components/layout/shell'
import { viewLink } from '#lib/use-cases/account/view-link'
import { visitorPageContext } from '#lib/web/page'
import { routes } from '#lib/web/routes'

export default async function ResetLinkPage({ params, searchParams }: PageProps<'/reset/[token]'>) {
  const { token } = await params
  const { view, returned } = await visitorPageContext(
    (context) => viewLink(context, { kind: 'reset', token }),
    { path: routes.resetLink(token), search: searchParams },
  )
  const t = await getTranslations('account.reset')
  return (
    <Shell actor={null}>
      <h1 className="mb-4">{t('chooseTitle')}</h1>
      <ErrorSummary returned={returned} />
      <ChoosePasswordForm
        action={routes.resetPassword(token)}
        emailAddress={view.emailAddress}
        returned={returned}
      />
    </Shell>
  )
}
