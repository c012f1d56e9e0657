import { expect, test } from 'vitest'
import { addDays, instantFrom, localDateFrom, type MonthDay } from '#lib/domain/calendar'
import type { History } from '#lib/domain/compliance/answer'
import { findCompletionCliff } from '#lib/domain/compliance/completion-cliff'
import type { EvidenceEvent } from '#lib/domain/compliance/evidence'
import type { Cadence } from '#lib/domain/compliance/policy'
import { previewCompletion } from '#lib/domain/compliance/preview-completion'
import { policyOfDraft } from '#lib/domain/compliance/requirement-draft'

const recordedAt = instantFrom('2024-01-01T06:00:00Z')
const minimum = (minimumValidityMonths: number) => ({ periodMonths: 12, minimumValidityMonths })

function history(rhythm: Cadence, ...events: readonly EvidenceEvent[]): History {
  const draft = { trackId: 'full', roles: [], firstDueDays: 30, windowMonths: 2, graceDays: 14 }
  const terms = { ...draft, rhythm, returnDays: 30, attemptLimit: 3 }
  const policy = policyOfDraft(terms, { id: 'p1', effectiveOn: localDateFrom('2024-01-01'), recordedAt })
  return { zone: 'America/Chicago', policies: [policy], events: [hired, ...events] }
}

const hired: EvidenceEvent = {
  id: 'hired',
  kind: 'employed',
  effectiveOn: localDateFrom('2024-02-29'),
  recordedAt,
}
const completed = (on: string): EvidenceEvent => {
  return { id: on, kind: 'completed', version: 1, effectiveOn: localDateFrom(on), recordedAt }
}
const licence: EvidenceEvent = {
  id: 'licence',
  kind: 'licence-renewal-set',
  dueOn: localDateFrom('2026-05-31'),
  effectiveOn: localDateFrom('2024-02-29'),
  recordedAt,
}

const yearEnd = { cadence: 'fixed-date', fixedDate: '12-31' as MonthDay } as const

/** From a day on: the last day of completing that earns no more, what it earns, and what the day after earns. */
const cliffs: readonly [History, from: string, lastOn: string, through: string, nextThrough: string][] = [
  // Case 6.
  [history({ ...yearEnd, ...minimum(6) }), '2025-03-10', '2025-06-30', '2025-12-31', '2026-12-31'],
  [history({ ...yearEnd, ...minimum(6) }), '2025-06-30', '2025-06-30', '2025-12-31', '2026-12-31'],
  [history({ ...yearEnd, ...minimum(6) }), '2025-07-01', '2026-06-30', '2026-12-31', '2027-12-31'],
  [history({ ...yearEnd, ...minimum(0) }), '2025-03-10', '2025-12-30', '2025-12-31', '2026-12-31'],
  // With something earned, the jump is where renewal opens.
  [
    history({ ...yearEnd, ...minimum(0) }, completed('2025-02-01')),
    '2025-03-10',
    '2025-10-30',
    '2025-12-31',
    '2026-12-31',
  ],
  [
    history({ cadence: 'hire-anniversary', ...minimum(1) }),
    '2025-01-10',
    '2025-01-31',
    '2025-02-28',
    '2026-02-28',
  ],
  [
    history({ cadence: 'licence-renewal', ...minimum(0) }, licence),
    '2026-01-10',
    '2026-05-30',
    '2026-05-31',
    '2027-05-31',
  ],
]

test.each(cliffs)('%#: from %s', (asked, from, lastOn, through, nextThrough) => {
  const cliff = findCompletionCliff(asked, localDateFrom(from))
  expect(cliff).toEqual({ lastOn, through, nextThrough })
  const earned = (on: string) => {
    const preview = previewCompletion(asked, localDateFrom(on))
    return preview.kind === 'earns' ? preview.validThrough : null
  }
  expect(earned(lastOn)).toBe(through)
  expect(earned(addDays(localDateFrom(lastOn), 1))).toBe(nextThrough)
})

test('there is none for what never ends, nor before anybody works here', () => {
  expect(findCompletionCliff(history({ cadence: 'once' }), localDateFrom('2025-03-10'))).toBeNull()
  expect(findCompletionCliff(history({ ...yearEnd, ...minimum(0) }), localDateFrom('2024-02-01'))).toBeNull()
})
