import { addDays, type LocalDate } from '#lib/domain/calendar'
import type { DecidingRule } from '#lib/domain/compliance/answer'
import {
  type AskedPerson,
  askedIds,
  askedPersonFrom,
  daysOfChange,
  isAskedBy,
} from '#lib/domain/compliance/asked-person'
import { type Counted, ofKind } from '#lib/domain/compliance/counted-evidence'
import type { LicenceRenewalSet, Retired } from '#lib/domain/compliance/evidence'
import type { Policy } from '#lib/domain/compliance/policy'
import { findPolicyInForce, type PolicyVersions } from '#lib/domain/compliance/policy-versions'
import { findSpellOn, type Spell, spellsFrom } from '#lib/domain/compliance/spells'

/** A time without a break in which the person owes the requirement, within one employment spell (rules 6 and 7). */
export type Obligation = {
  readonly beganOn: LocalDate
  readonly spell: Spell
  readonly policy: Policy
  /** The facts that it rests on: hire, end, what put the person in the audience. */
  readonly ids: readonly string[]
}

type NotRequiredRule = Extract<
  DecidingRule,
  'not-employed' | 'no-policy-in-force' | 'requirement-retired' | 'outside-audience'
>

export type Duty =
  | { readonly kind: 'owed'; readonly obligation: Obligation }
  | {
      readonly kind: 'not-required'
      readonly rule: NotRequiredRule
      readonly policyId: string | null
      readonly ids: readonly string[]
    }

/** What the facts say about employment, the audience and the requirement's life, for every day up to the one asked about. */
export type Circumstances = {
  readonly versions: PolicyVersions
  readonly employment: readonly Spell[]
  readonly person: AskedPerson
  readonly licences: readonly Counted<LicenceRenewalSet>[]
  readonly retirement: Counted<Retired> | null
}

export function circumstancesFrom(
  counted: readonly Counted[],
  versions: PolicyVersions,
  staffMemberId: string | undefined,
): Circumstances {
  return {
    versions,
    employment: spellsFrom(ofKind(counted, 'employed'), ofKind(counted, 'employment-ended')),
    person: askedPersonFrom(counted, staffMemberId),
    licences: ofKind(counted, 'licence-renewal-set'),
    retirement: ofKind(counted, 'retired')[0] ?? null,
  }
}

/** Line 1: whether anything is asked of the person on a day, and if not, the first reason why not. */
export function dutyOn(circumstances: Circumstances, day: LocalDate): Duty {
  const { versions, employment, person, retirement } = circumstances
  const spell = findSpellOn(employment, day)
  const policy = findPolicyInForce(versions, day)
  const policyId = policy?.id ?? null
  if (!spell)
    return { kind: 'not-required', rule: 'not-employed', policyId, ids: employment.at(-1)?.ids ?? [] }
  const not = (rule: NotRequiredRule, ids: readonly string[] = []): Duty => {
    return { kind: 'not-required', rule, policyId, ids: [...spell.ids, ...ids] }
  }
  if (!policy) return not('no-policy-in-force')
  if (retirement && retirement.on <= day) return not('requirement-retired', retirement.ids)
  if (!isAskedBy(policy.audience, person, day))
    return not('outside-audience', askedIds(versions, person, spell.from, day))
  const beganOn = beginningOf(circumstances, spell, day)
  const ids = [...spell.ids, ...askedIds(versions, person, beganOn, day)]
  return { kind: 'owed', obligation: { beganOn, spell, policy, ids } }
}

/** The days up to `upTo` on which a cycle begins, in order: every hire, and the first day of every obligation. */
export function cycleStarts(circumstances: Circumstances, upTo: LocalDate): readonly LocalDate[] {
  const hires = circumstances.employment.map((spell) => spell.from)
  const begun = turningDays(circumstances, upTo).filter((day) => beginsOn(circumstances, day))
  return [...new Set([...hires, ...begun])].sort()
}

function beginningOf(circumstances: Circumstances, spell: Spell, day: LocalDate): LocalDate {
  const inSpell = turningDays(circumstances, day).filter((turn) => turn >= spell.from)
  return inSpell.findLast((turn) => beginsOn(circumstances, turn)) ?? spell.from
}

/** A day that is owed after one that was not. Where one spell follows another without a gap, the hire is the beginning. */
function beginsOn(circumstances: Circumstances, day: LocalDate): boolean {
  return isOwed(circumstances, day) && !isOwed(circumstances, addDays(day, -1))
}

function isOwed(circumstances: Circumstances, day: LocalDate): boolean {
  const policy = findPolicyInForce(circumstances.versions, day)
  const retired = circumstances.retirement !== null && circumstances.retirement.on <= day
  const employed = findSpellOn(circumstances.employment, day) !== undefined
  return policy !== undefined && employed && !retired && isAskedBy(policy.audience, circumstances.person, day)
}

/** The only days on which an obligation can begin. */
function turningDays({ versions, employment, person }: Circumstances, upTo: LocalDate): readonly LocalDate[] {
  const starts = [...employment.map((spell) => spell.from), ...daysOfChange(person)]
  const days = new Set([...starts, ...versions.map((version) => version.effectiveOn)])
  return [...days].filter((day) => day <= upTo).sort()
}
