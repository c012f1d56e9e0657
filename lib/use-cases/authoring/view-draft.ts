import { type ModuleFacts, readModuleFacts } from '#lib/content/authoring/module-facts'
import { lessonSkeleton } from '#lib/content/authoring/module-skeleton'
import { type Outline, readOutline, removedLessons } from '#lib/content/authoring/outline'
import { quizFindings } from '#lib/content/authoring/quiz-findings'
import type { Context } from '#lib/context'
import { type AuthoredKind, type DraftRecord, findDraft } from '#lib/data/authored'
import type { Tx } from '#lib/data/database'
import { findDraftFile } from '#lib/data/draft'
import { listDraftComments } from '#lib/data/draft-comment'
import { listRemovedLessons } from '#lib/data/draft-history'
import { listLessonsSaying, listRegisterIds } from '#lib/data/draft-lesson'
import { findOrigin, laterThanOrigin } from '#lib/data/origin'
import { listReviewers } from '#lib/data/own-library'
import { listStaffNames } from '#lib/data/practice'
import { findQuizFrame } from '#lib/data/quiz-draft'
import { type Capability, membershipWithAny } from '#lib/domain/access/actor'
import {
  canFollow,
  type DraftDeed,
  type DraftEventKind,
  type DraftState,
  deedsFor,
  draftState,
  isFrozen,
} from '#lib/domain/authoring/draft-state'
import { commentThreads, openThreads } from '#lib/domain/authoring/review/comment-threads'
import { type LocalDate, localDateAt } from '#lib/domain/calendar'
import type { PracticeId, StaffMemberId } from '#lib/domain/ids'
import { ok, type Result, refuse } from '#lib/domain/result'

export type DraftDone = {
  readonly number: number
  readonly kind: DraftEventKind
  readonly by: string | null
  readonly on: LocalDate
  readonly reason: string | null
  readonly fromNumber: number | null
  readonly publishOn: LocalDate | null
}

export type DraftView = {
  readonly practiceId: PracticeId
  readonly practiceName: string
  readonly capabilities: readonly Capability[]
  readonly draftId: string
  readonly kind: AuthoredKind
  readonly number: number
  readonly originVersionId: string | null
  /** The practice that wrote what this is a copy of; null where it is the library's. */
  readonly originPractice: string | null
  /** The version that there is now of what this is a copy of, where it is a later one. */
  readonly newerOrigin: number | null
  readonly authors: readonly string[]
  readonly state: DraftState
  readonly filesHash: string
  /** Undefined where the file cannot be read: the checks say why. */
  readonly facts: ModuleFacts | undefined
  readonly aboutRevision: number
  readonly outline: Outline | undefined
  readonly outlineRevision: number
  /** Lessons that were removed and can be put back. */
  readonly removed: readonly { readonly file: string; readonly title: string }[]
  readonly mayWrite: boolean
  readonly mayPublish: boolean
  readonly deeds: readonly DraftDeed[]
  /** Approving needs a reason, since only those who wrote in it may review. */
  readonly isSolo: boolean
  /** Names of those who may approve it: they may review and wrote nothing of it. */
  readonly approvers: readonly string[]
  /** What can be counted of what a module still lacks; null for a case. */
  readonly left: { readonly unwritten: readonly string[]; readonly quizToDo: number } | null
  /** How many comments nobody has settled yet. */
  readonly openComments: number
  /** The newest first. */
  readonly done: readonly DraftDone[]
}

/** A draft of a module or case: what it says of itself, its lessons, where it stands, who did what. */
export async function viewDraft(
  { tx, actor, now }: Context,
  { practiceId: wanted, draftId }: { practiceId: string; draftId: string },
): Promise<Result<DraftView, 'not-found'>> {
  const post = membershipWithAny(actor, wanted, ['author', 'review'])
  if (!post) return refuse('not-found')
  const { practiceId, practiceName, capabilities, timeZone } = post
  const draft = await findDraft(tx, practiceId, draftId)
  if (!draft) return refuse('not-found')
  const about = await findDraftFile(tx, practiceId, draftId, `${draft.kind}.yaml`)
  const version = await findDraftFile(tx, practiceId, draftId, `v${draft.number}/version.yaml`)
  const reviewers = await listReviewers(tx, practiceId, localDateAt(now, timeZone))
  const names = await listStaffNames(tx, practiceId, [...reviewers, ...draft.events.map(({ by }) => by)])
  const state = draftState(draft.events, draft.filesHash)
  const { others, isOwn, isSolo } = approvalOf(draft, reviewers, post.staffMemberId)
  const outline = draft.kind === 'module' && version ? readOutline(textOf(version.bytes)) : undefined
  const origin = await findOrigin(tx, practiceId, draft)
  return ok({
    practiceId,
    practiceName,
    capabilities,
    ...headOf(draft),
    newerOrigin: laterThanOrigin(origin),
    state,
    facts: about && readModuleFacts(textOf(about.bytes)),
    aboutRevision: about?.revision ?? 0,
    outline,
    outlineRevision: version?.revision ?? 0,
    removed: await removedFrom(tx, practiceId, draft),
    mayWrite: capabilities.includes('author') && !isFrozen(state),
    mayPublish: canFollow(state, 'published'),
    deeds: deedsFor(state, capabilities)
      .filter((deed) => deed !== 'retired' || !draft.isReplaced)
      .filter((deed) => deed !== 'approved' || !isOwn || isSolo),
    isSolo,
    approvers: others.flatMap((id) => names.get(id) ?? []).toSorted(),
    left: isFrozen(state) ? null : await leftToDo(tx, practiceId, draft, outline),
    openComments: openThreads(commentThreads(await listDraftComments(tx, practiceId, draftId))).length,
    done: draft.events
      .map(({ number, kind, by, at, reason, fromNumber, publishOn }) => ({
        number,
        kind,
        by: names.get(by) ?? null,
        on: localDateAt(at, timeZone),
        reason,
        fromNumber,
        publishOn,
      }))
      .toReversed(),
  })
}

/** Who may approve it besides the reader, and whether the reader wrote in it. */
function approvalOf(draft: DraftRecord, reviewers: readonly StaffMemberId[], reader: StaffMemberId) {
  const authors = draft.authors.map(({ id }) => id)
  const others = reviewers.filter((id) => !authors.includes(id))
  const isOwn = authors.includes(reader)
  return { others, isOwn, isSolo: isOwn && others.length === 0 }
}

/** Lessons that nobody has begun to write, by their files, and how much the quiz still lacks. */
async function leftToDo(
  tx: Tx,
  practiceId: PracticeId,
  { id, number }: DraftRecord,
  outline: Outline | undefined,
) {
  if (!outline) return null
  const begun = new TextEncoder().encode(lessonSkeleton(outline.language))
  const unwritten = await listLessonsSaying(tx, practiceId, { draftId: id, number }, begun)
  const frame = await findQuizFrame(tx, practiceId, id)
  const { sources } = await listRegisterIds(tx)
  return { unwritten, quizToDo: frame ? quizFindings(frame.texts, sources).length : 0 }
}

const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

const headOf = ({ id, kind, number, originVersionId, originPractice, authors, filesHash }: DraftRecord) => ({
  draftId: id,
  kind,
  number,
  originVersionId,
  originPractice,
  authors: authors.map(({ name }) => name),
  filesHash,
})

async function removedFrom(tx: Context['tx'], practiceId: PracticeId, { id, kind, number }: DraftRecord) {
  if (kind === 'case') return []
  const removed = removedLessons(...(await listRemovedLessons(tx, practiceId, id, number)))
  return removed.map(({ file, title }) => ({ file, title }))
}
