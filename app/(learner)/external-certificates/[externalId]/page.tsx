import { getTranslations } from 'next-intl/server'
import { ExternalFacts } from '#components/external/external-facts'
import { ExternalState } from '#components/external/external-state'
import { ErrorSummary, Notice } from '#components/form/form-parts'
import { Shell } from '#components/layout/shell'
import { viewOwnExternal } from '#lib/use-cases/external/view-own-external'
import { externalId } from '#lib/web/external-fields'
import { pageContext } from '#lib/web/page'
import { paramsOr404 } from '#lib/web/params'
import { routes } from '#lib/web/routes'

/** What a staff member brought along, and what the practice said to it. */
export default async function OwnExternalPage({
  params,
  searchParams,
}: PageProps<'/external-certificates/[externalId]'>) {
  const input = await paramsOr404({ externalId }, params)
  const { view, actor, returned } = await pageContext((context) => viewOwnExternal(context, input), {
    path: routes.external(input.externalId),
    search: searchParams,
  })
  const { entry } = view
  const t = await getTranslations('external')
  return (
    <Shell actor={actor}>
      <h1 className="mb-2 wrap-anywhere">{entry.title}</h1>
      <p className="text-muted mb-6">{t('own.at', { practice: view.practiceName })}</p>
      <ErrorSummary returned={returned} />
      <Notice returned={returned} />
      <div className="space-y-6">
        <ExternalState decision={entry.decision} />
        <ExternalFacts
          entry={entry}
          fileHref={routes.externalFile(entry.id)}
          personHref={null}
          requirements={view.requirements}
        />
        {entry.decision === null && (
          <form action={routes.externalWithdrawal(entry.id)} method="post">
            <button className="button-quiet" type="submit">
              {t('withdraw')}
            </button>
            <p className="text-muted mt-1 text-sm">{t('withdrawHint')}</p>
          </form>
        )}
        <p>
          <a className="inline-flex min-h-11 items-center" href={routes.certificates}>
            {t('own.all')}
          </a>
        </p>
      </div>
    </Shell>
  )
}
