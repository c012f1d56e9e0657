import { randomUUID } from 'node:crypto'
import { inTransaction } from '#lib/data/database'
import { insertEvidence } from '#lib/data/evidence'
import { insertModuleVersion, insertTrackVersion } from '#lib/data/library'
import { insertRequirement } from '#lib/data/requirement'
import { enterPractice } from '#lib/data/scope'
import type { Actor, Membership } from '#lib/domain/access/actor'
import { type LocalDate, localDateFrom } from '#lib/domain/calendar'
import type { AssignmentId, PersonId, PracticeId } from '#lib/domain/ids'
import { noon, type World } from '#tests/support/world'

/** The track "reading": module r1 of lessons r1-l1 to r1-l3 and r2 of r2-l1, four minutes each. */
export async function publishReadingTrack({ owner }: World): Promise<void> {
  await inTransaction(owner, async (tx) => {
    await insertModuleVersion(tx, readingModule('r1', 3), noon)
    await insertModuleVersion(tx, readingModule('r2', 1), noon)
    const track = { id: 'reading', version: 1, title: 'Reading', summary: 'Both.', changeKind: 'initial' }
    await insertTrackVersion(tx, { ...track, modules: ['r1', 'r2'], contentHash: 'hash-reading' }, noon)
  })
}

/** A second version of r1, with one lesson fewer. */
export async function publishNewerR1({ owner }: World): Promise<void> {
  await inTransaction(owner, (tx) => insertModuleVersion(tx, readingModule('r1', 2, 2), noon))
}

function readingModule(moduleId: string, lessons: number, version = 1) {
  const words = { title: `Module ${moduleId}`, summary: 'A module.', language: 'en', changeKind: 'initial' }
  return {
    ...words,
    moduleId,
    version,
    slug: moduleId,
    minutes: 10,
    passMarkPercent: 80,
    draw: 6,
    vignettes: [],
    objectives: [{ id: `${moduleId}-o1`, text: 'An objective' }],
    reviewers: [],
    reviewNote: 'Not reviewed.',
    contentHash: `hash-${moduleId}-${version}`,
    items: [],
    keys: [],
    media: [],
    translations: [],
    lessons: Array.from({ length: lessons }, (_, index) => ({
      id: `${moduleId}-l${index + 1}`,
      position: index + 1,
      title: `Lesson ${index + 1} of ${moduleId}`,
      minutes: 4,
      objectives: [`${moduleId}-o1`],
      sources: [],
      contacts: [],
      terms: [],
      tree: { format: 1 as const, children: [`Text of version ${version}.`] },
      hash: 'tree',
    })),
  }
}

/** The actor's first post, or the one at the practice. */
export function postAt(actor: Actor, practiceId?: PracticeId): Membership {
  const post = actor.memberships.find((each) => practiceId === undefined || each.practiceId === practiceId)
  if (!post) throw new Error('the actor has a post there')
  return post
}

/** One person with the posts of both. */
export function together(one: Actor, other: Actor): Actor {
  return { ...one, memberships: [...one.memberships, ...other.memberships] }
}

/** Assigns the track "reading" to the actor's post, in its first cycle. */
export async function assignReading({ db }: World, { practiceId, staffMemberId }: Membership) {
  const id = randomUUID() as AssignmentId
  await inTransaction(db, async (tx) => {
    await enterPractice(tx, practiceId)
    await tx.assignment.create({
      data: { practiceId, id, staffMemberId, trackId: 'reading', createdAt: noon },
    })
  })
  await beginCycle({ db }, { practiceId, assignmentId: id }, 1)
  return id
}

export async function beginCycle(
  { db }: Pick<World, 'db'>,
  key: { practiceId: PracticeId; assignmentId: AssignmentId },
  number: number,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    await enterPractice(tx, key.practiceId)
    await tx.cycle.create({ data: { ...key, number, trackVersionId: 'reading@1', beganAt: noon } })
  })
}

/** Everybody completes the track "reading" yearly, first within thirty days; a month's window and a fortnight's grace. */
export async function requireReading({ db }: World, practiceId: PracticeId): Promise<void> {
  const requirement = {
    id: randomUUID(),
    policyId: randomUUID(),
    name: 'Yearly',
    trackId: 'reading',
    effectiveOn: localDateFrom('2025-01-01'),
    rhythm: { cadence: 'rolling', periodMonths: 12 } as const,
    roles: [],
    firstDueDays: 30,
    windowMonths: 1,
    graceDays: 14,
    returnDays: 30,
    attemptLimit: 3,
  }
  await inTransaction(db, async (tx) => {
    await enterPractice(tx, practiceId)
    await insertRequirement(tx, practiceId, randomUUID() as PersonId, requirement, noon)
  })
}

/** The track was completed on that day: a fact, and a certificate's day. */
export async function completedReading({ db }: World, post: Membership, on: string): Promise<void> {
  const effectiveOn: LocalDate = localDateFrom(on)
  const { practiceId, staffMemberId } = post
  const fact = { staffMemberId, trackId: 'reading', kind: 'completed', effectiveOn, details: { version: 1 } }
  await inTransaction(db, async (tx) => {
    await enterPractice(tx, practiceId)
    await insertEvidence(tx, practiceId, null, [fact], noon)
  })
}
