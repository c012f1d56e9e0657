import { expect, test } from 'vitest'
import type { Actor, Capability } from '#lib/domain/access/actor'
import { certificateAccess } from '#lib/domain/access/certificate-access'
import type { PersonId, PracticeId, StaffMemberId } from '#lib/domain/ids'

const alder = 'alder' as PracticeId
const birch = 'birch' as PracticeId
const lena = 'lena' as PersonId
const omar = 'omar' as PersonId

function actorAt(practiceId: PracticeId, personId: PersonId, can: readonly Capability[]): Actor {
  const post = {
    practiceName: 'A practice',
    timeZone: 'America/Chicago',
    isDemo: false,
    name: 'A',
    staffMemberId: 'post' as StaffMemberId,
    role: 'nurse',
  }
  return {
    personId,
    emailAddress: null,
    sessionIdHash: '',
    secondFactor: 'proved',
    memberships: [{ ...post, practiceId, capabilities: can }],
  }
}

const ofLena = { practiceId: alder, personId: lena }

test('everybody opens the own certificate', () => {
  expect(certificateAccess(actorAt(alder, lena, ['train']), ofLena)).toBe('own')
})

test('what was earned at a practice that one left is still one’s own', () => {
  expect(certificateAccess(actorAt(birch, lena, ['train']), ofLena)).toBe('own')
})

test('a manager opens those of the staff', () => {
  expect(certificateAccess(actorAt(alder, omar, ['train', 'manage']), ofLena)).toBe('managed')
})

test('a colleague opens nobody else’s', () => {
  expect(certificateAccess(actorAt(alder, omar, ['train', 'author', 'review']), ofLena)).toBeUndefined()
})

test('a manager of another practice opens none of this one', () => {
  expect(certificateAccess(actorAt(birch, omar, ['train', 'manage']), ofLena)).toBeUndefined()
})
