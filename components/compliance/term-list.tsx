import { getFormatter, getTranslations } from 'next-intl/server'
import { dayWords } from '#components/compliance/day-words'
import type { MonthDay } from '#lib/domain/calendar'
import type { PolicyTerm } from '#lib/domain/compliance/policy-terms'

/** The terms of a requirement as sentences. */
export async function TermList({ terms }: { readonly terms: readonly PolicyTerm[] }) {
  const t = await getTranslations('practice')
  const people = await getTranslations('people')
  const format = await getFormatter()
  const date = await dayWords()
  const monthDay = (day: MonthDay) =>
    format.dateTime(new Date(`2000-${day}T00:00:00Z`), { timeZone: 'UTC', month: 'long', day: 'numeric' })
  const called = ({ name, names }: PolicyTerm) => {
    if (name === 'roles') return names.map((role) => people(`roles.${role}` as 'roles.nurse'))
    if (name === 'employmentKinds')
      return names.map((kind) => people(`employmentKinds.${kind}` as 'employmentKinds.employee'))
    return names
  }
  return (
    <ul className="list-disc space-y-1 pl-5">
      {terms.map((term) => (
        <li key={term.name}>
          {t(`term.${term.name}`, {
            number: term.number,
            day: term.day === null ? '' : monthDay(term.day),
            on: term.on === null ? '' : date(term.on),
            names: format.list(called(term)),
          })}
        </li>
      ))}
    </ul>
  )
}
