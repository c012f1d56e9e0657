import { randomUUID } from 'node:crypto'
import { inTransaction } from '#lib/data/database'
import { insertEvidence } from '#lib/data/evidence'
import { personOfAddress, savePassword } from '#lib/data/person'
import { insertPractice, insertStaffMember } from '#lib/data/practice'
import { enterPractice } from '#lib/data/scope'
import type { Actor } from '#lib/domain/access/actor'
import { type Instant, localDateAt } from '#lib/domain/calendar'
import type { PersonId, PracticeId, StaffMemberId } from '#lib/domain/ids'
import { hireFacts } from '#lib/domain/people/entries/employment'
import { openLedger } from '#tests/support/decade/ledger'
import { managing } from '#tests/support/managing'
import type { World } from '#tests/support/world'

export type Staff = {
  readonly staffMemberId: StaffMemberId
  readonly personId: PersonId
  readonly name: string
}

/** A practice of the story, its manager, who has been there since before the first day, and everybody by name. */
export type StoryPractice = Awaited<ReturnType<typeof foundPractice>>

export async function foundPractice(world: World, name: string, zone: string, foundedAt: Instant) {
  const practiceId = randomUUID() as PracticeId
  const manager = await inTransaction(world.db, async (tx) => {
    await enterPractice(tx, practiceId)
    const place = { name, state: 'MO', timeZone: zone, isDemo: false }
    await insertPractice(tx, { id: practiceId, ...place }, foundedAt)
    const personId = await personOfAddress(tx, `manager@${practiceId}.example`, foundedAt)
    await savePassword(tx, personId, 'not the hash of any password', foundedAt)
    const post = { role: 'lead', employmentKind: 'employee', location: null }
    const startedOn = localDateAt(foundedAt, zone)
    const staffMemberId = randomUUID() as StaffMemberId
    const member = { id: staffMemberId, personId, name: 'Max Manager', ...post, endedOn: null }
    const capabilities = ['train', 'manage', 'administer'] as const
    await insertStaffMember(tx, practiceId, { ...member, startedOn, capabilities }, foundedAt)
    const facts = hireFacts(startedOn, post).map((fact) => ({ ...fact, staffMemberId }))
    await insertEvidence(tx, practiceId, personId, facts, foundedAt)
    return { staffMemberId, personId, name: 'Max Manager' }
  })
  const staff = new Map<string, Staff>([[manager.name, manager]])
  const actorOf = ({ staffMemberId, personId, name: own }: Staff, isManager = false): Actor => ({
    personId,
    emailAddress: null,
    sessionIdHash: '',
    secondFactor: 'proved',
    memberships: [
      {
        practiceId,
        practiceName: name,
        timeZone: zone,
        isDemo: false,
        staffMemberId,
        name: own,
        role: isManager ? 'lead' : 'nurse',
        capabilities: isManager ? ['train', 'manage', 'administer'] : ['train'],
      },
    ],
  })
  const boss = actorOf(manager, true)
  return {
    world,
    practiceId,
    zone,
    manager: boss,
    here: managing(world, boss, practiceId),
    staff,
    actorOf,
    ledger: openLedger(world, { practiceId, zone }),
  }
}
