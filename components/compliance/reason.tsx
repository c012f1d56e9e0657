import { getTranslations } from 'next-intl/server'
import { dayWords } from '#components/compliance/day-words'
import type { LocalDate } from '#lib/domain/calendar'
import type { ShownAnswer } from '#lib/domain/compliance/projection'
import { reasonsFor } from '#lib/domain/compliance/reasons'

type ReasonProps = {
  readonly answer: ShownAnswer
  readonly person: { readonly startedOn: LocalDate; readonly endedOn: LocalDate | null }
  readonly today: LocalDate
}

/** The *because* of a status in plain sentences. */
export async function Reason({ answer, person, today }: ReasonProps) {
  const t = await getTranslations('practice')
  const day = await dayWords()
  return reasonsFor(answer, person, today).map(({ name, dates }) => (
    <p key={name}>
      {t(`because.${name}`, Object.fromEntries(Object.entries(dates).map(([date, on]) => [date, day(on)])))}
    </p>
  ))
}
