import { expect, test } from 'vitest'
import {
  mayShowAsMet,
  profileConfidences,
  profileStandings,
  type RequirementProfile,
} from '#lib/domain/curriculum/requirement-profile'

const read: RequirementProfile = {
  id: 'us-xx',
  state: 'XX',
  who: 'Everyone',
  requirement: 'A course',
  hours: 1,
  frequency: 'once',
  cadence: { kind: 'once' },
  approval: null,
  basis: 'A statute',
  effectiveOn: null,
  url: null,
  checkedOn: '2026-11-22',
  confidence: 'official',
  standing: 'in-force',
}

test('what was read in an official text, is in force and needs no approval may be shown as met', () => {
  expect(mayShowAsMet(read)).toBe(true)
})

test('what is unverified, not in force for practices, or approved by somebody is never shown as met', () => {
  const others = [
    ...profileConfidences.slice(1).map((confidence) => ({ ...read, confidence })),
    ...profileStandings.slice(1).map((standing) => ({ ...read, standing })),
    { ...read, approval: 'A board approves the course' },
  ]
  expect(others.map(mayShowAsMet)).toEqual(others.map(() => false))
})
