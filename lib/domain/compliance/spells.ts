import type { LocalDate } from '#lib/domain/calendar'
import type { Counted } from '#lib/domain/compliance/counted-evidence'

/** A time in employment or in a role, both end days included; still open where `through` is null. */
export type Spell = {
  readonly from: LocalDate
  readonly through: LocalDate | null
  readonly ids: readonly string[]
}

/**
 * Spells from their starts and ends, in order. A start within a spell and an end outside one change nothing. On a day
 * with both: an open spell ends and the next begins; with none open, the spell lasts that one day.
 */
export function spellsFrom(starts: readonly Counted[], ends: readonly Counted[]): readonly Spell[] {
  const days = [...new Set([...starts, ...ends].map((each) => each.on))].sort()
  return days.reduce<readonly Spell[]>((spells, day) => {
    const start = starts.find((each) => each.on === day)
    const end = ends.find((each) => each.on === day)
    if (spells.at(-1)?.through === null) return opened(closed(spells, end), start)
    return closed(opened(spells, start), end)
  }, [])
}

function opened(spells: readonly Spell[], start: Counted | undefined): readonly Spell[] {
  const isOpen = spells.at(-1)?.through === null
  return start && !isOpen ? [...spells, { from: start.on, through: null, ids: start.ids }] : spells
}

function closed(spells: readonly Spell[], end: Counted | undefined): readonly Spell[] {
  const last = spells.at(-1)
  if (!end || last?.through !== null) return spells
  return [...spells.slice(0, -1), { ...last, through: end.on, ids: [...last.ids, ...end.ids] }]
}

export function covers(spell: Spell, day: LocalDate): boolean {
  return spell.from <= day && (spell.through === null || day <= spell.through)
}

/** The spell on a day. On a day that ends one spell and begins the next, the next. */
export function findSpellOn(spells: readonly Spell[], day: LocalDate): Spell | undefined {
  return spells.findLast((spell) => covers(spell, day))
}
