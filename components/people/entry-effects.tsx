import { getTranslations } from 'next-intl/server'
import { dayWords } from '#components/compliance/day-words'
import { Reason } from '#components/compliance/reason'
import { StatusMark } from '#components/compliance/status-mark'
import type { LocalDate } from '#lib/domain/calendar'
import type { ComplianceAnswer } from '#lib/domain/compliance/answer'
import type { DayEffect, Effect } from '#lib/domain/people/entries/effects'

type Person = { readonly startedOn: LocalDate; readonly endedOn: LocalDate | null }
type EntryEffectsProps = {
  readonly effects: readonly Effect[]
  readonly person: Person
  readonly today: LocalDate
}

/** For each requirement, the days on which something would be otherwise: as it is, and as it would be. */
export async function EntryEffects({ effects, person, today }: EntryEffectsProps) {
  const t = await getTranslations('entries')
  return (
    <section>
      <h2 className="mb-3">{t('effectsTitle')}</h2>
      {effects.length === 0 && <p className="card">{t('noRequirement')}</p>}
      <ul className="space-y-4">
        {effects.map(({ requirement, days }) => (
          <li className="card" key={requirement.id}>
            <h3>{requirement.name}</h3>
            {days.every(({ changes }) => !changes) ? (
              <p>{t('noEffect')}</p>
            ) : (
              days
                .filter(({ changes }) => changes)
                .map((effect) => <Day effect={effect} key={effect.on} person={person} today={today} />)
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

type DayProps = { readonly effect: DayEffect; readonly person: Person; readonly today: LocalDate }

async function Day({ effect: { on, before, after }, person, today }: DayProps) {
  const t = await getTranslations('entries')
  const day = await dayWords()
  return (
    <div className="border-line mt-3 border-t pt-3">
      <h4 className="font-semibold">
        {on === today ? t('today', { on: day(on) }) : t('onDay', { on: day(on) })}
      </h4>
      <dl className="mt-2 grid gap-x-4 gap-y-2 sm:grid-cols-[8rem_1fr]">
        <dt className="text-muted">{t('before')}</dt>
        <dd>
          <Standing answer={before} />
        </dd>
        <dt className="text-muted">{t('after')}</dt>
        <dd>
          <Standing answer={after} />
          <div className="text-muted mt-1 text-sm">
            <Reason answer={after} person={person} today={on} />
          </div>
        </dd>
      </dl>
    </div>
  )
}

/** A status with its dates: enough to compare two. */
async function Standing({ answer }: { readonly answer: ComplianceAnswer }) {
  const t = await getTranslations('practice')
  const day = await dayWords()
  const { dueOn, validThrough } = answer
  const dates = [
    validThrough && t('person.validThrough', { on: day(validThrough) }),
    dueOn && dueOn !== validThrough && t('person.dueOn', { on: day(dueOn) }),
  ].filter(Boolean)
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <StatusMark status={answer.status} />
      <span>{dates.join(' · ')}</span>
    </p>
  )
}
