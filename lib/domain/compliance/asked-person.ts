import { addDays, type LocalDate } from '#lib/domain/calendar'
import { type Counted, ofKind } from '#lib/domain/compliance/counted-evidence'
import type { EmploymentKindSet, LocationSet } from '#lib/domain/compliance/evidence'
import type { Audience, Policy } from '#lib/domain/compliance/policy'
import { covers, type Spell, spellsFrom } from '#lib/domain/compliance/spells'

/** When the person had each value of what an audience may ask for. */
type Held = ReadonlyMap<string, readonly Spell[]>

/** What decides whether an audience asks the person, for every day. */
export type AskedPerson = {
  readonly staffMemberId: string | undefined
  readonly roles: Held
  readonly locations: Held
  readonly employmentKinds: Held
}

export function askedPersonFrom(counted: readonly Counted[], staffMemberId: string | undefined): AskedPerson {
  return {
    staffMemberId,
    roles: rolesIn(counted),
    locations: heldInTurn(ofKind(counted, 'location-set'), ({ event }) => event.location),
    employmentKinds: heldInTurn(ofKind(counted, 'employment-kind-set'), ({ event }) => event.employmentKind),
  }
}

/** Roles end only by their own fact: who is hired again without one is still asked, rather than silently left out. */
function rolesIn(counted: readonly Counted[]): Held {
  const starts = Map.groupBy(ofKind(counted, 'role-started'), ({ event }) => event.role)
  const ends = Map.groupBy(ofKind(counted, 'role-ended'), ({ event }) => event.role)
  return new Map([...starts].map(([role, each]) => [role, spellsFrom(each, ends.get(role) ?? [])]))
}

/** Each fact holds from its day through the day before the next of its kind; of two on one day, the later. */
function heldInTurn<Event extends LocationSet | EmploymentKindSet>(
  sets: readonly Counted<Event>[],
  held: (set: Counted<Event>) => string | null,
): Held {
  const lasting = sets.filter((set, index) => sets[index + 1]?.on !== set.on)
  const spells = lasting.map((set, index) => {
    const next = lasting[index + 1]
    const through = next ? addDays(next.on, -1) : null
    return { value: held(set), from: set.on, through, ids: [...set.ids, ...(next?.ids ?? [])] }
  })
  const known = spells.flatMap(({ value, ...spell }) => (value === null ? [] : [{ value, spell }]))
  return new Map(
    [...Map.groupBy(known, ({ value }) => value)].map(([value, each]) => [
      value,
      each.map(({ spell }) => spell),
    ]),
  )
}

/** Whether an audience asks the person on a day: every list that it gives must hold. */
export function isAskedBy(audience: Audience, person: AskedPerson, day: LocalDate): boolean {
  if (audience === 'everyone') return true
  const { roles, locations, employmentKinds, people, whileInRole } = audience
  const { staffMemberId } = person
  return (
    (whileInRole === undefined ||
      person.roles.size === 0 ||
      holdsAny(person.roles, [...person.roles.keys()], day)) &&
    holdsAny(person.roles, roles, day) &&
    holdsAny(person.locations, locations, day) &&
    holdsAny(person.employmentKinds, employmentKinds, day) &&
    (people === undefined || (staffMemberId !== undefined && people.includes(staffMemberId)))
  )
}

function holdsAny(held: Held, asked: readonly string[] | undefined, day: LocalDate): boolean {
  return asked === undefined || asked.some((value) => held.get(value)?.some((spell) => covers(spell, day)))
}

/** The days on which the person came to have a value. */
export function daysOfChange({ roles, locations, employmentKinds }: AskedPerson): readonly LocalDate[] {
  return [roles, locations, employmentKinds].flatMap((held) =>
    [...held.values()].flat().map((spell) => spell.from),
  )
}

/**
 * The facts by which the person had, at some time between two days, what some version of the policy asks for. Where one
 * asks for any role at all, every role that the person ever had.
 */
export function askedIds(
  versions: readonly Policy[],
  person: AskedPerson,
  from: LocalDate,
  to: LocalDate,
): readonly string[] {
  const audiences = versions.flatMap(({ audience }) => (audience === 'everyone' ? [] : audience))
  const inTime = (spell: Spell) => spell.from <= to && (spell.through === null || spell.through >= from)
  const named = (['roles', 'locations', 'employmentKinds'] as const).flatMap((name) =>
    [...new Set(audiences.flatMap((audience) => audience[name] ?? []))].flatMap((value) =>
      (person[name].get(value) ?? []).filter(inTime),
    ),
  )
  const ever = audiences.some(({ whileInRole }) => whileInRole) ? [...person.roles.values()].flat() : []
  return [...named, ...ever].flatMap(({ ids }) => ids)
}
