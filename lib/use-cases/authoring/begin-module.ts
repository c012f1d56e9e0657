import { chainEntries } from '#lib/audit/chain-entries'
import { moduleSkeleton, type NewModuleFacts } from '#lib/content/authoring/module-skeleton'
import type { Context } from '#lib/context'
import { appendAudit } from '#lib/data/audit'
import { findDraft, insertAuthored, insertDraft, listFolderNames } from '#lib/data/authored'
import { membershipWith } from '#lib/domain/access/actor'
import { folderName } from '#lib/domain/authoring/folder-name'
import { ownKey } from '#lib/domain/authoring/own-key'
import { ok, type Result, refuse } from '#lib/domain/result'

export type BeginModuleRefusal = 'not-found' | 'changed-meanwhile'

type Input = {
  readonly practiceId: string
  /** Made with the form: the same form, sent again, begins the same module. */
  readonly draftId: string
  readonly facts: NewModuleFacts
}

/** Begins a module of the practice's own: a folder with three lessons to write and a quiz without items. */
export async function beginModule(
  { tx, now, actor }: Context,
  { practiceId: wanted, draftId, facts }: Input,
): Promise<Result<{ draftId: string }, BeginModuleRefusal>> {
  const post = membershipWith(actor, wanted, 'author')
  if (!post) return refuse('not-found')
  const { practiceId, staffMemberId } = post
  if (await findDraft(tx, practiceId, draftId)) return ok({ draftId })
  const slug = folderName(facts.title, await listFolderNames(tx, practiceId))
  const key = ownKey(draftId)
  const unit = { id: draftId, kind: 'module', key, slug, originVersionId: null } as const
  if (!(await insertAuthored(tx, practiceId, unit, staffMemberId, now))) return refuse('changed-meanwhile')
  const files = moduleSkeleton(slug, facts).map(({ path, text }) => ({
    path,
    bytes: new TextEncoder().encode(text),
  }))
  await insertDraft(
    tx,
    practiceId,
    { id: draftId, authoredId: draftId, number: 1 },
    files,
    staffMemberId,
    now,
  )
  const deed = { kind: 'module-begun', authoredId: draftId, moduleId: key, originVersionId: null } as const
  await appendAudit(tx, practiceId, chainEntries({ actorPersonId: actor.personId, recordedAt: now }, [deed]))
  return ok({ draftId })
}
