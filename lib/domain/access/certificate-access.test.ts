import { expect, test } from 'vitest'
import type { Actor, Capability } from '#lib/domain/access/actor'
import { certificateAccess } from '#lib/domain/access/certificate-access'
import type { PersonId, PracticeId, StaffMemberId } from '#lib/domain/ids'

const alder = 'alder' as PracticeId
const birch = 'birch' as PracticeId
const lena = 'lena' as StaffMemberId
const omar = 'omar' as StaffMemberId

function actorAt(practiceId: PracticeId, staffMemberId: StaffMemberId, can: readonly Capability[]): Actor {
  const post = {
    practiceName: 'A practice',
    timeZone: 'America/Chicago',
    isDemo: false,
    name: 'A',
    role: 'nurse',
  }
  return {
    personId: 'person' as PersonId,
    emailAddress: null,
    sessionIdHash: '',
    secondFactor: 'proved',
    memberships: [{ ...post, practiceId, staffMemberId, capabilities: can }],
  }
}

const ofLena = { practiceId: alder, staffMemberId: lena }

test('everybody opens the own certificate', () => {
  expect(certificateAccess(actorAt(alder, lena, ['train']), ofLena)).toBe('own')
})

test('a manager opens those of the staff', () => {
  expect(certificateAccess(actorAt(alder, omar, ['train', 'manage']), ofLena)).toBe('managed')
})

test('a colleague opens nobody else’s', () => {
  expect(certificateAccess(actorAt(alder, omar, ['train', 'author', 'review']), ofLena)).toBeUndefined()
})

test('a manager of another practice opens none of this one, not even under the same staff id', () => {
  expect(certificateAccess(actorAt(birch, lena, ['train', 'manage']), ofLena)).toBeUndefined()
})
