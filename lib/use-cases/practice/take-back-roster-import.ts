import { chainEntries } from '#lib/audit/chain-entries'
import type { VisitorContext } from '#lib/context'
import { appendAudit } from '#lib/data/audit'
import { insertEvidence, type NewEvidence } from '#lib/data/evidence'
import { listWaiting, type RowOutcome, saveOutcomes, type WaitingRow } from '#lib/data/import-rows'
import { withdrawInvitations } from '#lib/data/invitation'
import { findPractice, lockStaff } from '#lib/data/practice'
import { projectPart, removeFromProjection } from '#lib/data/projection'
import { type ImportRecord, lockImport, updateImport } from '#lib/data/roster-import'
import {
  hidePosts,
  listStaffPosts,
  listStandingFacts,
  listWithLaterFacts,
  type StoredPost,
  savePosts,
} from '#lib/data/staff-posts'
import { type LocalDate, localDateAt } from '#lib/domain/calendar'
import type { PracticeId } from '#lib/domain/ids'
import { invariant } from '#lib/domain/invariant'
import { voidOf } from '#lib/domain/people/roster-import/import-facts'
import type { ImportPlan } from '#lib/domain/people/roster-import/plan-row'
import { type TakeBack, takeBackOf } from '#lib/domain/people/roster-import/take-back'
import { derivedId } from '#lib/system/derived-id'

type Step = Pick<VisitorContext, 'tx' | 'now'>
type Work = {
  readonly practiceId: PracticeId
  readonly importId: string
  /** Whoever is waited for goes on only where another transaction does not hold the file. */
  readonly isQuick: boolean
}

const batchRows = 500

/**
 * Takes back the next rows of an import that is being undone. Its facts are corrected as never having been, and stay; the
 * posts that it made are hidden. Where anything was recorded or changed since, the person is left as they are.
 */
export async function takeBackRosterImport(
  context: Step,
  { practiceId, importId, isQuick }: Work,
): Promise<void> {
  const { tx, now } = context
  const record = await lockImport(tx, practiceId, importId, { wait: isQuick })
  if (record?.stage !== 'undo') return
  const practice = await findPractice(tx, practiceId)
  invariant(practice, 'a job is open for its practice')
  await lockStaff(tx, practiceId)
  const rows = await listWaiting(tx, { practiceId, importId }, { limit: batchRows })
  const taken = await takenBack(context, practiceId, record, rows)
  await restorePosts(context, practiceId, taken)
  await voidFacts(context, practiceId, taken, {
    record,
    today: localDateAt(now, practice.timeZone),
  })
  const done = new Set(taken.map(({ row }) => row.number))
  const outcomes = rows.map(({ number }): RowOutcome => {
    return { number, result: done.has(number) ? 'undone' : 'kept', factIds: [] }
  })
  await saveOutcomes(tx, { practiceId, importId }, outcomes)
  const stage = rows.length < batchRows ? 'undone' : 'undo'
  await updateImport(tx, practiceId, importId, { stage, done: record.done + rows.length }, now)
}

type Taken = { readonly row: WaitingRow; readonly back: TakeBack<StoredPost> }

/** The rows on which nothing rests, and how each is taken back. */
async function takenBack(
  { tx }: Step,
  practiceId: PracticeId,
  record: ImportRecord,
  rows: readonly WaitingRow[],
): Promise<Taken[]> {
  const posts = await listStaffPosts(tx, practiceId, {
    people: record.undoneBy ? [record.undoneBy] : [],
    ids: rows.flatMap(({ staffMemberId }) => staffMemberId ?? []),
    numbers: rows.flatMap(({ plan }) => numberBefore(plan) ?? []),
  })
  const byNumber = new Map(
    posts.flatMap((post) => (post.isHidden || !post.employeeNumber ? [] : [[post.employeeNumber, post]])),
  )
  const byId = new Map(posts.map((post) => [post.staffMemberId as string, post]))
  // As on a person's own page: by the rights of who takes it back, and never about themselves.
  const own = posts.find((post) => post.personId === record.undoneBy)
  const possible = rows.flatMap((row): Taken[] => {
    const back = takeBackOf(row.plan, byId.get(row.staffMemberId ?? ''), record.settings.lastDay)
    // A number that somebody else got since stays theirs.
    const holder = back?.kind === 'restore' && byNumber.get(back.post.employeeNumber ?? '')
    if (back && !mayTakeBack(back.post, own)) return []
    if (!back || (holder && holder.staffMemberId !== back.post.staffMemberId)) return []
    return [{ row, back }]
  })
  const since = record.confirmedAt
  invariant(since, 'what is undone was confirmed')
  const ids = possible.map(({ back }) => back.post.staffMemberId)
  const besides = rows.flatMap(({ factIds }) => factIds)
  const later = await listWithLaterFacts(tx, practiceId, ids, { since, besides })
  return possible.filter(({ back }) => !later.has(back.post.staffMemberId))
}

const mayTakeBack = (post: StoredPost, own: StoredPost | undefined) =>
  post.staffMemberId !== own?.staffMemberId && (post.mayOnlyTrain || own?.administers === true)

/** The employee number that a post gets back. */
function numberBefore(plan: ImportPlan): string | null {
  return plan.kind === 'changed' || plan.kind === 'back' ? plan.before.employeeNumber : null
}

async function restorePosts(
  { tx, now }: Step,
  practiceId: PracticeId,
  taken: readonly Taken[],
): Promise<void> {
  const hidden = taken.filter(({ back }) => back.kind === 'hide').map(({ back }) => back.post)
  const restored = taken.filter(({ back }) => back.kind === 'restore').map(({ back }) => back.post)
  const hiddenIds = hidden.map(({ staffMemberId }) => staffMemberId)
  await removeFromProjection(tx, practiceId, hiddenIds)
  await hidePosts(tx, practiceId, hiddenIds, now)
  await savePosts(tx, practiceId, restored, now)
  const away = taken.filter(({ row }) => row.plan.kind === 'new' || row.plan.kind === 'back')
  const people = away.map(({ back }) => back.post.personId)
  if (people.length > 0) await withdrawInvitations(tx, practiceId, people, now)
}

async function voidFacts(
  { tx, now }: Step,
  practiceId: PracticeId,
  taken: readonly Taken[],
  { record, today }: { readonly record: ImportRecord; readonly today: LocalDate },
): Promise<void> {
  if (taken.length === 0) return
  const written = taken.flatMap(({ row }) => row.factIds)
  const standing = await listStandingFacts(tx, practiceId, written)
  const facts = taken.flatMap(({ row, back }): NewEvidence[] =>
    row.factIds
      .filter((id) => standing.has(id))
      .map((id) => {
        const { staffMemberId } = back.post
        return { ...voidOf(id, today), id: derivedId('roster-import-undone', id), staffMemberId }
      }),
  )
  await insertEvidence(tx, practiceId, record.undoneBy, facts, now)
  const renamed = taken.filter(({ row, back }) => {
    return back.kind === 'restore' && !row.factIds.some((id) => standing.has(id))
  })
  const ids = renamed.map(({ back }) => back.post.staffMemberId)
  // A name that is put back is no fact, and stands in every list that is derived.
  if (ids.length > 0) await projectPart(tx, practiceId, ids, now)
  const deeds = taken.map(({ back }) => {
    return {
      kind: 'import-taken-back',
      staffMemberId: back.post.staffMemberId,
      importId: record.id,
    } as const
  })
  const deed = { actorPersonId: record.undoneBy, recordedAt: now }
  await appendAudit(tx, practiceId, chainEntries(deed, deeds))
}
