import { chainEntries } from '#lib/audit/chain-entries'
import { canonicalHash } from '#lib/content/canonical-hash'
import type { Context } from '#lib/context'
import { appendAudit } from '#lib/data/audit'
import { insertTrackVersion, versionId } from '#lib/data/library'
import { listOwnTracks, listUsableModules, lockOwnTrack } from '#lib/data/own-library'
import { membershipWith } from '#lib/domain/access/actor'
import { ok, type Result, refuse } from '#lib/domain/result'

export type PublishTrackRefusal =
  | 'not-found'
  | 'changed-meanwhile'
  | 'track-empty'
  | 'track-places-repeat'
  | 'track-module-unknown'

export type TrackPart = { readonly moduleId: string; readonly place: number }

type Input = {
  readonly practiceId: string
  /** Made with the form of a new track; the track's own id for its next version. */
  readonly trackId: string
  /** The version that stood on the page; 0 for a new track. */
  readonly after: number
  readonly title: string
  readonly summary: string
  readonly parts: readonly TrackPart[]
}

/** Publishes a track of the practice's own, or its next version: modules of the library and of its own, in an order. */
export async function publishTrack(
  { tx, now, actor, language }: Context,
  { practiceId: wanted, trackId, after, title, summary, parts }: Input,
): Promise<Result<{ trackVersionId: string }, PublishTrackRefusal>> {
  const post = membershipWith(actor, wanted, 'author')
  if (!post) return refuse('not-found')
  const { practiceId } = post
  const ordered = inOrder(parts)
  if (!ordered.ok) return ordered
  const modules = ordered.value
  await lockOwnTrack(tx, practiceId, trackId)
  const usable = await listUsableModules(tx, practiceId, language)
  const standing = (await listOwnTracks(tx, practiceId)).find((track) => track.trackId === trackId)
  // What a track has already stays possible in it, also where the module was retired since.
  const known = new Set([...usable.map((each) => each.moduleId), ...(standing?.moduleIds ?? [])])
  if (modules.some((moduleId) => !known.has(moduleId))) return refuse('track-module-unknown')
  const version = after + 1
  const content = { title, summary, modules, cases: standing?.caseIds ?? [] }
  const contentHash = canonicalHash({ trackId, version, ...content })
  const trackVersionId = versionId(trackId, version)
  if ((standing?.version ?? 0) !== after) {
    // The same form, sent again.
    return standing?.contentHash === contentHash ? ok({ trackVersionId }) : refuse('changed-meanwhile')
  }
  const changeKind = version === 1 ? 'initial' : 'clarifying'
  await insertTrackVersion(tx, { id: trackId, version, changeKind, ...content, contentHash }, now, practiceId)
  const deed = { kind: 'track-version-published', trackVersionId, contentHash } as const
  await appendAudit(tx, practiceId, chainEntries({ actorPersonId: actor.personId, recordedAt: now }, [deed]))
  return ok({ trackVersionId })
}

function inOrder(
  parts: readonly TrackPart[],
): Result<readonly string[], 'track-empty' | 'track-places-repeat'> {
  if (parts.length === 0) return refuse('track-empty')
  if (new Set(parts.map(({ place }) => place)).size < parts.length) return refuse('track-places-repeat')
  return ok(parts.toSorted((a, b) => a.place - b.place).map(({ moduleId }) => moduleId))
}
