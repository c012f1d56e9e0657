import type { Context } from '#lib/context'
import { previewOfChange } from '#lib/data/change-preview'
import { listOwnTracks, listUsable, type OwnTrack, type Usable, usableOf } from '#lib/data/own-library'
import { type Capability, membershipWith } from '#lib/domain/access/actor'
import type { ChangePreview } from '#lib/domain/authoring/change-preview'
import type { PracticeId } from '#lib/domain/ids'
import { ok, type Result, refuse } from '#lib/domain/result'

export type TrackFormView = {
  readonly practiceId: PracticeId
  readonly practiceName: string
  readonly capabilities: readonly Capability[]
  /** Its newest version; null for a new one. */
  readonly track: OwnTrack | null
  readonly modules: readonly Usable[]
  readonly cases: readonly Usable[]
  /** Who would owe what by the kind of change and the day that are looked at; null where the kind binds nobody. */
  readonly preview: ChangePreview | null
}

type Input = {
  readonly practiceId: string
  readonly trackId: string | null
  readonly change?: {
    readonly changeKind: string | undefined
    readonly dueOn: string | undefined
    readonly page: number
  }
}

/** A track of the practice's own, or a new one, with every module and case that it can have. */
export async function viewTrackForm(
  { tx, now, actor, language }: Context,
  { practiceId: wanted, trackId, change }: Input,
): Promise<Result<TrackFormView, 'not-found'>> {
  const post = membershipWith(actor, wanted, 'author')
  if (!post) return refuse('not-found')
  const { practiceId, practiceName, capabilities } = post
  const tracks = trackId === null ? [] : await listOwnTracks(tx, practiceId)
  const track = tracks.find((each) => each.trackId === trackId) ?? null
  if (trackId !== null && !track) return refuse('not-found')
  const usable = await listUsable(tx, practiceId, language)
  const { changeKind = 'clarifying', dueOn, page = 1 } = change ?? {}
  const assumed = { changeKind, dueOn, page, hasUpdateLesson: false, tracks: track ? [track] : [] }
  const preview = await previewOfChange(tx, post, assumed, now)
  const [modules, cases] = [usableOf('module', usable), usableOf('case', usable)]
  return ok({ practiceId, practiceName, capabilities, track, modules, cases, preview })
}
