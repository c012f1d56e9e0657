import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, instantFrom, type LocalDate, laterOf, localDateFrom } from '#lib/domain/calendar'
import { complianceStatus } from '#lib/domain/compliance/compliance-status'
import type { EvidenceEvent } from '#lib/domain/compliance/evidence'
import { scene, toldIn, zones } from '#lib/domain/compliance/history.examples'
import type { Policy } from '#lib/domain/compliance/policy'
import { findChange, standingDifferences } from '#lib/domain/compliance/policy-change'
import { policyOfDraft, type RequirementDraft } from '#lib/domain/compliance/requirement-draft'

const recordedAt = instantFrom('2025-01-01T06:00:00Z')
const today = localDateFrom('2026-03-10')

const yearly: RequirementDraft = {
  trackId: 'full',
  roles: [],
  rhythm: { cadence: 'rolling', periodMonths: 12 },
  firstDueDays: 30,
  windowMonths: 2,
  graceDays: 14,
  returnDays: 30,
  attemptLimit: 3,
}

const on = (day: string) => ({ effectiveOn: localDateFrom(day), recordedAt })
const hired: EvidenceEvent = { id: 'hired', kind: 'employed', ...on('2025-01-01') }
const done: EvidenceEvent = { id: 'done', kind: 'completed', version: 1, ...on('2025-12-01') }
const first = policyOfDraft(yearly, { id: 'p1', ...on('2025-01-01') })

type Own = { readonly policies?: readonly Policy[]; readonly events?: readonly EvidenceEvent[] }

function changeBy(
  draft: Partial<RequirementDraft>,
  { policies = [first], events = [hired, done] }: Own = {},
  appliesTo: Policy['appliesTo'] = 'later-completions',
  from = '2026-04-01',
) {
  const version = {
    id: 'p2',
    effectiveOn: localDateFrom(from),
    recordedAt: instantFrom('2026-03-10T12:00:00Z'),
  }
  const policy = policyOfDraft({ ...yearly, ...draft }, { ...version, appliesTo })
  const history = { zone: 'America/Chicago', policies, events }
  const change = findChange(history, policy, today, localDateFrom('2025-01-01'))
  return change && { on: change.on, differences: standingDifferences(change.before, change.after) }
}

test('rule 11: a shorter period changes what was earned only where it applies to all', () => {
  const halfYearly = { rhythm: { cadence: 'rolling', periodMonths: 6 } } as const
  expect(changeBy(halfYearly)).toBeNull()
  expect(changeBy(halfYearly, {}, 'all')).toEqual({
    on: '2026-04-01',
    differences: [
      { kind: 'status', before: 'compliant', after: 'renewal-open' },
      { kind: 'dueOn', before: '2026-12-01', after: '2026-06-01' },
      { kind: 'validThrough', before: '2026-12-01', after: '2026-06-01' },
      { kind: 'opensOn', before: '2026-10-01', after: '2026-04-01' },
    ],
  })
  expect(changeBy(halfYearly, {}, 'all', '2026-01-01')?.on).toBe('2026-03-10')
})

describe('a change that shows on a later day only is found, with its day', () => {
  const standing = (before: string, after: string) => [{ kind: 'status', before, after }]

  test('less grace, on the day after the one on which what was earned ends', () => {
    expect(changeBy({ graceDays: 0 })).toEqual({
      on: '2026-12-02',
      differences: standing('in-grace', 'lapsed'),
    })
  })

  test('more grace, on the first day after the grace that there was', () => {
    expect(changeBy({ graceDays: 20 })).toEqual({
      on: '2026-12-16',
      differences: standing('lapsed', 'in-grace'),
    })
  })

  test('other days of return, at the planned end of a leave', () => {
    const leave: EvidenceEvent = {
      id: 'leave',
      kind: 'leave-started',
      through: localDateFrom('2026-12-20'),
      ...on('2026-11-01'),
    }
    const change = changeBy({ returnDays: 60 }, { events: [hired, done, leave] })
    expect(change?.differences).toContainEqual({ kind: 'dueOn', before: '2027-01-19', after: '2027-02-18' })
  })

  test('a version planned for later is part of both', () => {
    const planned = policyOfDraft({ ...yearly, graceDays: 0 }, { id: 'p9', ...on('2026-06-01') })
    expect(changeBy({ graceDays: 3 }, { policies: [first, planned] })).toBeNull()
  })

  test('who has a last day before it is not among them', () => {
    const left: EvidenceEvent = { id: 'left', kind: 'employment-ended', ...on('2026-11-30') }
    expect(changeBy({ graceDays: 0 }, { events: [hired, done, left] })).toBeNull()
  })
})

const changes = fc.record({
  graceDays: fc.integer({ min: 0, max: 60 }),
  returnDays: fc.integer({ min: 0, max: 60 }),
  window: fc.record({ months: fc.integer({ min: 0, max: 3 }) }),
  appliesTo: fc.constantFrom('all' as const, 'later-completions' as const),
})

test('the day told is the first of all days with another status, date or authority', () => {
  fc.assert(
    fc.property(scene, fc.constantFrom(...zones), changes, fc.nat(900), (told, zone, change, later) => {
      const history = toldIn(zone, told)
      const last = history.policies.at(-1)
      fc.pre(last !== undefined)
      const recordedLast =
        history.policies
          .map((each) => each.recordedAt)
          .toSorted()
          .at(-1) ?? recordedAt
      const effectiveOn = addDays(localDateFrom('2011-01-01'), later)
      const version = { ...last, ...change, id: 'new', effectiveOn, recordedAt: recordedLast } as Policy
      const startedOn = localDateFrom('2011-06-01')
      const found = findChange(history, version, startedOn, startedOn)
      expect(found?.on ?? null).toBe(firstDayBy(history, version, laterOf(startedOn, effectiveOn), found?.on))
    }),
    { numRuns: 25 },
  )
})

/** Asks every day up to the one that was told, or a thousand days where none was. */
function firstDayBy(
  history: ReturnType<typeof toldIn>,
  version: Policy,
  from: LocalDate,
  toldDay: LocalDate | undefined,
): LocalDate | null {
  const changed = { ...history, policies: [...history.policies, version] }
  const upTo = toldDay ?? addDays(from, 1000)
  for (let day = from; day <= upTo; day = addDays(day, 1)) {
    const differences = standingDifferences(complianceStatus(history, day), complianceStatus(changed, day))
    if (differences.length > 0) return day
  }
  return null
}
