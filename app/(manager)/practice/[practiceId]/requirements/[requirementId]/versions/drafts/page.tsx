import { getTranslations } from 'next-intl/server'
import { PracticeFrame } from '#components/compliance/practice-frame'
import { ErrorSummary } from '#components/form/form-parts'
import { ChangeForm } from '#components/requirements/change-form'
import { ChangePreview } from '#components/requirements/change-preview'
import { problemOfDraft } from '#lib/domain/compliance/requirement-draft'
import { ok } from '#lib/domain/result'
import { previewChange } from '#lib/use-cases/practice/preview-change'
import { changeSchema, typedChange } from '#lib/web/change-fields'
import { type FormReturn, mendable, problemsOf } from '#lib/web/forms'
import { pageContext, type Search } from '#lib/web/page'
import { paramsOr404 } from '#lib/web/params'
import { practiceId, requirementId } from '#lib/web/practice-fields'
import { practiceLinks } from '#lib/web/practice-links'
import { problemOf } from '#lib/web/refusals'
import { choicesShown } from '#lib/web/requirement-choices'
import { answersInAddress, draftFrom, pageIn } from '#lib/web/requirement-fields'
import { routes } from '#lib/web/routes'

/** Whom another version would change, before anything is saved. Answers that do not fit, or come too late, are asked again. */
export default async function RequirementVersionDraftPage({
  params,
  searchParams,
}: PageProps<'/practice/[practiceId]/requirements/[requirementId]/versions/drafts'>) {
  const input = await paramsOr404({ practiceId, requirementId }, params)
  const path = routes.requirementVersionDrafts(input.practiceId, input.requirementId)
  const search = await searchParams
  const kept = await keptForm(path, searchParams)
  // The trainings are the requirement's own, whatever an address says of them.
  const values = { trackId: 'kept', ...typedChange(search), ...typedChange(kept.values) }
  const parsed = changeSchema.safeParse(values)
  const draft = parsed.success ? draftFrom(parsed.data) : null
  const appliesTo = parsed.success ? parsed.data.appliesTo : 'later-completions'
  const { view, actor } = await pageContext((context) =>
    previewChange(context, { ...input, draft, appliesTo, page: pageIn(search) }),
  )
  const t = await getTranslations('requirements')
  const frame = {
    actor,
    current: 'requirements',
    links: practiceLinks(view.practiceId, view),
    practiceName: view.practiceName,
    title: t('changeTitle', { name: view.requirement.name }),
  } as const
  const isNews = parsed.success && parsed.data.after !== view.latest.version
  const problems = parsed.success
    ? lateProblems(draft, view.today, isNews)
    : mendable(problemsOf(parsed.error))
  if (draft && problems.length === 0) {
    const back = routes.newRequirementVersion(view.practiceId, view.requirement.id)
    const other = appliesTo === 'all' ? 'later-completions' : 'all'
    return (
      <PracticeFrame {...frame}>
        <ErrorSummary returned={kept} />
        <ChangePreview
          action={routes.requirementVersions(view.practiceId, view.requirement.id)}
          answers={values}
          appliesTo={appliesTo}
          effectiveOn={draft.effectiveOn ?? view.today}
          hrefs={{
            back: answersInAddress(back, values),
            otherWay: answersInAddress(path, { ...values, appliesTo: other }),
            page: (page) => answersInAddress(path, { ...values, page: String(page) }),
          }}
          preview={view}
          returned={kept}
        />
      </PracticeFrame>
    )
  }
  return (
    <PracticeFrame {...frame} width="reading">
      <ChangeForm
        action={path}
        choices={await choicesShown(view.choices)}
        isNews={isNews}
        latest={view.latest}
        latestTerms={view.latestTerms}
        returned={{ problems, values }}
        tracks={view.requirement}
      />
    </PracticeFrame>
  )
}

/** A confirmation that was refused: what it carried is shown again, and what to mend in it. */
async function keptForm(path: string, search: Search): Promise<FormReturn> {
  return (await pageContext(async () => ok(null), { path, search })).returned
}

function lateProblems(
  draft: ReturnType<typeof draftFrom> | null,
  today: Parameters<typeof problemOfDraft>[1],
  isNews: boolean,
) {
  if (isNews) return [problemOf('requirement-changed-meanwhile')]
  const problem = draft && problemOfDraft(draft, today, true)
  return problem ? [problemOf(problem)] : []
}
