import { describe, expect, test } from 'vitest'
import { instantFrom, localDateFrom } from '#lib/domain/calendar'
import type { EvidenceEvent } from '#lib/domain/compliance/evidence'
import { policyTerms } from '#lib/domain/compliance/policy-terms'
import {
  problemOfDraft,
  type RequirementDraft,
  rulesOfDraft,
  windowFits,
} from '#lib/domain/compliance/requirement-draft'
import { findRetirementDay } from '#lib/domain/compliance/retirement'
import type { RequirementProfile } from '#lib/domain/curriculum/requirement-profile'

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

const profile: RequirementProfile = {
  id: 'us-xx',
  state: 'XX',
  who: 'Everybody',
  requirement: 'A course',
  hours: 1,
  frequency: 'once',
  cadence: { kind: 'once' },
  approval: null,
  basis: 'A law',
  effectiveOn: null,
  url: 'https://example.org',
  checkedOn: '2026-01-01',
  confidence: 'official',
  standing: 'in-force',
}

describe('what the answers say', () => {
  test('lists that name nobody ask everyone; each list that names somebody must hold', () => {
    const audience = (own: Partial<RequirementDraft>) => rulesOfDraft({ ...yearly, ...own }, null).audience
    expect(audience({ locations: [], people: [] })).toBe('everyone')
    expect(audience({ roles: ['nurse'], locations: ['North'] })).toEqual({
      roles: ['nurse'],
      locations: ['North'],
    })
  })

  test('a profile that was read officially and is in force stands behind the policy; any other asks the board', () => {
    const authority = (own: Partial<RequirementProfile>, providers: readonly string[] = []) =>
      rulesOfDraft({ ...yearly, providers }, { ...profile, ...own }).authority
    expect(authority({})).toEqual({ kind: 'requirement-profile', verified: true, approvedProviders: null })
    expect(authority({ confidence: 'secondary' })).toMatchObject({ verified: false })
    expect(authority({ standing: 'watch-list' })).toMatchObject({ verified: false })
    expect(authority({ approval: 'The board' }, ['Academy'])).toMatchObject({
      approvedProviders: ['Academy'],
    })
  })

  test('a profile that asks for approval says so, also where nobody approved is named', () => {
    const names = (providers: readonly string[]) => {
      const rules = rulesOfDraft({ ...yearly, providers }, { ...profile, approval: 'The board' })
      return policyTerms({ rules, attemptLimit: 3 }, () => undefined).map(({ name }) => name)
    }
    expect(names([])).toContain('approvedNobody')
    expect(names(['Academy'])).toContain('approvedOnly')
  })

  test('begins today or later, within three years; another version may have begun before', () => {
    const problem = (effectiveOn: string, mayBeginEarlier = false) =>
      problemOfDraft({ effectiveOn: localDateFrom(effectiveOn) }, today, mayBeginEarlier)
    expect(problem('2026-03-10')).toBeUndefined()
    expect(problem('2026-03-09')).toBe('effective-before-today')
    expect(problem('2026-03-09', true)).toBeUndefined()
    expect(problem('2029-03-10')).toBeUndefined()
    expect(problem('2029-03-11')).toBe('effective-too-far-ahead')
  })

  test('renewal opens within the shortest turn that there can be', () => {
    expect([windowFits(2, { months: 1 }), windowFits(2, { months: 2 })]).toEqual([true, false])
    // From 31 January a month is 28 days.
    expect([windowFits(1, { days: 27 }), windowFits(1, { days: 28 })]).toEqual([true, false])
  })
})

test('a retirement that was planned is known; one that was taken back never was', () => {
  const retired: EvidenceEvent = {
    id: 'r',
    kind: 'retired',
    effectiveOn: localDateFrom('2030-01-01'),
    recordedAt,
  }
  const undone: EvidenceEvent = {
    id: 'c',
    kind: 'corrected',
    corrects: 'r',
    outcome: 'void',
    effectiveOn: today,
    recordedAt,
  }
  expect(findRetirementDay([])).toBeNull()
  expect(findRetirementDay([retired])).toBe('2030-01-01')
  expect(findRetirementDay([retired, undone])).toBeNull()
})
