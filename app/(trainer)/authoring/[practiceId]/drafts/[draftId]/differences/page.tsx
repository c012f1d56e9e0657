import { getLocale, getTranslations } from 'next-intl/server'
import { comparisonWords } from '#components/authoring/review/comparison-words'
import { DifferencesText } from '#components/authoring/review/differences-text'
import { PracticeFrame } from '#components/compliance/practice-frame'
import { viewDifferences } from '#lib/use-cases/authoring/view-differences'
import { draftId } from '#lib/web/authoring-fields'
import { authoringLinks } from '#lib/web/authoring-links'
import { dayFormatter } from '#lib/web/format-day'
import { pageContext } from '#lib/web/page'
import { paramsOr404 } from '#lib/web/params'
import { practiceId } from '#lib/web/practice-fields'
import { routes } from '#lib/web/routes'

/** What differs between an earlier text and a draft, in words. */
export default async function DifferencesPage({
  params,
  searchParams,
}: PageProps<'/authoring/[practiceId]/drafts/[draftId]/differences'>) {
  const input = await paramsOr404({ practiceId, draftId }, params)
  const { from } = await searchParams
  const asked = typeof from === 'string' ? from : null
  const { view, actor } = await pageContext((context) => viewDifferences(context, { ...input, from: asked }))
  const t = await getTranslations('differences')
  const words = await comparisonWords(dayFormatter(await getLocale()))
  const { practiceId: id, draftId: draft, choices, chosen, differences } = view
  return (
    <PracticeFrame
      actor={actor}
      current="authoring"
      links={authoringLinks(id, view.capabilities)}
      practiceName={view.practiceName}
      title={t('title')}
      width="reading"
    >
      <p className="mb-4">
        <a className="inline-flex min-h-11 items-center" href={routes.draft(id, draft)}>
          {t('back')}
        </a>
      </p>
      {chosen === null ? (
        <p>{t('none')}</p>
      ) : (
        <>
          <form action={routes.draftDifferences(id, draft)} className="mb-6 flex flex-wrap items-end gap-3">
            <div>
              <label className="mb-1 block font-medium" htmlFor="from">
                {t('compare')}
              </label>
              <select className="field max-w-md" defaultValue={chosen.value} id="from" name="from">
                {choices.map((choice) => (
                  <option key={choice.value} value={choice.value}>
                    {words.label(choice)}
                  </option>
                ))}
              </select>
            </div>
            <button className="button-quiet" type="submit">
              {t('show')}
            </button>
          </form>
          {chosen.kind === 'library' && <p className="mb-6 max-w-prose">{words.news(chosen)}</p>}
          {differences ? (
            <DifferencesText differences={differences} names={view.names} />
          ) : (
            <p>{words.notThere(chosen)}</p>
          )}
        </>
      )}
    </PracticeFrame>
  )
}
