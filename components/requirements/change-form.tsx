import { getTranslations } from 'next-intl/server'
import { ErrorSummary, type Returned } from '#components/form/form-parts'
import { ChangeQuestions, LatestVersion } from '#components/requirements/change-questions'
import { HiddenAnswers } from '#components/requirements/hidden-answers'
import type { RequirementChoicesShown } from '#components/requirements/question-props'
import { RequirementForm } from '#components/requirements/requirement-form'
import type { LocalDate } from '#lib/domain/calendar'
import type { PolicyTerm } from '#lib/domain/compliance/policy-terms'

type ChangeFormProps = {
  readonly action: string
  readonly tracks: { readonly trackId: string; readonly renewalTrackId: string | null }
  readonly choices: RequirementChoicesShown
  readonly latest: {
    readonly version: number
    readonly effectiveOn: LocalDate
    readonly recordedOn: LocalDate
    readonly by: string | null
    readonly reason: string | null
  }
  readonly latestTerms: readonly PolicyTerm[]
  readonly returned: Returned
  /** Somebody wrote the latest version while these answers were being given. */
  readonly isNews: boolean
}

/** The questions of another version, from what holds now, or from what was typed before. */
export async function ChangeForm(props: ChangeFormProps) {
  const { action, tracks, choices, latest, latestTerms, returned, isNews } = props
  const t = await getTranslations('requirements')
  return (
    <>
      <ErrorSummary returned={returned} />
      <LatestVersion isNews={isNews} latest={latest} terms={latestTerms} />
      <p className="mb-6">{t('tracksStay')}</p>
      <RequirementForm
        action={action}
        buttonLabel={t('previewChange')}
        choices={choices}
        defaults={{}}
        keepsTracks
        returned={returned}
      >
        <HiddenAnswers answers={{ trackId: tracks.trackId, renewalTrackId: tracks.renewalTrackId ?? '' }} />
        <ChangeQuestions after={latest.version} returned={returned} />
      </RequirementForm>
    </>
  )
}
