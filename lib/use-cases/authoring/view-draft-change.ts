import { readModuleFacts } from '#lib/content/authoring/module-facts'
import { readChange } from '#lib/content/authoring/next-version'
import type { Context } from '#lib/context'
import { findDraft } from '#lib/data/authored'
import { previewOfChange } from '#lib/data/change-preview'
import { findDraftFile } from '#lib/data/draft'
import { listOwnTracks } from '#lib/data/own-library'
import { type Capability, membershipWithAny } from '#lib/domain/access/actor'
import type { ChangePreview } from '#lib/domain/authoring/change-preview'
import { tracksHolding } from '#lib/domain/authoring/holding-tracks'
import type { PracticeId } from '#lib/domain/ids'
import { ok, type Result, refuse } from '#lib/domain/result'

export type DraftChangeView = {
  readonly practiceId: PracticeId
  readonly practiceName: string
  readonly capabilities: readonly Capability[]
  readonly draftId: string
  readonly title: string
  /** Null where its kind of change binds nobody, or no track holds it. */
  readonly preview: ChangePreview | null
}

type Input = {
  readonly practiceId: string
  readonly draftId: string
  readonly dueOn: string | undefined
  readonly page: number
}

/** Who would owe what if the draft were published now, with the day that is looked at. Writes nothing. */
export async function viewDraftChange(
  { tx, now, actor }: Context,
  { practiceId: wanted, draftId, dueOn, page }: Input,
): Promise<Result<DraftChangeView, 'not-found'>> {
  const post = membershipWithAny(actor, wanted, ['author', 'review'])
  if (!post) return refuse('not-found')
  const { practiceId, practiceName, capabilities } = post
  const draft = await findDraft(tx, practiceId, draftId)
  if (!draft) return refuse('not-found')
  const { kind, key, slug, number } = draft
  const textOf = async (path: string) => {
    const file = await findDraftFile(tx, practiceId, draftId, path)
    return new TextDecoder().decode(file?.bytes)
  }
  const { changeKind, updateLesson } = readChange(await textOf(`v${number}/version.yaml`))
  const tracks = tracksHolding(await listOwnTracks(tx, practiceId), { kind, partId: key, version: number })
  const assumed = {
    tracks,
    changeKind: changeKind ?? 'initial',
    hasUpdateLesson: updateLesson !== null,
    dueOn,
    page,
  }
  return ok({
    practiceId,
    practiceName,
    capabilities,
    draftId,
    title: readModuleFacts(await textOf(`${kind}.yaml`))?.title || slug,
    preview: tracks.length > 0 ? await previewOfChange(tx, post, assumed, now) : null,
  })
}
