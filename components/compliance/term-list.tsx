import { getFormatter, getTranslations } from 'next-intl/server'
import type { MonthDay } from '#lib/domain/calendar'
import type { PolicyTerm } from '#lib/domain/compliance/policy-terms'

/** The terms of a requirement as sentences. */
export async function TermList({ terms }: { readonly terms: readonly PolicyTerm[] }) {
  const t = await getTranslations('practice')
  const people = await getTranslations('people')
  const format = await getFormatter()
  const monthDay = (day: MonthDay) =>
    format.dateTime(new Date(`2000-${day}T00:00:00Z`), { timeZone: 'UTC', month: 'long', day: 'numeric' })
  return (
    <ul className="list-disc space-y-1 pl-5">
      {terms.map(({ name, number, roles, day }) => (
        <li key={name}>
          {t(`term.${name}`, {
            number,
            day: day === null ? '' : monthDay(day),
            roles: format.list(roles.map((role) => people(`roles.${role}`))),
          })}
        </li>
      ))}
    </ul>
  )
}
