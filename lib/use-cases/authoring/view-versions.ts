import { readChange } from '#lib/content/authoring/next-version'
import { type OutlineLesson, readOutline } from '#lib/content/authoring/outline'
import type { Context } from '#lib/context'
import { type DraftRecord, findDraft, listDrafts } from '#lib/data/authored'
import type { Tx } from '#lib/data/database'
import { findDraftFile } from '#lib/data/draft'
import { listOwnTracks } from '#lib/data/own-library'
import { membershipWithAny } from '#lib/domain/access/actor'
import {
  canFollow,
  type DraftState,
  draftState,
  type HoldCause,
  isFrozen,
} from '#lib/domain/authoring/draft-state'
import { type LocalDate, localDateAt } from '#lib/domain/calendar'
import type { ChangeKind } from '#lib/domain/curriculum/module'
import type { PracticeId } from '#lib/domain/ids'
import { ok, type Result, refuse } from '#lib/domain/result'

export type VersionLine = {
  readonly draftId: string
  readonly number: number
  readonly state: DraftState
  /** Null while it is not published. */
  readonly publishedOn: LocalDate | null
  /** The version whose text it was given last; null where it was written from the start. */
  readonly fromNumber: number | null
}

export type VersionsView = {
  readonly practiceId: PracticeId
  readonly draftId: string
  readonly number: number
  /** All versions of the module or case, the newest first. */
  readonly versions: readonly VersionLine[]
  /** The newest that is published; null before the first publication. */
  readonly newestNumber: number | null
  readonly mayBegin: boolean
  /** The version in work. `takes`: its text may be replaced now. */
  readonly inWork: { readonly number: number; readonly filesHash: string; readonly takes: boolean } | null
  /** Of a version after the first, what it changes for people. */
  readonly change: {
    readonly changeKind: ChangeKind | null
    readonly updateLesson: string | null
    readonly lessons: readonly OutlineLesson[]
    readonly base: number
    readonly mayChange: boolean
  } | null
  /** Why it was not published on the day that was planned, where nothing was done since. */
  readonly held: { readonly on: LocalDate; readonly cause: HoldCause } | null
  /** Titles of the practice's trainings that hold it in their newest versions. */
  readonly tracks: readonly string[]
}

/** The versions of a module or case around one of them, and what can be done with each. */
export async function viewVersions(
  { tx, actor }: Context,
  { practiceId: wanted, draftId }: { practiceId: string; draftId: string },
): Promise<Result<VersionsView, 'not-found'>> {
  const post = membershipWithAny(actor, wanted, ['author', 'review'])
  if (!post) return refuse('not-found')
  const { practiceId, capabilities, timeZone } = post
  const draft = await findDraft(tx, practiceId, draftId)
  if (!draft) return refuse('not-found')
  const { authoredId, key } = draft
  const drafts = (await listDrafts(tx, practiceId, { authoredId })).toReversed()
  const isAuthor = capabilities.includes('author')
  const tracks = await listOwnTracks(tx, practiceId)
  return ok({
    practiceId,
    draftId,
    number: draft.number,
    versions: drafts.map((each) => lineOf(each, timeZone)),
    newestNumber: drafts.find(isOut)?.number ?? null,
    mayBegin: isAuthor,
    inWork: workOf(drafts.find((each) => !isOut(each))),
    change: draft.number === 1 ? null : await changeOf(tx, practiceId, draft, isAuthor),
    held: heldOf(draft, timeZone),
    tracks: tracks
      .filter(({ moduleIds, caseIds }) => moduleIds.includes(key) || caseIds.includes(key))
      .map(({ title }) => title),
  })
}

const stateOf = ({ events, filesHash }: DraftRecord) => draftState(events, filesHash)
const isOut = (draft: DraftRecord) => isFrozen(stateOf(draft))

function lineOf(draft: DraftRecord, timeZone: string): VersionLine {
  const published = draft.events.find(({ kind }) => kind === 'published')
  return {
    draftId: draft.id,
    number: draft.number,
    state: stateOf(draft),
    publishedOn: published ? localDateAt(published.at, timeZone) : null,
    fromNumber: draft.events.findLast(({ kind }) => kind === 'text-taken')?.fromNumber ?? null,
  }
}

function workOf(draft: DraftRecord | undefined): VersionsView['inWork'] {
  if (!draft) return null
  const { number, filesHash } = draft
  return { number, filesHash, takes: canFollow(stateOf(draft), 'text-taken') }
}

async function changeOf(
  tx: Tx,
  practiceId: PracticeId,
  draft: DraftRecord,
  isAuthor: boolean,
): Promise<VersionsView['change']> {
  const file = await findDraftFile(tx, practiceId, draft.id, `v${draft.number}/version.yaml`)
  if (!file) return null
  const text = new TextDecoder().decode(file.bytes)
  const lessons = readOutline(text)?.lessons ?? []
  return { ...readChange(text), lessons, base: file.revision, mayChange: isAuthor && !isOut(draft) }
}

function heldOf({ events }: DraftRecord, timeZone: string): VersionsView['held'] {
  const last = events.at(-1)
  if (last?.kind !== 'held-back' || last.cause === null) return null
  return { on: localDateAt(last.at, timeZone), cause: last.cause }
}
