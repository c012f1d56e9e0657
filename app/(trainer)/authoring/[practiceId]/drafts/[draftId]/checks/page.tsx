import { getTranslations } from 'next-intl/server'
import { Findings } from '#components/authoring/findings'
import { PracticeFrame } from '#components/compliance/practice-frame'
import { ErrorSummary } from '#components/form/form-parts'
import { TextArea } from '#components/form/text-area'
import { viewDraftChecks } from '#lib/use-cases/authoring/publish-draft'
import { draftId } from '#lib/web/authoring-fields'
import { authoringLinks } from '#lib/web/authoring-links'
import { pageContext } from '#lib/web/page'
import { paramsOr404 } from '#lib/web/params'
import { practiceId } from '#lib/web/practice-fields'
import { routes } from '#lib/web/routes'

/** What publication would refuse or advise against, and publishing where nothing stands in its way. */
export default async function DraftChecksPage({
  params,
  searchParams,
}: PageProps<'/authoring/[practiceId]/drafts/[draftId]/checks'>) {
  const input = await paramsOr404({ practiceId, draftId }, params)
  const { view, actor, returned } = await pageContext((context) => viewDraftChecks(context, input), {
    path: routes.draftChecks(input.practiceId, input.draftId),
    search: searchParams,
  })
  const t = await getTranslations('authoring')
  const { practiceId: id, draftId: draft } = view
  return (
    <PracticeFrame
      actor={actor}
      current="authoring"
      links={authoringLinks(id, view.capabilities)}
      practiceName={view.practiceName}
      title={t('checks.title')}
      width="reading"
    >
      <p className="mb-4">
        <a className="inline-flex min-h-11 items-center" href={routes.draft(id, draft)}>
          {t('backToDraft')}
        </a>
      </p>
      <ErrorSummary returned={returned} />
      <Findings findings={view.findings} />
      {view.mayPublish ? (
        <form action={routes.draftPublication(id, draft)} className="mt-6 space-y-4" method="post" noValidate>
          <input name="filesHash" type="hidden" value={view.filesHash} />
          {view.findings.length > 0 && (
            <TextArea
              hint={t('checks.reasonHint')}
              label={t('checks.reason')}
              name="reason"
              returned={returned}
              rows={2}
            />
          )}
          <button className="button" type="submit">
            {t('checks.publish')}
          </button>
          <p className="text-muted text-sm">{t('checks.publishHint')}</p>
        </form>
      ) : (
        <p className="mt-6 max-w-prose">{t('checks.notYet')}</p>
      )}
    </PracticeFrame>
  )
}
