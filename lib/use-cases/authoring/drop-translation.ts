import { chainEntries } from '#lib/audit/chain-entries'
import type { Context } from '#lib/context'
import { appendAudit } from '#lib/data/audit'
import { findDraft } from '#lib/data/authored'
import { listDraftFiles, lockDraft, saveDraftFile } from '#lib/data/draft'
import { membershipWith } from '#lib/domain/access/actor'
import { belongsToVersion, isTranslationPath } from '#lib/domain/authoring/draft-path'
import { draftState, isFrozen } from '#lib/domain/authoring/draft-state'
import { ok, type Result, refuse } from '#lib/domain/result'

export type DropTranslationRefusal = 'not-found' | 'draft-changed' | 'draft-moved'

type Input = {
  readonly practiceId: string
  readonly draftId: string
  /** Of the text that stood on the page: a translation that somebody has written on since is not dropped unseen. */
  readonly filesHash: string
}

/** Takes the translation out of a draft. Its last texts stay among the revisions, like those of every removed file. */
export async function dropTranslation(
  { tx, now, actor }: Context,
  { practiceId: wanted, draftId, filesHash }: Input,
): Promise<Result<null, DropTranslationRefusal>> {
  const post = membershipWith(actor, wanted, 'author')
  if (!post) return refuse('not-found')
  const { practiceId, staffMemberId } = post
  await lockDraft(tx, practiceId, draftId)
  const draft = await findDraft(tx, practiceId, draftId)
  if (!draft) return refuse('not-found')
  if (isFrozen(draftState(draft.events, draft.filesHash))) return refuse('draft-moved')
  if (draft.filesHash !== filesHash) return refuse('draft-changed')
  const files = await listDraftFiles(tx, practiceId, draftId)
  const dropped = files.filter(({ path }) => belongsToVersion(path, draft.number) && isTranslationPath(path))
  for (const { path, revision } of dropped) {
    const save = { path, bytes: null, base: revision }
    await saveDraftFile(tx, practiceId, draftId, save, staffMemberId, now)
  }
  const deed = { kind: 'draft-translation-dropped', draftId, files: dropped.length } as const
  await appendAudit(tx, practiceId, chainEntries({ actorPersonId: actor.personId, recordedAt: now }, [deed]))
  return ok(null)
}
