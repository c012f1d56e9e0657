import { getTranslations } from 'next-intl/server'
import { dayWords } from '#components/compliance/day-words'
import { Reason } from '#components/compliance/reason'
import { StatusMark } from '#components/compliance/status-mark'
import type { LocalDate } from '#lib/domain/calendar'
import type { ComplianceAnswer } from '#lib/domain/compliance/answer'
import type { CompletionCliff } from '#lib/domain/compliance/completion-cliff'
import type { MissingFact } from '#lib/domain/compliance/requirement-people'

export type PreviewedPersonShown = {
  readonly staffMemberId: string
  readonly name: string
  readonly role: string
  readonly startedOn: LocalDate
  readonly endedOn: LocalDate | null
  readonly on: LocalDate
  readonly answer: ComplianceAnswer
  readonly missing: readonly MissingFact[]
  readonly cliff: CompletionCliff | null
  readonly alsoAskedBy: readonly string[]
}

type PreviewedPersonProps = { readonly person: PreviewedPersonShown; readonly today: LocalDate }

/** One person's dates under answers that are not saved yet. */
export async function PreviewedPerson({ person, today }: PreviewedPersonProps) {
  const t = await getTranslations('practice')
  const own = await getTranslations('requirements')
  const people = await getTranslations('people')
  const day = await dayWords()
  const { name, role, answer, on, missing, cliff, alsoAskedBy } = person
  return (
    <li className="card grid gap-x-6 gap-y-2 sm:grid-cols-[14rem_1fr]">
      <div>
        <span className="font-semibold">{name}</span>
        <span className="text-muted block text-sm">{people(`roles.${role}` as 'roles.nurse')}</span>
      </div>
      <div>
        <p className="flex flex-wrap items-center gap-3">
          <StatusMark status={answer.status} />
          {answer.dueOn && (
            <span className="font-medium">{t('person.dueOn', { on: day(answer.dueOn) })}</span>
          )}
        </p>
        <div className="text-muted mt-1 text-sm">
          {on > today && <p>{own('asOf', { on: day(on) })}</p>}
          <Reason answer={answer} person={person} today={on} />
          {cliff && (
            <p>
              {own('cliff', {
                lastOn: day(cliff.lastOn),
                through: day(cliff.through),
                nextThrough: day(cliff.nextThrough),
              })}
            </p>
          )}
          {missing.map((fact) => (
            <p className="text-ink font-medium" key={fact}>
              {own(`missing.${fact}`)}
            </p>
          ))}
          {alsoAskedBy.map((requirement) => (
            <p key={requirement}>{own('alsoAskedBy', { name: requirement })}</p>
          ))}
        </div>
      </div>
    </li>
  )
}
