import { getTranslations } from 'next-intl/server'
import { dayWords } from '#components/compliance/day-words'
import type { RegradeOutcome } from '#lib/domain/assessment/regrade'
import type { LocalDate } from '#lib/domain/calendar'

export type Affected = {
  readonly submissionId: string
  readonly name: string
  readonly submittedOn: LocalDate
  readonly passedBefore: boolean
  readonly passesNow: boolean
  readonly isCompleted: boolean
  readonly decision: {
    readonly outcome: RegradeOutcome
    readonly reason: string
    readonly decidedOn: LocalDate
    readonly decidedBy: string | null
  } | null
}
type AffectedListProps = {
  readonly people: readonly Affected[]
  readonly hrefFor: (submissionId: string) => string
}

/** Whom a regrade affects: pass before and after, the day, what was decided, and the way to decide. */
export async function AffectedList({ people, hrefFor }: AffectedListProps) {
  const t = await getTranslations('measurement')
  const day = await dayWords()
  if (people.length === 0) return <p className="card">{t('affected.none')}</p>
  return (
    <ul className="space-y-3">
      {people.map((person) => (
        <li className="card space-y-1" key={person.submissionId}>
          <p className="font-semibold">{person.name}</p>
          <ChangeWords person={person} />
          {person.decision ? (
            <DecisionWords decision={person.decision} />
          ) : (
            <a className="inline-flex min-h-11 items-center font-medium" href={hrefFor(person.submissionId)}>
              {t('affected.decide', { name: person.name, on: day(person.submittedOn) })}
            </a>
          )}
        </li>
      ))}
    </ul>
  )
}

/** Pass before and after, and the day of the attempt. */
export async function ChangeWords({ person }: { readonly person: Affected }) {
  const t = await getTranslations('measurement')
  const day = await dayWords()
  const { submittedOn, passesNow, isCompleted } = person
  return (
    <>
      <p>{t(passesNow ? 'affected.nowPasses' : 'affected.noLongerPasses', { on: day(submittedOn) })}</p>
      {isCompleted && <p>{t(passesNow ? 'affected.completedAlready' : 'affected.completionStands')}</p>}
    </>
  )
}

/** What was decided, by whom and why. */
export async function DecisionWords({ decision }: { readonly decision: NonNullable<Affected['decision']> }) {
  const t = await getTranslations('measurement')
  const day = await dayWords()
  const { outcome, reason, decidedOn, decidedBy } = decision
  return (
    <>
      <p className="font-medium">{t(`decision.done.${outcome}`)}</p>
      <p className="text-muted text-sm">
        {t('run.by', { by: decidedBy ?? t('somebody'), on: day(decidedOn) })}
      </p>
      <p>{t('run.because', { reason })}</p>
    </>
  )
}
