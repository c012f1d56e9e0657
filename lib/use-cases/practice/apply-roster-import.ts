import { randomUUID } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { chainEntries } from '#lib/audit/chain-entries'
import { newOneTimeToken } from '#lib/auth/one-time-token'
import type { VisitorContext } from '#lib/context'
import { assignTracks } from '#lib/data/assign-tracks'
import { appendAudit } from '#lib/data/audit'
import { listRequirements, listStatusEvents } from '#lib/data/compliance-history'
import { insertEvidence } from '#lib/data/evidence'
import {
  forgetCells,
  listWaiting,
  type RowOutcome,
  saveOutcomes,
  type WaitingRow,
} from '#lib/data/import-rows'
import { listImportWords } from '#lib/data/import-words'
import { expireInvitations, insertInvitations, withdrawInvitations } from '#lib/data/invitation'
import { insertMails } from '#lib/data/mail'
import { findPractice, lockStaff } from '#lib/data/practice'
import { projectPart } from '#lib/data/projection'
import { type ImportRecord, lockImport, updateImport } from '#lib/data/roster-import'
import {
  listLanguages,
  listStaffPosts,
  peopleOf,
  type SavedPost,
  type StoredPost,
  savePosts,
  wantedBy,
} from '#lib/data/staff-posts'
import { invitationMinutes } from '#lib/domain/access/session-length'
import { addMinutes, type LocalDate, localDateAt } from '#lib/domain/calendar'
import { requirementsThatAsk } from '#lib/domain/compliance/audience'
import type { PersonId, PracticeId, StaffMemberId } from '#lib/domain/ids'
import { invariant } from '#lib/domain/invariant'
import { deedsOf } from '#lib/domain/people/roster-import/deeds'
import { type ReadRow, readRow } from '#lib/domain/people/roster-import/imported-row'
import { staffIndex } from '#lib/domain/people/roster-import/match-row'
import { mayStillEnd, planRow } from '#lib/domain/people/roster-import/plan-row'
import { type RowWrite, rowWrite, whoIn } from '#lib/domain/people/roster-import/row-write'
import { composeMail } from '#lib/mail/compose-mail'
import { derivedId } from '#lib/system/derived-id'

type Step = Pick<VisitorContext, 'tx' | 'now' | 'settings'>
type Work = {
  readonly practiceId: PracticeId
  readonly importId: string
  /** Whoever is waited for goes on only where another transaction does not hold the file. */
  readonly isQuick: boolean
}

/** So many rows are written together, or none of them. */
const batchRows = 500

type Place = {
  readonly practiceId: PracticeId
  readonly practiceName: string
  readonly timeZone: string
  readonly today: LocalDate
  readonly record: ImportRecord
}
type Written = { readonly row: WaitingRow; readonly write: RowWrite<StoredPost>; readonly post: SavedPost }

/**
 * Writes the next rows of a confirmed file, all of them or none. A row whose person was changed since the preview is left as
 * it is and said so. Cut off at any point, the next turn goes on with the rows that still wait.
 */
export async function applyRosterImport(
  context: Step,
  { practiceId, importId, isQuick }: Work,
): Promise<void> {
  const { tx, now } = context
  const record = await lockImport(tx, practiceId, importId, { wait: isQuick })
  if (record?.stage !== 'apply') return
  const practice = await findPractice(tx, practiceId)
  invariant(practice, 'a job is open for its practice')
  await lockStaff(tx, practiceId)
  const place = { practiceId, ...practice, today: localDateAt(now, practice.timeZone), record }
  const rows = await listWaiting(tx, { practiceId, importId }, { limit: batchRows })
  const words = await listImportWords(tx, practiceId)
  const { columns, dayOrder } = record.settings
  const reading = { columns, dayOrder, roleWords: words.roles, kindWords: words.kinds }
  const read = rows.map((row) => ({ ...row, read: readRow(row.cells, reading) }))
  invariant(record.confirmedBy, 'what is written was confirmed')
  const posts = await listStaffPosts(tx, practiceId, wantedBy(read, record.confirmedBy))
  const writes = await writesOf(context, place, read, posts)
  const written = await savedPosts(context, place, writes, posts)
  const outcomes = await recordFacts(context, place, written)
  await inviteAndExpire(context, place, written)
  await appendDeeds(context, place, written)
  const done = new Set(written.map(({ row }) => row.number))
  const left = rows.filter(({ number }) => !done.has(number))
  const changedSince = left.map(({ number }) => ({ number, result: 'changed-since', factIds: [] }) as const)
  await saveOutcomes(tx, { practiceId, importId }, [...outcomes, ...changedSince])
  const isOver = rows.length < batchRows
  if (isOver) await forgetCells(tx, { practiceId, importId })
  const stage = isOver ? 'applied' : 'apply'
  await updateImport(tx, practiceId, importId, { stage, done: record.done + rows.length }, now)
}

type Write = Pick<Written, 'row' | 'write'>
type ReadWaiting = WaitingRow & { readonly read: ReadRow }

/** The rows that still mean what the preview showed, and what they write. */
async function writesOf(
  { tx, now }: Step,
  { practiceId, today, record }: Place,
  rows: readonly ReadWaiting[],
  posts: readonly StoredPost[],
): Promise<Write[]> {
  const { changesFrom, lastDay } = record.settings
  // By the rights of whoever said yes, and never about themselves.
  const own = posts.find((post) => post.personId === record.confirmedBy)
  const mayAdminister = own?.administers === true
  const setting = { index: staffIndex(posts), today, mayAdminister }
  const standing = rows.filter(({ read, choice, plan }) => {
    if (own && whoIn(plan) === own.staffMemberId) return false
    if (plan.kind === 'missing') return mayStillEnd(setting.index.byId.get(plan.staffMemberId), mayAdminister)
    return isDeepStrictEqual(planRow(read, choice, setting), plan)
  })
  const ids = standing.flatMap(({ plan }) => whoIn(plan) ?? [])
  const facts = ids.length === 0 ? new Map() : await listStatusEvents(tx, [practiceId], ids)
  const given = {
    byId: new Map(posts.map((post) => [post.staffMemberId as string, post])),
    changesFrom: changesFrom ?? today,
    lastDay,
    situationOf: (post: StoredPost) => {
      return { today, now, post, facts: facts.get(post.staffMemberId) ?? [], asked: [] }
    },
  }
  return standing.flatMap((row) => {
    const write = rowWrite(row.plan, given)
    return write?.ok ? [{ row, write: write.value }] : []
  })
}

/** Puts the posts: of somebody new the person of that address, found or made, under a post that was hidden or a new one. */
async function savedPosts(
  { tx, now }: Step,
  { practiceId }: Place,
  writes: readonly Write[],
  posts: readonly StoredPost[],
): Promise<Written[]> {
  const fresh = writes.filter(({ write }) => write.kind === 'new')
  const people = await peopleOf(
    tx,
    fresh.map(({ row, write }) => ({ key: row.number, address: write.post.emailAddress })),
    now,
  )
  const postOfPerson = new Map(posts.map((post) => [post.personId, post.staffMemberId]))
  const written = writes.map(({ row, write }): Written => {
    const { emailAddress: _, ...post } = write.post
    const { before } = write
    const personId = before?.personId ?? people.get(row.number)
    invariant(personId, 'everybody new has a person')
    const staffMemberId =
      before?.staffMemberId ?? postOfPerson.get(personId) ?? (randomUUID() as StaffMemberId)
    const capabilities = write.kind === 'changed' && before ? before.capabilities : (['train'] as const)
    return { row, write, post: { ...post, staffMemberId, personId, capabilities } }
  })
  await savePosts(
    tx,
    practiceId,
    written.map(({ post }) => post),
    now,
  )
  return written
}

/** The facts of each row, and the tracks that its post now owes. */
async function recordFacts(
  { tx, now }: Step,
  { practiceId, today, record }: Place,
  written: readonly Written[],
): Promise<RowOutcome[]> {
  const requirements = await listRequirements(tx, [practiceId])
  const owed = written.flatMap(({ post }) => {
    if (post.endedOn !== null && post.endedOn < today) return []
    const { staffMemberId } = post
    return requirementsThatAsk(requirements, post, today).map(({ trackId }) => ({ staffMemberId, trackId }))
  })
  const made = Map.groupBy(
    await assignTracks(tx, practiceId, owed, now),
    ({ staffMemberId }) => staffMemberId,
  )
  const drafts = written.map(({ row, write, post: { staffMemberId } }) => {
    const assigned = (made.get(staffMemberId) ?? []).map(({ trackId }) => {
      return { kind: 'assigned', trackId, effectiveOn: today }
    })
    const facts = [...write.facts, ...assigned].map((fact, index) => {
      return { ...fact, id: factId(record.id, row.number, index), staffMemberId }
    })
    return { number: row.number, staffMemberId, facts }
  })
  const facts = drafts.flatMap((draft) => draft.facts)
  await insertEvidence(tx, practiceId, record.confirmedBy, facts, now)
  // A new name is no fact, and stands in every list that is derived.
  const renamed = written.filter(({ write }) => write.kind === 'changed' && write.facts.length === 0)
  const ids = renamed.map(({ post }) => post.staffMemberId)
  if (ids.length > 0) await projectPart(tx, practiceId, ids, now)
  return drafts.map(({ number, staffMemberId, facts: own }) => {
    return { number, result: 'applied', staffMemberId, factIds: own.map(({ id }) => id) }
  })
}

const factId = (importId: string, number: number, index: number) =>
  derivedId('roster-import', importId, String(number), String(index))

/** Invitations only where they were asked for; none outlives the last day of whoever leaves. */
async function inviteAndExpire(
  { tx, now, settings }: Step,
  { practiceId, practiceName, timeZone, record }: Place,
  written: readonly Written[],
): Promise<void> {
  for (const { write, post } of written) {
    if (write.kind !== 'changed' || post.endedOn === null) continue
    await expireInvitations(tx, { ...post, practiceId }, { lastDay: post.endedOn, timeZone }, now)
  }
  const invited = written.filter(({ write }) => write.kind !== 'changed' && write.post.emailAddress !== null)
  if (!record.settings.sendInvitations || invited.length === 0) return
  const people = invited.map(({ post }) => post.personId)
  await withdrawInvitations(tx, practiceId, people, now)
  const links = people.map((personId) => ({ personId, ...newOneTimeToken() }))
  const stored = links.map(({ personId, tokenHash }) => ({ personId, tokenHash }))
  await insertInvitations(tx, practiceId, stored, addMinutes(now, invitationMinutes), now)
  const languages = await listLanguages(tx, practiceId, people)
  const tokens = new Map<PersonId, string>(links.map(({ personId, token }) => [personId, token]))
  const mails = invited.map(({ write, post: { personId, name } }) => {
    const link = `${settings.origin}/invitation/${tokens.get(personId)}`
    const words = { name, practice: practiceName, link, days: invitationMinutes / (24 * 60) }
    const to = { personId, toName: name, toAddress: write.post.emailAddress ?? '' }
    const mail = composeMail('invitation', languages.get(personId) ?? 'en', words)
    return { kind: 'invitation', ...to, ...mail } as const
  })
  await insertMails(tx, practiceId, mails, now)
}

async function appendDeeds(
  { tx, now }: Step,
  { practiceId, record }: Place,
  written: readonly Written[],
): Promise<void> {
  if (written.length === 0) return
  const deeds = written.flatMap(({ write, post: { staffMemberId } }) =>
    deedsOf({ write, staffMemberId }, record.id, record.settings.sendInvitations),
  )
  const deed = { actorPersonId: record.confirmedBy, recordedAt: now }
  await appendAudit(tx, practiceId, chainEntries(deed, deeds))
}
