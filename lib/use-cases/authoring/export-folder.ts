import { chainEntries } from '#lib/audit/chain-entries'
import type { Context } from '#lib/context'
import { folderArchive } from '#lib/csv/folder-archive'
import { appendAudit } from '#lib/data/audit'
import { findDraft } from '#lib/data/authored'
import { listDraftFiles } from '#lib/data/draft'
import { membershipWith } from '#lib/domain/access/actor'
import { belongsToVersion } from '#lib/domain/authoring/draft-path'
import { ok, type Result, refuse } from '#lib/domain/result'

type Input = { readonly practiceId: string; readonly draftId: string }

/** A folder on its way out, piece by piece. */
export type FolderFile = { readonly slug: string; readonly pieces: AsyncGenerator<Uint8Array> }

/**
 * A draft or a published version as an archive of a folder in the form of the shipped ones, every file byte for byte. Right
 * answers are in it: it is for authors, and that it leaves is put on record.
 */
export async function exportFolder(
  { tx, actor, now }: Context,
  { practiceId: wanted, draftId }: Input,
): Promise<Result<FolderFile, 'not-found'>> {
  const post = membershipWith(actor, wanted, 'author')
  const draft = post && (await findDraft(tx, post.practiceId, draftId))
  if (!post || !draft) return refuse('not-found')
  const { slug, number, filesHash } = draft
  const all = await listDraftFiles(tx, post.practiceId, draftId)
  const files = all.filter(({ path }) => belongsToVersion(path, number))
  const deed = { kind: 'folder-exported', draftId, filesHash } as const
  const entries = chainEntries({ actorPersonId: actor.personId, recordedAt: now }, [deed])
  await appendAudit(tx, post.practiceId, entries)
  return ok({ slug, pieces: folderArchive(slug, files) })
}
