import { withChange } from '#lib/content/authoring/next-version'
import { readOutline } from '#lib/content/authoring/outline'
import type { Context } from '#lib/context'
import { findDraft } from '#lib/data/authored'
import { findDraftFile, saveDraftFile } from '#lib/data/draft'
import { membershipWith } from '#lib/domain/access/actor'
import type { ChosenKind } from '#lib/domain/curriculum/module'
import { ok, type Result, refuse } from '#lib/domain/result'

export type ChangeVersionKindRefusal =
  | 'not-found'
  | 'version-is-first'
  | 'changed-meanwhile'
  | 'draft-frozen'
  | 'draft-full'
  | 'version-not-copied'
  | 'update-lesson-unknown'
  | 'update-lesson-needs-material'

type Change = {
  readonly changeKind: ChosenKind
  /** Of a material change: the lesson that teaches it, where one does. */
  readonly updateLesson: string | null
}

type Input = Change & {
  readonly practiceId: string
  readonly draftId: string
  /** The revision of `version.yaml` that stood on the page. */
  readonly base: number
}

/** Says what a version after the first means for those who completed an older one. Everything else stays byte for byte. */
export async function changeVersionKind(
  { tx, now, actor }: Context,
  { practiceId: wanted, draftId, base, ...change }: Input,
): Promise<Result<null, ChangeVersionKindRefusal>> {
  const post = membershipWith(actor, wanted, 'author')
  if (!post) return refuse('not-found')
  const { practiceId, staffMemberId } = post
  const draft = await findDraft(tx, practiceId, draftId)
  if (draft?.number === 1) return refuse('version-is-first')
  const path = `v${draft?.number ?? 0}/version.yaml`
  const file = await findDraftFile(tx, practiceId, draftId, path)
  if (!file) return refuse('not-found')
  const text = new TextDecoder().decode(file.bytes)
  const changed = changedText(text, change)
  if (!changed.ok) return changed
  // Saying the same again makes nobody an author, and ends no approval.
  if (changed.value === text) return ok(null)
  const save = { path, bytes: new TextEncoder().encode(changed.value), base }
  const saved = await saveDraftFile(tx, practiceId, draftId, save, staffMemberId, now)
  if (saved.kind === 'stale') return refuse('changed-meanwhile')
  if (saved.kind !== 'saved') return refuse(saved.kind === 'full' ? 'draft-full' : 'draft-frozen')
  return ok(null)
}

function changedText(text: string, change: Change): Result<string, ChangeVersionKindRefusal> {
  const { changeKind, updateLesson } = change
  if (updateLesson !== null) {
    if (changeKind !== 'material') return refuse('update-lesson-needs-material')
    const lessons = readOutline(text)?.lessons ?? []
    if (!lessons.some(({ id }) => id === updateLesson)) return refuse('update-lesson-unknown')
  }
  const changed = withChange(text, change)
  return changed === undefined ? refuse('version-not-copied') : ok(changed)
}
