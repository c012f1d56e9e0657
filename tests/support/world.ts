import { randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { newSigningKeyPem } from '#lib/audit/signing-key'
import type { Context } from '#lib/context'
import { connectDatabase } from '#lib/data/client'
import { type Database, inTransaction } from '#lib/data/database'
import { insertEvidence } from '#lib/data/evidence'
import { insertModuleVersion, insertTrackVersion } from '#lib/data/library'
import { personOfAddress, savePassword } from '#lib/data/person'
import { insertPractice, insertStaffMember } from '#lib/data/practice'
import { enterPractice } from '#lib/data/scope'
import { type Actor, type Capability, capabilities, type Membership } from '#lib/domain/access/actor'
import { type Instant, instantFrom, type LocalDate, localDateFrom } from '#lib/domain/calendar'
import type { AssignmentId, PersonId, PracticeId, StaffMemberId } from '#lib/domain/ids'
import type { Language } from '#lib/domain/language'
import { hireFacts } from '#lib/domain/people/entries/employment'
import type { Settings } from '#lib/system/env'
import { type TestDatabase, testDatabase } from '#tests/support/database'

/** Where the tests' days stand: a Tuesday afternoon in Missouri. */
const zone = 'America/Chicago'
export const today: LocalDate = localDateFrom('2026-03-10')
export const noon: Instant = instantFrom('2026-03-10T17:00:00Z')

/** A database of its own with a small library: the track "basics" of modules m1 and m2, one lesson and seven items each. */
export type World = {
  readonly db: Database
  readonly owner: Database
  readonly settings: Settings
  readonly end: () => Promise<void>
}

/** `given`: a database that is migrated and has no library yet; without it, one of this test file's own. */
export async function openWorld(given?: TestDatabase): Promise<World> {
  const database = given ?? (await testDatabase())
  const db = connectDatabase({ url: database.appUrl, maxConnections: 20 })
  const owner = connectDatabase({ url: database.ownerUrl, maxConnections: 1 })
  await inTransaction(owner, async (tx) => {
    for (const moduleId of ['m1', 'm2']) await insertModuleVersion(tx, moduleVersion(moduleId), noon)
    const track = { id: 'basics', version: 1, title: 'Basics', summary: 'Both.', changeKind: 'initial' }
    await insertTrackVersion(tx, { ...track, modules: ['m1', 'm2'], contentHash: 'hash-basics' }, noon)
  })
  const certificateKeyFile = path.join(tmpdir(), `beacon-test-key-${randomUUID()}.pem`)
  writeFileSync(certificateKeyFile, await newSigningKeyPem(), { mode: 0o600 })
  const end = async () => {
    await db.$disconnect()
    await owner.$disconnect()
    await database.drop()
  }
  return { db, owner, settings: testSettings(database.appUrl, certificateKeyFile), end }
}

function testSettings(databaseUrl: string, certificateKeyFile: string): Settings {
  return {
    origin: 'http://127.0.0.1:3000',
    databaseUrl,
    authSecret: 'Zt3kPq8vWn1xRb6yHc4mLd9sFg2jTu7e',
    certificateKeyFile,
    certificateEarlierKeysFile: undefined,
    smtpUrl: undefined,
    mailFrom: 'training@practice.example',
    dataDir: tmpdir(),
    pictureQuotaBytes: 100_000_000,
  }
}

/** Item 1 of each module is must-pass; option `a` is always right. */
export function moduleVersion(moduleId: string) {
  const objective = { id: `${moduleId}-o1`, text: `Objective of ${moduleId}` }
  const items = Array.from({ length: 7 }, (_, index) => ({
    id: `${moduleId}-q${index + 1}`,
    kind: 'single' as const,
    state: 'ready' as const,
    objectiveId: objective.id,
    vignetteId: null,
    bloom: 'apply' as const,
    mustPass: index === 0,
    stem: `Question ${index + 1}`,
    sourceId: 'source',
    prompts: [],
    options: ['a', 'b', 'c', 'd'].map((id) => ({ id, text: `Option ${id}` })),
  }))
  return {
    moduleId,
    version: 1,
    slug: moduleId,
    title: `Module ${moduleId}`,
    summary: 'A module.',
    minutes: 10,
    language: 'en',
    changeKind: 'initial',
    passMarkPercent: 80,
    draw: 6,
    objectives: [objective],
    vignettes: [],
    reviewers: [],
    reviewNote: 'Not reviewed.',
    contentHash: `hash-${moduleId}`,
    lessons: [
      {
        id: `${moduleId}-l1`,
        position: 1,
        title: 'A lesson',
        minutes: 4,
        objectives: [objective.id],
        sources: [],
        contacts: [],
        terms: [],
        tree: { format: 1 as const, children: ['Text.'] },
        hash: 'tree',
      },
    ],
    items,
    media: [],
    translations: [],
    keys: items.map((item) => ({
      itemId: item.id,
      correctOptionIds: ['a'],
      rationales: { a: 'Right.', b: 'Wrong.', c: 'Wrong.', d: 'Wrong.' },
    })),
  }
}

export async function addPractice({ db }: World, name: string): Promise<PracticeId> {
  const id = randomUUID() as PracticeId
  await inTransaction(db, async (tx) => {
    await enterPractice(tx, id)
    await insertPractice(tx, { id, name, state: 'MO', timeZone: zone, isDemo: false }, noon)
  })
  return id
}

type NewMember = {
  readonly name: string
  readonly practiceId: PracticeId
  readonly role?: string
  readonly can?: readonly Capability[]
  readonly startedOn?: LocalDate
  /** Was invited and never chose a password. */
  readonly neverCame?: true
}

/** A person with one post, as an actor; employed since the first of March unless said otherwise. */
export async function addMember({ db }: World, member: NewMember): Promise<Actor> {
  const {
    practiceId,
    name,
    role = 'nurse',
    can = ['train'],
    startedOn = localDateFrom('2026-03-01'),
  } = member
  const emailAddress = `${name.toLowerCase().replace(/\W/g, 'x')}@practice.example`
  const staffMemberId = randomUUID() as StaffMemberId
  const personId = await inTransaction(db, async (tx) => {
    await enterPractice(tx, practiceId)
    const person: PersonId = await personOfAddress(tx, emailAddress, noon)
    const post = {
      id: staffMemberId,
      personId: person,
      name,
      role,
      employmentKind: 'employee',
      location: null,
    }
    await insertStaffMember(tx, practiceId, { ...post, capabilities: can, startedOn, endedOn: null }, noon)
    const facts = hireFacts(startedOn, post).map((fact) => ({ ...fact, staffMemberId }))
    await insertEvidence(tx, practiceId, person, facts, noon)
    if (!member.neverCame) await savePassword(tx, person, 'not the hash of any password', noon)
    return person
  })
  const post = {
    practiceId,
    practiceName: 'Practice',
    timeZone: zone,
    isDemo: false,
    staffMemberId,
    name,
    role,
  }
  const membership: Membership = { ...post, capabilities: can }
  return { personId, emailAddress, sessionIdHash: '', secondFactor: 'proved', memberships: [membership] }
}

export const everything = capabilities

/** An assignment of the track "basics" with its first cycle, and every lesson of it finished. */
export async function assignWithLessonsRead({ db }: World, actor: Actor): Promise<AssignmentId> {
  const [post] = actor.memberships
  if (!post) throw new Error('the actor has a post')
  const id = randomUUID() as AssignmentId
  const key = { practiceId: post.practiceId, assignmentId: id }
  await inTransaction(db, async (tx) => {
    await enterPractice(tx, post.practiceId)
    const { practiceId, staffMemberId } = post
    await tx.assignment.create({
      data: { practiceId, id, staffMemberId, trackId: 'basics', createdAt: noon },
    })
    await tx.cycle.create({ data: { ...key, number: 1, trackVersionId: 'basics@1', beganAt: noon } })
    await finishLessons(tx, key, 1)
  })
  return id
}

type Tx = Parameters<Parameters<typeof inTransaction>[1]>[0]

async function finishLessons(
  tx: Tx,
  key: { practiceId: string; assignmentId: string },
  cycle: number,
): Promise<void> {
  await tx.lessonReading.createMany({
    data: ['m1', 'm2'].map((moduleId) => ({
      ...key,
      cycle,
      moduleVersionId: `${moduleId}@1`,
      lessonId: `${moduleId}-l1`,
      place: 0,
      startedAt: noon,
      savedAt: noon,
      finishedAt: noon,
      language: 'en',
    })),
  })
}

/** Runs a use case as the actor, in a transaction of its own that rolls back when the use case refuses, as the web does. */
export async function as<Value extends { readonly ok: boolean }>(
  { db, settings }: World,
  actor: Actor,
  work: (context: Context) => Promise<Value>,
  now: Instant = noon,
  language: Language = 'en',
): Promise<Value> {
  let refused: Value | undefined
  try {
    return await inTransaction(db, async (tx) => {
      const practiceIds = actor.memberships.map((post) => post.practiceId).join(',')
      await tx.$queryRaw`SELECT set_config('beacon.practice_ids', ${practiceIds}, true),
        set_config('beacon.person_id', ${actor.personId}, true)`
      const result = await work({ tx, now, settings, language, actor })
      if (result.ok) return result
      refused = result
      throw new Error('refused')
    })
  } catch (thrown) {
    if (refused) return refused
    throw thrown
  }
}
