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

type Facts = {
  readonly versions: PolicyVersions
  readonly employment: readonly Spell[]
  readonly person: AskedPerson
  readonly licences: readonly Counted<LicenceRenewalSet>[]
  readonly retirement: Counted<Retired> | null
}

/** What the facts say about employment, the audience and the requirement's life, for every day up to the one asked about. */
export type Circumstances = Facts & {
  /** The first day of every obligation, in order. */
  readonly beginnings: readonly LocalDate[]
}

export function circumstancesFrom(
  counted: readonly Counted[],
  versions: PolicyVersions,
  staffMemberId: string | undefined,
): Circumstances {
  const facts = {
    versions,
    employment: spellsFrom(ofKind(counted, 'employed'), ofKind(counted, 'employment-ended')),
    person: askedPersonFrom(counted, staffMemberId),
    licences: ofKind(counted, 'licence-renewal-set'),
    retirement: ofKind(counted, 'retired')[0] ?? null,
  }
  return { ...facts, beginnings: turningDays(facts).filter((day) => beginsOn(facts, day)) }
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

/** The days on which a cycle begins, in order: every hire, and the first day of every obligation. */
export function cycleStarts({ employment, beginnings }: Circumstances): readonly LocalDate[] {
  return [...new Set([...employment.map((spell) => spell.from), ...beginnings])].sort()
}

function beginningOf({ beginnings }: Circumstances, spell: Spell, day: LocalDate): LocalDate {
  return beginnings.findLast((begun) => begun >= spell.from && begun <= day) ?? spell.from
}

/** A day that is owed after one that was not. Where one spell follows another without a gap, the hire is the beginning. */
function beginsOn(facts: Facts, day: LocalDate): boolean {
  return isOwed(facts, day) && !isOwed(facts, addDays(day, -1))
}

function isOwed({ versions, employment, person, retirement }: Facts, day: LocalDate): boolean {
  const policy = findPolicyInForce(versions, day)
  if (policy === undefined || findSpellOn(employment, day) === undefined) return false
  return !(retirement !== null && retirement.on <= day) && isAskedBy(policy.audience, person, day)
}

/** The only days on which an obligation can begin. */
function turningDays({ versions, employment, person }: Facts): readonly LocalDate[] {
  const starts = [...employment.map((spell) => spell.from), ...daysOfChange(person)]
  return [...new Set([...starts, ...versions.map((version) => version.effectiveOn)])].sort()
}
