import { chainEntries } from '#lib/audit/chain-entries'
import type { Context } from '#lib/context'
import { appendAudit } from '#lib/data/audit'
import { listReviewers } from '#lib/data/own-library'
import {
  findNotableModule,
  insertNoteDeed,
  listNoteTexts,
  lockNote,
  type NotePlace,
} from '#lib/data/practice-note'
import { type Capability, membershipWithAny } from '#lib/domain/access/actor'
import { type ApprovalRefusal, mayApprove } from '#lib/domain/authoring/draft-state'
import {
  type NoteDeedKind,
  noteAuthors,
  noteDeedsFor,
  noteStanding,
  noteTextState,
} from '#lib/domain/authoring/practice-note'
import { localDateAt } from '#lib/domain/calendar'
import { ok, type Result, refuse } from '#lib/domain/result'

export type MoveNoteRefusal = 'not-found' | 'note-changed' | 'reason-missing' | ApprovalRefusal

type Input = NotePlace & {
  readonly practiceId: string
  /** The text that stood on the page. */
  readonly number: number
  readonly deed: NoteDeedKind
  readonly reason: string | null
}

const everybody: readonly Capability[] = ['author', 'review']

/** Sends a text of a note to be approved, approves it, gives it back with a reason, or takes away what is shown. */
export async function movePracticeNote(
  context: Context,
  { practiceId: wanted, number, deed, reason, ...place }: Input,
): Promise<Result<null, MoveNoteRefusal>> {
  const { tx, actor, now } = context
  const post = membershipWithAny(actor, wanted, ['author', 'review'])
  if (!post) return refuse('not-found')
  const { practiceId, staffMemberId, capabilities, timeZone } = post
  await lockNote(tx, practiceId, place)
  const texts = await listNoteTexts(tx, practiceId, place)
  if (texts.length === 0) return refuse(await whyNone(context, place))
  const { shown, next } = noteStanding(texts)
  const text = texts.find((each) => each.number === number)
  if (!text) return refuse('note-changed')
  const state = noteTextState(text)
  const mayFollow = [shown, next].includes(text) && noteDeedsFor(state, everybody).includes(deed)
  if (!mayFollow) return refuse('note-changed')
  if (!noteDeedsFor(state, capabilities).includes(deed)) return refuse('not-found')
  if (deed === 'returned' && reason === null) return refuse('reason-missing')
  const reviewers = await listReviewers(tx, practiceId, localDateAt(now, timeZone))
  const allowed =
    deed === 'approved'
      ? mayApprove(staffMemberId, noteAuthors(texts), reviewers, reason)
      : ok({ isSolo: false })
  if (!allowed.ok) return allowed
  await insertNoteDeed(tx, practiceId, place, { kind: deed, number, by: staffMemberId, reason }, now)
  const { treeHash } = text
  const said = { kind: 'practice-note-moved', ...place, number, deed, treeHash, ...allowed.value } as const
  await appendAudit(tx, practiceId, chainEntries({ actorPersonId: actor.personId, recordedAt: now }, [said]))
  return ok(null)
}

/** A lesson without a note has its page; what is no lesson of the library has none. */
async function whyNone({ tx, language }: Context, { moduleId, lessonId }: NotePlace) {
  const module = await findNotableModule(tx, moduleId, language)
  return module?.lessons.some(({ id }) => id === lessonId) ? 'note-changed' : 'not-found'
}
