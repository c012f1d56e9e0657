import { readModuleFacts } from '#lib/content/authoring/module-facts'
import type { Context } from '#lib/context'
import { type AuthoredKind, type DraftRecord, listDrafts } from '#lib/data/authored'
import { listNetworkOffers, type NetworkOffer } from '#lib/data/network-offer'
import {
  listDraftAbouts,
  listOwnTracks,
  listUsable,
  type OwnTrack,
  type Usable,
  usableOf,
} from '#lib/data/own-library'
import { findNetwork } from '#lib/data/practice-network'
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
  /** The practice that wrote what this is a copy of; null where it is the library's. */
  readonly originPractice: string | null
  /** The version that there is now of what this is a copy of, where it is a later one. */
  readonly newerOrigin: number | null
  readonly state: DraftState
  /** The published version that stays in use while this later one is written. */
  readonly inUse: number | null
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
  /** What other practices of the network offer; null where the practice is in none. */
  readonly network: { readonly name: string; readonly offers: readonly NetworkOffer[] } | null
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
  const network = await networkAround(tx, practiceId)
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
      originPractice: draft.originPractice,
      newerOrigin: newerOrigin(draft, [...shipped, ...(network?.offers ?? [])]),
      state: draftState(draft.events, draft.filesHash),
      inUse: versionInUse(drafts, draft),
      authors: draft.authors.map(({ name }) => name),
      changedOn: localDateAt(draft.changedAt, timeZone),
    })),
    library: usableOf('module', shipped),
    caseLibrary: usableOf('case', shipped),
    notes: noteCounts(notes, lessons),
    tracks: await listOwnTracks(tx, practiceId),
    network,
  })
}

/** The practice's network, with what the others in it offer. */
async function networkAround(tx: Context['tx'], practiceId: PracticeId): Promise<AuthoringView['network']> {
  const network = await findNetwork(tx, practiceId)
  if (!network) return null
  const offers = await listNetworkOffers(tx, practiceId)
  return { name: network.name, offers: offers.filter((offer) => offer.practiceId !== practiceId) }
}

function versionInUse(drafts: readonly DraftRecord[], { authoredId, number }: DraftRecord): number | null {
  const published = drafts.findLast(
    (each) =>
      each.authoredId === authoredId &&
      each.number < number &&
      draftState(each.events, each.filesHash).kind === 'published',
  )
  return published?.number ?? null
}

type Written = Pick<Usable, 'id' | 'kind' | 'version'>

/** "m02@1" is version 1 of m02, "own-0123456789ab@1" one of another practice's. */
function newerOrigin({ kind, originVersionId }: DraftRecord, others: readonly Written[]): number | null {
  const [id, version] = originVersionId?.split('@') ?? []
  const newest = others.find((each) => each.kind === kind && each.id === id)
  return newest && newest.version > Number(version) ? newest.version : null
}
