import { getFormatter, getTranslations } from 'next-intl/server'
import { dayWords } from '#components/compliance/day-words'
import { Reason } from '#components/compliance/reason'
import { StatusMark } from '#components/compliance/status-mark'
import type { LocalDate } from '#lib/domain/calendar'
import type { RosterRow } from '#lib/domain/compliance/roster'
import type { Audience, StandingNote } from '#lib/domain/people/standing-notes'

type PersonStandingProps = {
  readonly rows: readonly RosterRow[]
  readonly notes: readonly StandingNote[]
  readonly today: LocalDate
}

/** The person's status for each requirement, why, and the dates that come next. */
export async function PersonStanding({ rows, notes, today }: PersonStandingProps) {
  const t = await getTranslations('practice')
  return (
    <section className="card">
      <h2 className="mb-3">{t('person.standing')}</h2>
      {rows.map((row) => (
        <div className="border-line border-t py-3 first-of-type:border-0" key={row.requirement?.id ?? 'none'}>
          {row.answer === null ? (
            <p>{t('person.noRequirement')}</p>
          ) : (
            <>
              <div className="mb-2 flex flex-wrap items-center gap-3">
                <h3>{row.requirement?.name}</h3>
                <StatusMark status={row.answer.status} />
              </div>
              <Reason answer={row.answer} person={row.person} today={today} />
              <NextDates answer={row.answer} today={today} />
              <Notes note={notes.find(({ requirementId }) => requirementId === row.requirement?.id)} />
            </>
          )}
        </div>
      ))}
    </section>
  )
}

type NextDatesProps = { readonly answer: NonNullable<RosterRow['answer']>; readonly today: LocalDate }

/** What is still to come, and is not in the reasons already; what is past stands there. */
async function NextDates({ answer, today }: NextDatesProps) {
  const t = await getTranslations('practice')
  const day = await dayWords()
  const { dueOn, validThrough, opensOn, because } = answer
  const isTold = because.rule === 'valid' || because.rule === 'renewal-window-open'
  const dates = [
    ['opensOn', isTold ? null : opensOn] as const,
    ['validThrough', isTold ? null : validThrough] as const,
    ['dueOn', dueOn] as const,
  ].flatMap(([name, on]) => (on !== null && on >= today ? [t(`person.${name}`, { on: day(on) })] : []))
  return dates.length > 0 && <p className="text-muted mt-2 text-sm">{dates.join(' · ')}</p>
}

/** What is true after a leave or an exemption as things stand; whom the requirement asks, where it is not this person. */
async function Notes({ note }: { readonly note: StandingNote | undefined }) {
  const t = await getTranslations('practice')
  const day = await dayWords()
  if (note?.asks) return <p>{t('person.asks', { audience: await audienceWords(note.asks) })}</p>
  if (!note?.afterwards) return null
  const { on, answer } = note.afterwards
  return (
    <p className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1">
      <span>{t('person.afterwards', { on: day(on) })}</span>
      <StatusMark status={answer.status} />
      {answer.dueOn && <span>{t('person.dueOn', { on: day(answer.dueOn) })}</span>}
    </p>
  )
}

async function audienceWords(asks: Audience): Promise<string> {
  const t = await getTranslations('practice')
  const people = await getTranslations('people')
  const format = await getFormatter()
  const { roles, locations, employmentKinds } = asks
  const lists = [
    roles?.map((role) => people(`roles.${role as 'nurse'}`)),
    employmentKinds?.map((kind) => people(`employmentKinds.${kind as 'employee'}`)),
    locations,
    asks.people && [t('person.namedPeople')],
  ]
  return lists.flatMap((list) => (list ? [format.list(list, { type: 'disjunction' })] : [])).join('; ')
}
