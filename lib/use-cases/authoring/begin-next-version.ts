import { chainEntries } from '#lib/audit/chain-entries'
import { filesOfNextVersion } from '#lib/content/authoring/next-version'
import type { Context } from '#lib/context'
import { appendAudit } from '#lib/data/audit'
import {
  type DraftRecord,
  findDraft,
  insertDraft,
  insertDraftEvent,
  listDrafts,
  lockAuthored,
} from '#lib/data/authored'
import { type DraftContent, listDraftFiles, lockDraft, saveDraftFile } from '#lib/data/draft'
import { type Membership, membershipWith } from '#lib/domain/access/actor'
import { canFollow, draftState, isFrozen } from '#lib/domain/authoring/draft-state'
import { ok, type Result, refuse } from '#lib/domain/result'

export type BeginNextVersionRefusal =
  | 'not-found'
  | 'draft-moved'
  | 'draft-changed'
  | 'next-version-begun'
  | 'version-not-copied'

type Input = {
  readonly practiceId: string
  /** The published version whose text the next one begins with: the newest, or an earlier one to go back to. */
  readonly draftId: string
  /** Made with the form: the same form, sent again, begins the same version. */
  readonly newDraftId: string
  /** Of the text of the version in work, where it is to be replaced; null where none was in work. */
  readonly over: string | null
}

/**
 * Begins the next version of a module or case with the text of a published one, or gives that text to the version in work. A
 * module has one version in work at most: who begins while there is one is led to it. What is published is only read.
 */
export async function beginNextVersion(
  context: Context,
  { practiceId: wanted, draftId, newDraftId, over }: Input,
): Promise<Result<{ draftId: string }, BeginNextVersionRefusal>> {
  const { tx, actor } = context
  const post = membershipWith(actor, wanted, 'author')
  if (!post) return refuse('not-found')
  const { practiceId } = post
  const source = await findDraft(tx, practiceId, draftId)
  if (!source) return refuse('not-found')
  if (!isOut(source)) return refuse('draft-moved')
  await lockAuthored(tx, practiceId, source.authoredId)
  const versions = await listDrafts(tx, practiceId, { authoredId: source.authoredId })
  const last = versions.at(-1) ?? source
  if (isOut(last)) return await begin(context, post, source, { id: newDraftId, number: last.number + 1 })
  const isNewest = versions.findLast(isOut)?.id === source.id
  if (hasTextOf(last, source) || (over === null && isNewest)) return ok({ draftId: last.id })
  return over === null ? refuse('next-version-begun') : await replace(context, post, source, last.id, over)
}

/** Published, or retired since. */
const isOut = ({ events, filesHash }: DraftRecord) => isFrozen(draftState(events, filesHash))

/** Whether nothing was done with it since it was given this text. */
function hasTextOf({ events, filesHash }: DraftRecord, source: DraftRecord): boolean {
  const last = events.at(-1)
  return last?.kind === 'text-taken' && last.fromNumber === source.number && last.filesHash === filesHash
}

async function begin(
  context: Context,
  post: Membership,
  source: DraftRecord,
  next: { readonly id: string; readonly number: number },
): Promise<Result<{ draftId: string }, BeginNextVersionRefusal>> {
  const { tx, now } = context
  const files = await filesFor(context, post, source, next.number)
  if (!files) return refuse('version-not-copied')
  const draft = { ...next, authoredId: source.authoredId }
  const isNew = await insertDraft(tx, post.practiceId, draft, files, post.staffMemberId, now)
  if (!isNew) return refuse('draft-changed')
  return await recordText(context, post, source, next.id)
}

/** Each file as a change of its own, so that what was written in it stays among the kept texts. */
async function replace(
  context: Context,
  post: Membership,
  source: DraftRecord,
  draftId: string,
  over: string,
): Promise<Result<{ draftId: string }, BeginNextVersionRefusal>> {
  const { tx, now } = context
  const { practiceId, staffMemberId } = post
  await lockDraft(tx, practiceId, draftId)
  const draft = await findDraft(tx, practiceId, draftId)
  if (draft?.filesHash !== over) return refuse('draft-changed')
  if (!canFollow(draftState(draft.events, over), 'text-taken')) return refuse('draft-moved')
  const files = await filesFor(context, post, source, draft.number)
  if (!files) return refuse('version-not-copied')
  const standing = await listDraftFiles(tx, practiceId, draftId)
  const gone = standing.filter(({ path }) => files.every((file) => file.path !== path))
  const changes = [...gone.map(({ path }) => ({ path, bytes: null })), ...files]
  for (const { path, bytes } of changes) {
    const before = standing.find((file) => file.path === path)
    if (before && bytes && Buffer.compare(before.bytes, bytes) === 0) continue
    const save = { path, bytes, base: before?.revision ?? 0 }
    const saved = await saveDraftFile(tx, practiceId, draftId, save, staffMemberId, now)
    if (saved.kind !== 'saved') return refuse('draft-changed')
  }
  return await recordText(context, post, source, draftId)
}

async function filesFor({ tx }: Context, { practiceId }: Membership, source: DraftRecord, number: number) {
  const files: readonly DraftContent[] = await listDraftFiles(tx, practiceId, source.id)
  return filesOfNextVersion(
    files.map(({ path, bytes }) => ({ path, bytes })),
    source.number,
    number,
  )
}

async function recordText(
  { tx, now, actor }: Context,
  { practiceId, staffMemberId: by }: Membership,
  { number: fromNumber }: DraftRecord,
  draftId: string,
): Promise<Result<{ draftId: string }, BeginNextVersionRefusal>> {
  const draft = await findDraft(tx, practiceId, draftId)
  if (!draft) return refuse('not-found')
  const { filesHash, number } = draft
  const event = { kind: 'text-taken', by, reason: null, filesHash, details: { fromNumber } } as const
  await insertDraftEvent(tx, practiceId, draftId, event, now)
  const deed = { kind: 'version-begun', draftId, number, fromNumber, filesHash } as const
  await appendAudit(tx, practiceId, chainEntries({ actorPersonId: actor.personId, recordedAt: now }, [deed]))
  return ok({ draftId })
}
