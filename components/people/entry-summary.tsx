import { getTranslations } from 'next-intl/server'
import { dayWords } from '#components/compliance/day-words'
import type { LocalDate } from '#lib/domain/calendar'
import type { EntryChoices } from '#lib/domain/people/entries/choices'
import type { Entry } from '#lib/domain/people/entries/entry'

type EntrySummaryProps = { readonly entry: Entry; readonly choices: EntryChoices }

/** What was answered, as one sentence. */
export async function EntrySummary({ entry, choices }: EntrySummaryProps) {
  const t = await getTranslations('entries')
  const people = await getTranslations('people')
  const day = await dayWords()
  const values = Object.fromEntries(
    Object.entries(valuesOf(entry, choices)).map(([name, value]) => [
      name,
      value.on ? day(value.on) : value.text,
    ]),
  )
  const words = {
    ...values,
    ...('role' in entry && {
      role: people(`roles.${entry.role as 'nurse'}`),
      kind: people(`employmentKinds.${entry.employmentKind as 'employee'}`),
      location: entry.location ?? 'none',
    }),
    ...('category' in entry && { category: t(`category.${entry.category}`) }),
    ...(entry.kind === 'correction' && {
      fact: t(`factName.${(choices.correctable?.kind ?? 'employed') as 'employed'}`),
      outcome: entry.to === null ? 'struck' : 'moved',
    }),
  }
  return <p className="card text-lg">{t(`summary.${entry.kind}`, words as never)}</p>
}

type Value =
  | { readonly on: LocalDate; readonly text?: never }
  | { readonly on?: never; readonly text: string }

/** The days and names that the sentence speaks of. */
function valuesOf(entry: Entry, choices: EntryChoices): Readonly<Record<string, Value>> {
  const on = (day: LocalDate) => ({ on: day })
  const days = Object.entries(entry).flatMap(([name, value]): [string, Value][] =>
    ['firstDay', 'lastDay', 'to', 'startedOn'].includes(name) && typeof value === 'string'
      ? [[name, on(value as LocalDate)]]
      : [],
  )
  const named = 'requirementId' in entry ? entry.requirementId : ''
  const requirement = choices.requirements.find(({ id }) => id === named)?.name ?? ''
  const begun = 'factId' in entry ? findBegun(entry.factId, choices) : undefined
  return {
    ...Object.fromEntries(days),
    requirement: { text: requirement },
    ...(begun && { from: on(begun) }),
  }
}

function findBegun(factId: string, { leaves, exemptions, correctable }: EntryChoices): LocalDate | undefined {
  const span = [...leaves, ...exemptions].find((each) => each.factId === factId)
  return correctable?.on ?? span?.from
}
