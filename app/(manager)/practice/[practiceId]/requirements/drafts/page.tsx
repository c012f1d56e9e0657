import { getTranslations } from 'next-intl/server'
import { PracticeFrame } from '#components/compliance/practice-frame'
import { ErrorSummary } from '#components/form/form-parts'
import { RequirementForm } from '#components/requirements/requirement-form'
import { RequirementPreview } from '#components/requirements/requirement-preview'
import { policyTerms } from '#lib/domain/compliance/policy-terms'
import { problemOfDraft } from '#lib/domain/compliance/requirement-draft'
import {
  type RequirementPreview as Preview,
  previewRequirement,
} from '#lib/use-cases/practice/preview-requirement'
import { problemsOf } from '#lib/web/forms'
import { pageContext } from '#lib/web/page'
import { paramsOr404 } from '#lib/web/params'
import { practiceId } from '#lib/web/practice-fields'
import { practiceLinks } from '#lib/web/practice-links'
import { problemOf } from '#lib/web/refusals'
import { choicesShown, profileShown } from '#lib/web/requirement-choices'
import {
  answersInAddress,
  draftFrom,
  pageIn,
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
  const search = await searchParams
  const values = typedAnswers(search)
  const parsed = answersSchema.safeParse(values)
  const draft = parsed.success ? draftFrom(parsed.data) : null
  const { view, actor } = await pageContext((context) =>
    previewRequirement(context, { ...input, draft, page: pageIn(search) }),
  )
  const t = await getTranslations('practice')
  const frame = {
    actor,
    current: 'requirements',
    links: practiceLinks(view.practiceId, view),
    practiceName: view.practiceName,
  } as const
  const late = draft && problemOfDraft(draft, view.today)
  if (draft && view.track && view.rules && !late) {
    return (
      <PracticeFrame {...frame} title={t('requirement.previewTitle')}>
        <RequirementPreview
          action={routes.requirements(view.practiceId)}
          answers={{ ...values, requirementId: view.requirementId }}
          backHref={answersInAddress(routes.newRequirement(view.practiceId), values)}
          effectiveOn={draft.effectiveOn ?? view.today}
          hrefFor={(page) =>
            answersInAddress(routes.requirementDrafts(view.practiceId), { ...values, page: String(page) })
          }
          preview={view}
          profile={view.profile && (await profileShown(view.profile))}
          terms={termsOf(view, draft.attemptLimit)}
          titles={{ track: view.track.title, renewal: view.renewalTrack?.title ?? null }}
        />
      </PracticeFrame>
    )
  }
  const problems = parsed.success ? [problemOf(late ?? 'track-unknown')] : problemsOf(parsed.error)
  const returned = { problems, values }
  return (
    <PracticeFrame {...frame} title={t('requirement.newTitle')} width="reading">
      <ErrorSummary returned={returned} />
      <RequirementForm
        action={routes.requirementDrafts(view.practiceId)}
        buttonLabel={t('requirement.previewButton')}
        choices={await choicesShown(view.choices)}
        defaults={{ ...requirementDefaults, effectiveOn: view.today }}
        returned={returned}
      />
    </PracticeFrame>
  )
}

function termsOf({ rules, choices }: Preview, attemptLimit: number) {
  const names = new Map<string, string>(choices.staff.map(({ staffMemberId, name }) => [staffMemberId, name]))
  return rules ? policyTerms({ rules, attemptLimit }, (id) => names.get(id)) : []
}
