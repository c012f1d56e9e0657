import { readModuleFacts } from '#lib/content/authoring/module-facts'
import type { Context } from '#lib/context'
import { type AuthoredKind, type DraftRecord, listDrafts } from '#lib/data/authored'
import {
  listDraftAbouts,
  listOwnTracks,
  listUsable,
  type OwnTrack,
  type Usable,
  usableOf,
} from '#lib/data/own-library'
import { listLessonsStanding, listNoteTexts } from '#lib/data/practice-note'
import { type Capability, membershipWithAny } from '#lib/domain/access/actor'
import { type DraftState, draftState } from '#lib/domain/authoring/draft-state'
import { type NoteCounts, noteCounts } from '#lib/domain/authoring/note-counts'
import { type LocalDate, localDateAt } from '#lib/domain/calendar'
import type { PracticeId } from '#lib/domain/ids'
import { ok, type Result, refuse } from '#lib/domain/result'

export type DraftLine = {
  readonly draftId: string
  readonly kind: AuthoredKind
  readonly title: string
  readonly number: number
  readonly originVersionId: string | null
  /** The version that the library has now of what this is a copy of, where it is a later one. */
  readonly newerOrigin: number | null
  readonly state: DraftState
  /** Who wrote in it, the last one first. */
  readonly authors: readonly string[]
  readonly changedOn: LocalDate
}

export type AuthoringView = {
  readonly practiceId: PracticeId
  readonly practiceName: string
  readonly capabilities: readonly Capability[]
  /** The newest version of each module and case of the practice's own. */
  readonly drafts: readonly DraftLine[]
  readonly library: readonly Usable[]
  readonly caseLibrary: readonly Usable[]
  /** How the practice's notes on modules of the library stand, by module. */
  readonly notes: ReadonlyMap<string, NoteCounts>
  readonly tracks: readonly OwnTrack[]
}

/** What the practice writes itself, and the shipped library beside it. */
export async function viewAuthoring(
  { tx, actor, language }: Context,
  { practiceId: wanted }: { practiceId: string },
): Promise<Result<AuthoringView, 'not-found'>> {
  const post = membershipWithAny(actor, wanted, ['author', 'review'])
  if (!post) return refuse('not-found')
  const { practiceId, practiceName, capabilities, timeZone } = post
  const drafts = await listDrafts(tx, practiceId)
  const newest = [...new Map(drafts.map((draft) => [draft.authoredId, draft])).values()]
  const abouts = await listDraftAbouts(tx, practiceId)
  const titleOf = ({ id, slug }: DraftRecord) => {
    const bytes = abouts.get(id)
    return (bytes && readModuleFacts(new TextDecoder().decode(bytes))?.title) || slug
  }
  const shipped = (await listUsable(tx, practiceId, language)).filter(({ isOwn }) => !isOwn)
  const notes = await listNoteTexts(tx, practiceId)
  const noted = [...new Set(notes.map(({ moduleId }) => moduleId))]
  const lessons = noted.length > 0 ? await listLessonsStanding(tx, noted) : new Set<string>()
  return ok({
    practiceId,
    practiceName,
    capabilities,
    drafts: newest.map((draft) => ({
      draftId: draft.id,
      kind: draft.kind,
      title: titleOf(draft),
      number: draft.number,
      originVersionId: draft.originVersionId,
      newerOrigin: newerOrigin(draft, shipped),
      state: draftState(draft.events, draft.filesHash),
      authors: draft.authors.map(({ name }) => name),
      changedOn: localDateAt(draft.changedAt, timeZone),
    })),
    library: usableOf('module', shipped),
    caseLibrary: usableOf('case', shipped),
    notes: noteCounts(notes, lessons),
    tracks: await listOwnTracks(tx, practiceId),
  })
}

/** "m02@1" is version 1 of m02. */
function newerOrigin({ kind, originVersionId }: DraftRecord, shipped: readonly Usable[]): number | null {
  const [id, version] = originVersionId?.split('@') ?? []
  const newest = usableOf(kind, shipped).find((each) => each.id === id)
  return newest && newest.version > Number(version) ? newest.version : null
}
