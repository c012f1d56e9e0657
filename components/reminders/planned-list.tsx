import { getTranslations } from 'next-intl/server'
import { dayWords } from '#components/compliance/day-words'
import { kindWords } from '#components/reminders/kind-words'
import type { LocalDate } from '#lib/domain/calendar'
import type { PlannedLine } from '#lib/domain/compliance/reminder-day'

type HrefForPerson = (staffMemberId: string) => string
type Line = PlannedLine & { readonly pausedThrough: LocalDate | null }

type PlannedListProps = {
  readonly lines: readonly Line[]
  /** Lines in all, those not shown included. */
  readonly inAll: number
  readonly hrefForPerson: HrefForPerson
}

/** What the coming days bring, under their days. */
export async function PlannedList({ lines, inAll, hrefForPerson }: PlannedListProps) {
  const t = await getTranslations('reminders')
  const day = await dayWords()
  const byDay = [...Map.groupBy(lines, ({ on }) => on)]
  return (
    <section aria-labelledby="planned" className="mb-8">
      <h2 id="planned">{t('record.plannedTitle')}</h2>
      <p className="text-muted mb-3">{t('record.plannedHint')}</p>
      {lines.length === 0 && <p className="card">{t('record.plannedNone')}</p>}
      {byDay.map(([on, each]) => (
        <div className="card mb-3" key={on}>
          <h3 className="mb-1 text-base">{day(on)}</h3>
          <ul>
            {each.map((line) => (
              <PlannedItem
                href={hrefForPerson(line.person.staffMemberId)}
                key={`${line.person.staffMemberId} ${line.requirementId} ${line.kind}`}
                line={line}
              />
            ))}
          </ul>
        </div>
      ))}
      {inAll > lines.length && <p>{t('record.plannedMore', { count: inAll - lines.length })}</p>}
    </section>
  )
}

async function PlannedItem({ line, href }: { line: Line; href: string }) {
  const t = await getTranslations('reminders')
  const day = await dayWords()
  const kind = await kindWords()
  return (
    <li className="flex flex-wrap items-center gap-x-3">
      <a className="inline-flex min-h-11 items-center font-medium" href={href}>
        {line.person.name}
      </a>
      <span>
        {kind(line.kind)} · {line.requirementName}, {t('record.dueOn', { on: day(line.dueOn) })}
      </span>
      {line.pausedThrough && (
        <span className="text-muted">{t('record.paused', { through: day(line.pausedThrough) })}</span>
      )}
    </li>
  )
}

type PausedListProps = {
  readonly paused: readonly {
    readonly staffMemberId: string
    readonly name: string
    readonly through: LocalDate
    readonly reason: string | null
  }[]
  readonly hrefForPerson: HrefForPerson
}

/** Whose reminders rest; nothing where nobody's do. */
export async function PausedList({ paused, hrefForPerson }: PausedListProps) {
  if (paused.length === 0) return null
  const t = await getTranslations('reminders')
  const day = await dayWords()
  return (
    <section aria-labelledby="paused" className="mb-8">
      <h2 id="paused">{t('record.pausedTitle')}</h2>
      <ul className="mt-2">
        {paused.map(({ staffMemberId, name, through, reason }) => (
          <li className="flex flex-wrap items-center gap-x-3" key={staffMemberId}>
            <a className="inline-flex min-h-11 items-center font-medium" href={hrefForPerson(staffMemberId)}>
              {name}
            </a>
            <span>
              {t('record.pausedLine', { through: day(through) })} {reason}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
