import { getFormatter, getTranslations } from 'next-intl/server'
import type { PolicyTerm } from '#lib/domain/compliance/policy-terms'

/** The terms of a requirement as sentences. */
export async function TermList({ terms }: { readonly terms: readonly PolicyTerm[] }) {
  const t = await getTranslations('practice')
  const people = await getTranslations('people')
  const format = await getFormatter()
  return (
    <ul className="list-disc space-y-1 pl-5">
      {terms.map(({ name, number, roles }) => (
        <li key={name}>
          {t(`term.${name}`, {
            number,
            roles: format.list(roles.map((role) => people(`roles.${role}`))),
          })}
        </li>
      ))}
    </ul>
  )
}
