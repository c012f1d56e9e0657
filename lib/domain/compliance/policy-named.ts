import type { Policy } from '#lib/domain/compliance/policy'

/** The staff members whom some of these rules name. */
export function peopleNamedIn(rules: readonly Pick<Policy, 'audience'>[]): readonly string[] {
  const named = rules.flatMap(({ audience }) => (audience === 'everyone' ? [] : (audience.people ?? [])))
  return [...new Set(named)]
}
