import { getLocale, getTranslations } from 'next-intl/server'
import { CaseOpeningFacts } from '#components/case/case-opening'
import { DebriefReferences } from '#components/case/debrief-references'
import { HappenedNote } from '#components/case/happened-note'
import { nodeNamer } from '#components/case-draft/node-namer'
import { TrialElsewhere } from '#components/case-draft/trial-elsewhere'
import { TrialMarks } from '#components/case-draft/trial-marks'
import { TrialPlace } from '#components/case-draft/trial-place'
import { ErrorSummary } from '#components/form/form-parts'
import { QuizFrame } from '#components/items/quiz-frame'
import { lastHappened } from '#lib/domain/curriculum/debriefed-steps'
import { type CaseTrialView, viewCaseTrial } from '#lib/use-cases/authoring/view-case-trial'
import { draftId } from '#lib/web/authoring-fields'
import { authoringLinks } from '#lib/web/authoring-links'
import { trialFrom, withTrial } from '#lib/web/case-trial-query'
import { dayFormatter } from '#lib/web/format-day'
import { pageContext } from '#lib/web/page'
import { paramsOr404 } from '#lib/web/params'
import { practiceId } from '#lib/web/practice-fields'
import { routes } from '#lib/web/routes'

/** The draft of a case as learners will play it, from any scene. The address alone says where it stands. */
export default async function CaseTrialPage({
  params,
  searchParams,
}: PageProps<'/authoring/[practiceId]/drafts/[draftId]/case/play'>) {
  const input = await paramsOr404({ practiceId, draftId }, params)
  const { isForgotten, ...asked } = trialFrom(await searchParams)
  const { view, actor } = await pageContext((context) => viewCaseTrial(context, { ...input, ...asked }))
  const t = await getTranslations('caseDrafts')
  const { practiceId: id, draftId: draft, trial, layout, names } = view
  const path = routes.caseTrial(id, draft)
  const isOpen = isForgotten && trial?.place.kind === 'scene'
  const problems = isOpen ? [{ field: 'optionId', words: 'choice-missing' }] : []
  const returned = { problems, values: {} }
  return (
    <QuizFrame
      actor={actor}
      back={{ href: routes.caseDraft(id, draft), words: t('backToCase') }}
      links={authoringLinks(id, view.capabilities)}
      practiceName={view.practiceName}
      title={t('trial.title', { title: view.title })}
    >
      <ErrorSummary returned={returned} />
      <p className="mb-6 max-w-prose">{t('trial.hint')}</p>
      {trial ? (
        <>
          <Before view={view} />
          <TrialPlace action={path} language={view.language} returned={returned} trial={trial} />
          {view.references && (
            <DebriefReferences {...view.references} formatDate={dayFormatter(await getLocale())} />
          )}
          <TrialElsewhere
            action={path}
            editHref={view.isEditable ? routes.caseNode(id, draft, trial.nodeId) : null}
            hrefFor={(from, way) => withTrial(path, from, way)}
            layout={layout}
            names={names}
            trial={trial}
          />
        </>
      ) : (
        <p className="card">{t('trial.nothing')}</p>
      )}
    </QuizFrame>
  )
}

/** What is known at the start, and what followed from the last choice. */
async function Before({ view: { trial, opening, names, language } }: { readonly view: CaseTrialView }) {
  const t = await getTranslations('caseDrafts')
  const cases = await getTranslations('cases')
  const namer = await nodeNamer(names)
  if (!trial) return null
  const happened = lastHappened(trial.steps)
  return (
    <>
      <p className="text-muted mb-4">
        {t('trial.began', { name: namer.full(trial.from) })}
        {trial.steps.length > 0 && (
          <span className="block">{t('trial.chosen', { count: trial.steps.length })}</span>
        )}
      </p>
      {opening && (
        <details className="border-line mb-6 rounded-lg border px-4" open={happened === null}>
          <summary className="cursor-pointer py-3 font-medium">{cases('recall')}</summary>
          <div className="pb-4">
            <CaseOpeningFacts language={language} opening={opening} />
          </div>
        </details>
      )}
      {happened && (
        <>
          <HappenedNote happened={happened} language={language} />
          <TrialMarks points={trial.points} step={trial.steps.at(-1)} />
        </>
      )}
    </>
  )
}
