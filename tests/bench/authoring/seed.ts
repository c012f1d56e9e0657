import { randomUUID } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { withDatabase } from '#lib/cli/context'
import { assignTracks } from '#lib/data/assign-tracks'
import { findDraft, insertAuthored, insertDraft, insertDraftEvent } from '#lib/data/authored'
import { type Database, inTransaction, type Tx } from '#lib/data/database'
import { insertTrackVersion } from '#lib/data/library'
import { personOfAddress } from '#lib/data/person'
import { insertStaffMember } from '#lib/data/practice'
import { enterPractice } from '#lib/data/scope'
import { ownKey } from '#lib/domain/authoring/own-key'
import { addDays, localDateAt } from '#lib/domain/calendar'
import type { PracticeId, StaffMemberId } from '#lib/domain/ids'
import { now as clock } from '#lib/system/clock'
import { settings } from '#lib/system/env'
import { type ModuleWish, moduleFiles } from '#tests/bench/authoring/draft-files'
import { type Seeded, signIn } from '#tests/bench/fixture/practice'

// Somebody who writes for the bench's practice, what is to be published, and a training of the practice's own that a learner
// has not begun. Answers what the driver must know.

export type AuthoringWish = {
  readonly practiceId: PracticeId
  readonly previewWords: number
  /** Modules of ten lessons, of two hundred, and next versions of one that a learner has. */
  readonly tens: number
  readonly hundreds: number
  readonly versions: number
}
export type ToPublish = { readonly draftId: string; readonly filesHash: string }
export type AuthoringSeed = Pick<Seeded, 'practiceId'> & {
  readonly authorCookie: string
  /** A draft that stays one, and its lessons’ files. */
  readonly previewDraft: string
  readonly tens: readonly ToPublish[]
  readonly hundreds: readonly ToPublish[]
  /** In the order in which they are to be published; each ends its first lesson with `marker`. */
  readonly versions: readonly (ToPublish & { readonly marker: string })[]
  readonly learnerCookie: string
  readonly learnerLesson: string
}

const [, , answerFile = '', wishFile = ''] = process.argv
const wish: AuthoringWish = JSON.parse(readFileSync(wishFile, 'utf8'))
const { practiceId } = wish
const zone = 'America/Chicago'

type Post = { readonly staffMemberId: StaffMemberId; readonly cookie: string }
type Unit = { readonly authoredId: string; readonly key: string }

const within = <Value>(db: Database, work: (tx: Tx) => Promise<Value>) =>
  inTransaction(db, async (tx) => {
    await enterPractice(tx, practiceId)
    return await work(tx)
  })

async function addPost(tx: Tx, name: string, can: readonly ('train' | 'author' | 'review')[]): Promise<Post> {
  const now = clock()
  const personId = await personOfAddress(tx, `${randomUUID()}@bench.example`, now)
  const staffMemberId = randomUUID() as StaffMemberId
  const post = {
    id: staffMemberId,
    personId,
    name,
    role: 'nurse',
    employmentKind: 'employee',
    location: null,
  }
  const startedOn = addDays(localDateAt(now, zone), -100)
  await insertStaffMember(tx, practiceId, { ...post, capabilities: [...can], startedOn, endedOn: null }, now)
  const factor = can.length > 1 ? ('second factor' as const) : undefined
  return { staffMemberId, cookie: await signIn(tx, settings(), personId, now, factor) }
}

async function addUnit(tx: Tx, { staffMemberId }: Post): Promise<Unit> {
  const authoredId = randomUUID()
  const key = ownKey(authoredId)
  const unit = { id: authoredId, kind: 'module', key, slug: key, originVersionId: null } as const
  await insertAuthored(tx, practiceId, unit, staffMemberId, clock())
  return { authoredId, key }
}

async function addDraft(tx: Tx, { authoredId }: Unit, { staffMemberId }: Post, module: ModuleWish) {
  const draftId = randomUUID()
  const files = moduleFiles(module).map(({ path, text }) => ({ path, bytes: new TextEncoder().encode(text) }))
  const draft = { id: draftId, authoredId, number: module.version ?? 1 }
  await insertDraft(tx, practiceId, draft, files, staffMemberId, clock())
  return draftId
}

/** As somebody else would have approved it. */
async function approve(tx: Tx, draftId: string, by: Post): Promise<ToPublish> {
  const { filesHash = '' } = (await findDraft(tx, practiceId, draftId)) ?? {}
  for (const kind of ['sent-to-review', 'approved'] as const) {
    const event = { kind, by: by.staffMemberId, reason: null, filesHash, details: {} }
    await insertDraftEvent(tx, practiceId, draftId, event, clock())
  }
  return { draftId, filesHash }
}

async function approvedModule(db: Database, author: Post, module: ModuleWish): Promise<ToPublish> {
  return await within(db, async (tx) =>
    approve(tx, await addDraft(tx, await addUnit(tx, author), author, module), author),
  )
}

const small = { lessons: 3, words: 300 }

async function seed(db: Database): Promise<AuthoringSeed> {
  const { author, learner } = await within(db, async (tx) => ({
    author: await addPost(tx, 'Author of the bench', ['train', 'author', 'review']),
    learner: await addPost(tx, 'Learner of the bench', ['train']),
  }))
  const previewDraft = await within(db, async (tx) =>
    addDraft(tx, await addUnit(tx, author), author, { lessons: 3, words: wish.previewWords }),
  )
  const times = (count: number) => Array.from({ length: count }, (_, index) => index)
  const tens: ToPublish[] = []
  for (const _ of times(wish.tens)) tens.push(await approvedModule(db, author, { lessons: 10, words: 700 }))
  const hundreds: ToPublish[] = []
  for (const _ of times(wish.hundreds)) {
    hundreds.push(await approvedModule(db, author, { lessons: 200, words: 700 }))
  }
  const unit = await within(db, (tx) => addUnit(tx, author))
  const learnerLesson = await within(db, (tx) => assign(tx, unit, learner))
  const versions: (ToPublish & { marker: string })[] = []
  for (const index of times(wish.versions)) {
    const module = { ...small, version: index + 1, marker: `This is text number ${index + 1} of the bench.` }
    const approved = await within(db, async (tx) =>
      approve(tx, await addDraft(tx, unit, author, module), author),
    )
    versions.push({ ...approved, marker: module.marker })
  }
  const { cookie: authorCookie } = author
  return {
    ...{ practiceId, authorCookie, previewDraft, tens, hundreds, versions, learnerLesson },
    learnerCookie: learner.cookie,
  }
}

/** A training of the practice's own with that module, for the learner; the address of its first lesson. */
async function assign(tx: Tx, { key }: Unit, { staffMemberId }: Post): Promise<string> {
  const trackId = ownKey(randomUUID())
  const words = { title: 'Our own messages', summary: 'What the bench publishes.' }
  const track = {
    id: trackId,
    version: 1,
    ...words,
    changeKind: 'initial',
    modules: [key],
    contentHash: trackId,
  }
  await insertTrackVersion(tx, track, clock(), practiceId)
  await assignTracks(tx, practiceId, [{ staffMemberId, trackId }], clock())
  const where = { practiceId, staffMemberId, trackId }
  const { id } = await tx.assignment.findFirstOrThrow({ where, select: { id: true } })
  return `/training/${id}/modules/${key}/lessons/l1`
}

writeFileSync(answerFile, JSON.stringify(await withDatabase(settings().databaseUrl, seed)), { mode: 0o600 })
