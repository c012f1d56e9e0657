import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ErrorSummary } from '#components/form/form-parts'
import { Shell } from '#components/layout/shell'
import { ok } from '#lib/domain/result'
import { viewOutsideLink } from '#lib/use-cases/outside/view-outside-link'
import { enterOutside } from '#lib/web/outside'
import { visitorPageContext } from '#lib/web/page'
import { routes } from '#lib/web/routes'

/** Says who asks and what for. Only the button uses the link up; whoever used it already in this browser reads on. */
export default async function OutsideLinkPage({
  params,
  searchParams,
}: PageProps<'/outside-review/[token]'>) {
  const { token } = await params
  const asking = await headers()
  const { view, returned } = await visitorPageContext(
    async (context) => {
      const link = await viewOutsideLink(context, { token })
      if (link.ok) return ok(link.value)
      return (await enterOutside(context, asking)) ? ok(null) : link
    },
    { path: routes.outsideLink(token), search: searchParams },
  )
  if (!view) redirect(routes.outsideReview)
  const t = await getTranslations('outside.link')
  return (
    <Shell actor={null}>
      <h1 className="mb-4">{t('title')}</h1>
      <ErrorSummary returned={returned} />
      <p className="mb-4">{t('who', { practice: view.practiceName, name: view.name })}</p>
      <p className="mb-4">{t('how')}</p>
      <p className="mb-6">{t('once')}</p>
      <form action={routes.outsideEntry(token)} method="post">
        <button className="button" type="submit">
          {t('open')}
        </button>
      </form>
    </Shell>
  )
}
