import { expect, test } from 'vitest'
import { instantFrom, localDateFrom } from '#lib/domain/calendar'
import { takesProvider } from '#lib/domain/compliance/accepted-provider'
import { defaultTerms, type Policy } from '#lib/domain/compliance/policy'

const recordedAt = instantFrom('2025-01-01T06:00:00Z')
const version = (id: string, effectiveOn: string, own: Partial<Policy> = {}): Policy => ({
  ...defaultTerms,
  cadence: 'once',
  firstDue: { days: 30, notBefore: null },
  id,
  effectiveOn: localDateFrom(effectiveOn),
  recordedAt,
  ...(own as object),
})
const today = localDateFrom('2026-03-10')

const takes = (requirement: Parameters<typeof takesProvider>[0], provider: string, on: string) =>
  takesProvider(requirement, provider, localDateFrom(on), today)

test('a policy that names providers takes theirs and no others; one that names none takes any', () => {
  const policies = [version('p1', '2025-01-01'), version('p2', '2026-01-01')]
  const requirement = { policies, acceptedProviders: { p1: [], p2: ['State Academy'] } }
  expect(takes(requirement, 'Anybody', '2025-12-31')).toBe(true)
  expect(takes(requirement, 'Anybody', '2026-01-01')).toBe(false)
  expect(takes(requirement, ' state academy ', '2026-01-01')).toBe(true)
  expect(takes({ policies: [], acceptedProviders: {} }, 'Anybody', '2026-01-01')).toBe(true)
})

test('the list of a profile says what its authority approves, and keeps no certificate out', () => {
  const authority = { kind: 'requirement-profile', verified: true, approvedProviders: ['Academy'] } as const
  const policies = [version('p1', '2025-01-01', { authority })]
  expect(takes({ policies, acceptedProviders: { p1: ['Academy'] } }, 'Anybody', '2026-01-01')).toBe(true)
})
