import type { Context } from '#lib/context'
import { findDraft } from '#lib/data/authored'
import { type Capability, membershipWith } from '#lib/domain/access/actor'
import type { PracticeId } from '#lib/domain/ids'
import { ok, type Result, refuse } from '#lib/domain/result'

export type NewFolderView = {
  readonly practiceId: PracticeId
  readonly practiceName: string
  readonly capabilities: readonly Capability[]
  /** The draft whose next text the folder is to be. */
  readonly target: { readonly draftId: string; readonly slug: string } | null
}

/** Where a folder is to go. */
export async function viewNewFolder(
  { tx, actor }: Context,
  { practiceId: wanted, targetDraft }: { readonly practiceId: string; readonly targetDraft: string | null },
): Promise<Result<NewFolderView, 'not-found'>> {
  const post = membershipWith(actor, wanted, 'author')
  if (!post) return refuse('not-found')
  const { practiceId, practiceName, capabilities } = post
  const draft = targetDraft === null ? undefined : await findDraft(tx, practiceId, targetDraft)
  if (targetDraft !== null && !draft) return refuse('not-found')
  const target = draft ? { draftId: draft.id, slug: draft.slug } : null
  return ok({ practiceId, practiceName, capabilities, target })
}
