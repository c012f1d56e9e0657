import { chainEntries } from '#lib/audit/chain-entries'
import { shippedModuleFiles } from '#lib/content/authoring/draft-folder'
import { withVersionHead } from '#lib/content/authoring/module-facts'
import type { Context } from '#lib/context'
import { appendAudit } from '#lib/data/audit'
import { findDraft, insertAuthored, insertDraft, listFolderNames } from '#lib/data/authored'
import { listUsable, usableOf } from '#lib/data/own-library'
import { membershipWith } from '#lib/domain/access/actor'
import { folderName } from '#lib/domain/authoring/folder-name'
import { ownKey } from '#lib/domain/authoring/own-key'
import { ok, type Result, refuse } from '#lib/domain/result'

export type AdaptModuleRefusal = 'not-found' | 'changed-meanwhile'

type Input = {
  readonly practiceId: string
  /** Of the library. */
  readonly moduleVersionId: string
  /** Made with the form: the same form, sent again, makes the same copy. */
  readonly draftId: string
}

/** Copies the folder of a shipped module as a module of the practice's own, which remembers what it is a copy of. */
export async function adaptModule(
  { tx, now, actor, language }: Context,
  { practiceId: wanted, moduleVersionId, draftId }: Input,
): Promise<Result<{ draftId: string }, AdaptModuleRefusal>> {
  const post = membershipWith(actor, wanted, 'author')
  if (!post) return refuse('not-found')
  const { practiceId, staffMemberId } = post
  if (await findDraft(tx, practiceId, draftId)) return ok({ draftId })
  const usable = usableOf('module', await listUsable(tx, practiceId, language))
  const origin = usable.find(({ versionId, isOwn }) => versionId === moduleVersionId && !isOwn)
  if (!origin) return refuse('not-found')
  const slug = folderName(origin.slug, await listFolderNames(tx, practiceId))
  const key = ownKey(draftId)
  const unit = { id: draftId, kind: 'module', key, slug, originVersionId: moduleVersionId } as const
  if (!(await insertAuthored(tx, practiceId, unit, staffMemberId, now))) return refuse('changed-meanwhile')
  const draft = { id: draftId, authoredId: draftId, number: 1 }
  const files = shippedModuleFiles(origin.slug, origin.version).map((file) => ({
    ...file,
    bytes: file.path === 'v1/version.yaml' ? asFirst(file.bytes) : file.bytes,
  }))
  await insertDraft(tx, practiceId, draft, files, staffMemberId, now)
  const deed = {
    kind: 'module-begun',
    authoredId: draftId,
    moduleId: key,
    originVersionId: moduleVersionId,
  } as const
  await appendAudit(tx, practiceId, chainEntries({ actorPersonId: actor.personId, recordedAt: now }, [deed]))
  return ok({ draftId })
}

/** Its first version here, whichever version it was there. */
const asFirst = (bytes: Uint8Array) =>
  new TextEncoder().encode(withVersionHead(new TextDecoder().decode(bytes), 1, 'initial'))
