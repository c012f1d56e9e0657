import { getTranslations } from 'next-intl/server'
import { ErrorSummary } from '#components/form/form-parts'
import { AskedSentence } from '#components/items/asked-sentence'
import { QuizFrame } from '#components/items/quiz-frame'
import { SettingsForm } from '#components/items/settings-form'
import { viewQuizDraft } from '#lib/use-cases/authoring/view-quiz-draft'
import { draftId } from '#lib/web/authoring-fields'
import { authoringLinks } from '#lib/web/authoring-links'
import { readMark } from '#lib/web/item-fields'
import { pageContext } from '#lib/web/page'
import { paramsOr404 } from '#lib/web/params'
import { practiceId } from '#lib/web/practice-fields'
import { routes } from '#lib/web/routes'

/** What an attempt asks and what passes: in words, and as a form for whoever may change it. */
export default async function QuizSettingsPage({
  params,
  searchParams,
}: PageProps<'/authoring/[practiceId]/drafts/[draftId]/quiz/settings'>) {
  const input = await paramsOr404({ practiceId, draftId }, params)
  const { practiceId: id, draftId: draft } = input
  const { view, actor, returned } = await pageContext((context) => viewQuizDraft(context, input), {
    path: routes.quizSettings(id, draft),
    search: searchParams,
  })
  const t = await getTranslations('items')
  const { facts, objectives, groups } = view
  const readyOf = (objective: string) => groups.find((group) => group.objective?.id === objective)?.ready ?? 0
  const isStale = returned.problems.some(({ words }) => words === 'changed-meanwhile')
  return (
    <QuizFrame
      actor={actor}
      back={{ href: routes.quizDraft(id, draft), words: t('backToList') }}
      links={authoringLinks(id, view.capabilities)}
      practiceName={view.practiceName}
      title={t('settings.title')}
    >
      <ErrorSummary returned={returned} />
      <section className="card mb-6">
        <h2>{t('settings.now')}</h2>
        <AskedSentence asked={view.asked} objectives={objectives} percent={facts.passMarkPercent} />
      </section>
      {view.isEditable && (
        <SettingsForm
          action={routes.quizSettingsChanges(id, draft)}
          language={facts.language}
          mark={readMark(returned, view.settingsMark, isStale)}
          objectives={objectives.map((each) => ({ ...each, ready: readyOf(each.id) }))}
          returned={returned}
          settings={facts}
        />
      )}
    </QuizFrame>
  )
}
