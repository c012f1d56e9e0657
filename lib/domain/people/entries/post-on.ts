import { earlierOf, type LocalDate, laterOf } from '#lib/domain/calendar'
import { type Counted, ofKind } from '#lib/domain/compliance/counted-evidence'
import { covers, type Spell, spellsFrom } from '#lib/domain/compliance/spells'
import { employmentsIn, factsThatHold } from '#lib/domain/people/entries/counted-facts'
import type { PersonFact, PostTerms } from '#lib/domain/people/entries/entry'

export type Post = PostTerms & { readonly startedOn: LocalDate; readonly endedOn: LocalDate | null }

/**
 * The post as the facts tell it for a day: the dates of the latest employment, planned ones included, and its terms as they
 * hold on the day, on the first day where the day is before it, on the last where it is after. What no fact tells is left
 * as it stands. The row of the staff member is this, kept.
 */
export function postOn(facts: readonly PersonFact[], day: LocalDate, standing: Post): Post {
  const counted = factsThatHold(facts)
  const spell = employmentsIn(counted).at(-1)
  if (!spell) return standing
  const within = laterOf(spell.from, spell.through === null ? day : earlierOf(day, spell.through))
  const location = ofKind(counted, 'location-set').findLast(({ on }) => on <= within)
  const employmentKind = ofKind(counted, 'employment-kind-set').findLast(({ on }) => on <= within)
  return {
    startedOn: spell.from,
    endedOn: spell.through,
    role: findRoleSpellOn(counted, within)?.role ?? standing.role,
    location: location ? location.event.location : standing.location,
    employmentKind: employmentKind?.event.employmentKind ?? standing.employmentKind,
  }
}

export type RoleSpell = Spell & { readonly role: string }

/** Every time in a role, the earliest first. */
export function roleSpellsIn(counted: readonly Counted[]): readonly RoleSpell[] {
  const ends = ofKind(counted, 'role-ended')
  const starts = Map.groupBy(ofKind(counted, 'role-started'), ({ event }) => event.role)
  return [...starts]
    .flatMap(([role, each]) => {
      const ended = ends.filter(({ event }) => event.role === role)
      return spellsFrom(each, ended).map((spell) => ({ ...spell, role }))
    })
    .sort((a, b) => (a.from < b.from ? -1 : Number(a.from > b.from)))
}

/** Of several roles at once, the one begun last. */
export function findRoleSpellOn(counted: readonly Counted[], day: LocalDate): RoleSpell | undefined {
  return roleSpellsIn(counted).findLast((spell) => covers(spell, day))
}
