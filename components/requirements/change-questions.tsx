import { getTranslations } from 'next-intl/server'
import { dayWords } from '#components/compliance/day-words'
import { TermList } from '#components/compliance/term-list'
import type { Returned } from '#components/form/form-parts'
import { RadioGroup } from '#components/form/radio-group'
import type { LocalDate } from '#lib/domain/calendar'
import type { PolicyTerm } from '#lib/domain/compliance/policy-terms'

type LatestVersionProps = {
  readonly latest: {
    readonly version: number
    readonly effectiveOn: LocalDate
    readonly recordedOn: LocalDate
    readonly by: string | null
    readonly reason: string | null
  }
  readonly terms: readonly PolicyTerm[]
  /** Somebody wrote this version while the answers below were being given. */
  readonly isNews: boolean
}

/** What was written last, which the answers below start from, or differ from. */
export async function LatestVersion({ latest, terms, isNews }: LatestVersionProps) {
  const t = await getTranslations('requirements')
  const day = await dayWords()
  const { version, effectiveOn, recordedOn, by, reason } = latest
  return (
    <section className={isNews ? 'border-notice-line bg-notice mb-8 rounded-xl border-2 p-4' : 'card mb-8'}>
      <h2>{t('versionTitle', { version, on: day(effectiveOn) })}</h2>
      <p className="text-muted mb-2 text-sm">
        {t('writtenBy', { by: by ?? t('somebody'), on: day(recordedOn) })}
      </p>
      {reason && <p className="mb-2">{t('because', { reason })}</p>}
      <TermList terms={terms} />
    </section>
  )
}

type ChangeQuestionsProps = { readonly after: number; readonly returned: Returned }

/** What only another version of a requirement asks. */
export async function ChangeQuestions({ after, returned }: ChangeQuestionsProps) {
  const t = await getTranslations('requirements')
  return (
    <section className="space-y-5">
      <h2>{t('part.appliesTo')}</h2>
      <RadioGroup
        choices={[
          { value: 'later-completions', label: t('appliesTo.later-completions') },
          { value: 'all', label: t('appliesTo.all') },
        ]}
        defaultValue="later-completions"
        label={t('appliesToLabel')}
        name="appliesTo"
        returned={returned}
      />
      <input name="after" type="hidden" value={after} />
    </section>
  )
}
