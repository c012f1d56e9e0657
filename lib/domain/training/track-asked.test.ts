import { expect, test } from 'vitest'
import { instantFrom, localDateFrom } from '#lib/domain/calendar'
import type { ComplianceStatus } from '#lib/domain/compliance/answer'
import { complianceStatus } from '#lib/domain/compliance/compliance-status'
import type { EvidenceEvent } from '#lib/domain/compliance/evidence'
import { policyOfDraft } from '#lib/domain/compliance/requirement-draft'
import type { Asking } from '#lib/domain/training/attempt-limit'
import { findTrackAsked, mayEarn, speaksUnder, turnAsked } from '#lib/domain/training/track-asked'

const recordedAt = instantFrom('2024-01-01T06:00:00Z')
const policy = policyOfDraft(
  {
    trackId: 'full',
    renewalTrackId: 'short',
    roles: [],
    rhythm: { cadence: 'rolling', periodMonths: 12 },
    firstDueDays: 30,
    windowMonths: 1,
    graceDays: 14,
    returnDays: 30,
    attemptLimit: 3,
  },
  { id: 'p1', effectiveOn: localDateFrom('2024-01-01'), recordedAt },
)

let made = 0
const fact = (kind: string, on: string, own: object = {}) =>
  ({ id: `e${++made}`, kind, effectiveOn: localDateFrom(on), recordedAt, ...own }) as EvidenceEvent
const hired = fact('employed', '2024-01-01')
const full = (on: string) => fact('completed', on, { version: 1 })
const short = (on: string) => fact('completed', on, { version: 1, scope: 'renewal' })

function asked(events: readonly EvidenceEvent[], asksFor: Asking['asksFor'] = 'initial'): Asking {
  return {
    zone: 'America/Chicago',
    policies: [policy],
    events: [hired, ...events],
    attemptLimits: {},
    asksFor,
    renewsOtherwise: true,
  }
}

/** What each day of a person who completed the full track on 2024-01-20 is asked, and under which track it is told. */
const days: readonly [
  on: string,
  events: readonly EvidenceEvent[],
  status: ComplianceStatus,
  turn: string | null,
  told: 'initial' | 'renewal',
][] = [
  ['2024-01-10', [], 'not-started', 'initial', 'initial'],
  ['2024-03-01', [], 'overdue', 'initial', 'initial'],
  ['2024-02-01', [full('2024-01-20')], 'compliant', null, 'initial'],
  ['2024-12-19', [full('2024-01-20')], 'compliant', null, 'initial'],
  ['2024-12-20', [full('2024-01-20')], 'renewal-open', 'renewal', 'renewal'],
  ['2025-01-21', [full('2024-01-20')], 'in-grace', 'renewal', 'renewal'],
  ['2025-03-01', [full('2024-01-20')], 'lapsed', 'renewal', 'renewal'],
  ['2025-03-01', [full('2024-01-20'), short('2025-01-10')], 'compliant', null, 'renewal'],
  ['2025-03-01', [full('2024-01-20'), full('2025-01-10')], 'compliant', null, 'initial'],
  ['2024-02-01', [short('2024-01-20')], 'in-grace', 'initial', 'initial'],
]

test.each(days)('on %s with %j', (day, events, status, turn, told) => {
  const on = localDateFrom(day)
  const answer = complianceStatus(asked(events), on)
  expect(answer.status).toBe(status)
  expect(turnAsked(answer)).toBe(turn)
  const under = (['initial', 'renewal'] as const).filter((each) => speaksUnder(asked(events, each), answer))
  expect(under).toEqual([told])
})

test('a track to renew with counts only after something was earned; the initial one always', () => {
  const on = localDateFrom('2024-02-01')
  const earned = complianceStatus(asked([full('2024-01-20')]), on)
  const nothing = complianceStatus(asked([]), on)
  expect([mayEarn(asked([]), earned), mayEarn(asked([]), nothing)]).toEqual([true, true])
  expect([mayEarn(asked([], 'renewal'), earned), mayEarn(asked([], 'renewal'), nothing)]).toEqual([
    true,
    false,
  ])
})

test('the track to assign is the one asked for, and the same one where a requirement has but one', () => {
  const lapsed = complianceStatus(asked([full('2024-01-20')]), localDateFrom('2025-03-01'))
  expect(findTrackAsked({ trackId: 'full', renewalTrackId: 'short' }, lapsed)).toBe('short')
  expect(findTrackAsked({ trackId: 'full', renewalTrackId: null }, lapsed)).toBe('full')
  const current = complianceStatus(asked([full('2024-01-20')]), localDateFrom('2024-02-01'))
  expect(findTrackAsked({ trackId: 'full', renewalTrackId: 'short' }, current)).toBeNull()
})
