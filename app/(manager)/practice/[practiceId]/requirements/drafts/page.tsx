import { getTranslations } from 'next-intl/server'
import { PracticeFrame } from '#components/compliance/practice-frame'
import { RequirementForm } from '#components/compliance/requirement-form'
import { RequirementPreview } from '#components/compliance/requirement-preview'
import { ErrorSummary } from '#components/form/form-parts'
import { previewRequirement } from '#lib/use-cases/practice/preview-requirement'
import { problemsOf } from '#lib/web/forms'
import { pageContext } from '#lib/web/page'
import { paramsOr404 } from '#lib/web/params'
import { practiceId } from '#lib/web/practice-fields'
import { practiceLinks } from '#lib/web/practice-links'
import {
  answersInAddress,
  draftFrom,
  requirementDefaults,
  requirementSchema,
  typedAnswers,
} from '#lib/web/requirement-fields'
import { routes } from '#lib/web/routes'

const answersSchema = requirementSchema({})

/** Everybody's first dates before anything is saved; answers that do not fit are asked again. */
export default async function RequirementDraftPage({
  params,
  searchParams,
}: PageProps<'/practice/[practiceId]/requirements/drafts'>) {
  const input = await paramsOr404({ practiceId }, params)
  const values = typedAnswers(await searchParams)
  const parsed = answersSchema.safeParse(values)
  const draft = parsed.success ? draftFrom(parsed.data) : null
  const { view, actor } = await pageContext((context) => previewRequirement(context, { ...input, draft }))
  const t = await getTranslations('practice')
  const returned = parsed.success ? { problems: [], values } : { problems: problemsOf(parsed.error), values }
  const frame = {
    actor,
    current: 'requirements',
    links: practiceLinks(view.practiceId, view),
    practiceName: view.practiceName,
  } as const
  if (draft && view.track) {
    return (
      <PracticeFrame {...frame} title={t('requirement.previewTitle')}>
        <RequirementPreview
          action={routes.requirements(view.practiceId)}
          answers={{ ...values, requirementId: view.requirementId }}
          backHref={answersInAddress(routes.newRequirement(view.practiceId), values)}
          draft={draft}
          preview={view}
          trackTitle={view.track.title}
        />
      </PracticeFrame>
    )
  }
  return (
    <PracticeFrame {...frame} title={t('requirement.newTitle')} width="reading">
      <ErrorSummary returned={returned} />
      <RequirementForm
        action={routes.requirementDrafts(view.practiceId)}
        defaults={requirementDefaults}
        returned={returned}
        tracks={view.tracks}
      />
    </PracticeFrame>
  )
}
