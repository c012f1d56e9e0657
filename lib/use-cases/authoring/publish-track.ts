import { chainEntries } from '#lib/audit/chain-entries'
import { canonicalHash } from '#lib/content/canonical-hash'
import type { Context } from '#lib/context'
import { appendAudit } from '#lib/data/audit'
import { insertTrackVersion, versionId } from '#lib/data/library'
import {
  listOwnTracks,
  listUsable,
  lockOwnTrack,
  type OwnTrack,
  type Usable,
  usableOf,
} from '#lib/data/own-library'
import { refreshEveryone } from '#lib/data/projection'
import { type Membership, membershipWith } from '#lib/domain/access/actor'
import { type ChangeDayProblem, changeOf, problemOfChangeDay } from '#lib/domain/authoring/holding-tracks'
import { type LocalDate, localDateAt } from '#lib/domain/calendar'
import type { ChangeKind } from '#lib/domain/curriculum/module'
import { ok, type Result, refuse } from '#lib/domain/result'

export type PublishTrackRefusal =
  | 'not-found'
  | 'changed-meanwhile'
  | 'track-empty'
  | 'track-places-repeat'
  | 'track-module-unknown'
  | 'track-case-unknown'
  | ChangeDayProblem

/** A module or a case, and where it stands among its kind, from 1. */
type TrackPart = { readonly id: string; readonly place: number }

type Input = {
  readonly practiceId: string
  /** Made with the form of a new track; the track's own id for its next version. */
  readonly trackId: string
  /** The version that stood on the page; 0 for a new track. */
  readonly after: number
  readonly title: string
  readonly summary: string
  readonly modules: readonly TrackPart[]
  /** Asked for beside the modules. */
  readonly cases: readonly TrackPart[]
  /** Of the next version of a track. */
  readonly changeKind?: ChangeKind
  /** The day of a material or a critical change. */
  readonly dueOn?: LocalDate | null
}

/** Publishes a track of the practice's own, or its next version: modules and cases of the library and of its own, in an order. */
export async function publishTrack(
  context: Context,
  input: Input,
): Promise<Result<{ trackVersionId: string }, PublishTrackRefusal>> {
  const { tx, actor, language } = context
  const post = membershipWith(actor, input.practiceId, 'author')
  if (!post) return refuse('not-found')
  const { practiceId } = post
  if (input.modules.length === 0) return refuse('track-empty')
  const [modules, cases] = [inOrder(input.modules), inOrder(input.cases)]
  if (!modules || !cases) return refuse('track-places-repeat')
  await lockOwnTrack(tx, practiceId, input.trackId)
  const usable = await listUsable(tx, practiceId, language)
  const standing = (await listOwnTracks(tx, practiceId)).find((track) => track.trackId === input.trackId)
  if (!areKnown(modules, usableOf('module', usable), standing?.moduleIds)) {
    return refuse('track-module-unknown')
  }
  if (!areKnown(cases, usableOf('case', usable), standing?.caseIds)) return refuse('track-case-unknown')
  return await publishVersion(context, post, input, { modules, cases, standing })
}

type Next = {
  readonly modules: readonly string[]
  readonly cases: readonly string[]
  readonly standing: OwnTrack | undefined
}

async function publishVersion(
  { tx, now, actor }: Context,
  { practiceId, timeZone }: Membership,
  { trackId, after, title, summary, ...said }: Input,
  { modules, cases, standing }: Next,
): Promise<Result<{ trackVersionId: string }, 'changed-meanwhile' | ChangeDayProblem>> {
  const version = after + 1
  const content = { title, summary, modules, cases }
  const change = version > 1 ? changeSaid(said) : null
  const contentHash = canonicalHash({ trackId, version, ...content, ...change })
  const trackVersionId = versionId(trackId, version)
  if ((standing?.version ?? 0) !== after) {
    // The same form, sent again.
    return standing?.contentHash === contentHash ? ok({ trackVersionId }) : refuse('changed-meanwhile')
  }
  const problem = change && problemOfChangeDay(change, localDateAt(now, timeZone))
  if (problem) return refuse(problem)
  const changed = change ? { changeKind: change.changeKind, change } : { changeKind: 'initial' }
  await insertTrackVersion(tx, { id: trackId, version, ...content, ...changed, contentHash }, now, practiceId)
  if (change) await refreshEveryone(tx, practiceId, now)
  const deed = { kind: 'track-version-published', trackVersionId, contentHash } as const
  await appendAudit(tx, practiceId, chainEntries({ actorPersonId: actor.personId, recordedAt: now }, [deed]))
  return ok({ trackVersionId })
}

/** What a track has already stays possible in it, also where the module or case was retired since. */
function areKnown(
  ids: readonly string[],
  usable: readonly Usable[],
  standing: readonly string[] = [],
): boolean {
  const known = new Set([...usable.map(({ id }) => id), ...standing])
  return ids.every((id) => known.has(id))
}

/** A change of the order or the parts of a track has no lesson that teaches it: where it binds, the track is taken anew. */
const changeSaid = ({ changeKind = 'clarifying', dueOn = null }: Pick<Input, 'changeKind' | 'dueOn'>) =>
  changeOf({ changeKind, dueOn, update: null })

/** Ids in the order of their places; undefined where two have the same. */
function inOrder(parts: readonly TrackPart[]): readonly string[] | undefined {
  if (new Set(parts.map(({ place }) => place)).size < parts.length) return undefined
  return parts.toSorted((a, b) => a.place - b.place).map(({ id }) => id)
}
