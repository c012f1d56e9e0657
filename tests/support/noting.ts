import type { Actor } from '#lib/domain/access/actor'
import type { NoteDeedKind } from '#lib/domain/authoring/practice-note'
import type { Instant } from '#lib/domain/calendar'
import type { AssignmentId } from '#lib/domain/ids'
import type { Language } from '#lib/domain/language'
import { movePracticeNote } from '#lib/use-cases/authoring/move-practice-note'
import { prepareNote, writeNote } from '#lib/use-cases/authoring/write-practice-note'
import { viewLesson } from '#lib/use-cases/training/view-lesson'
import { postAt } from '#tests/support/reading'
import { as, noon, type World } from '#tests/support/world'

export type NoteAt = { readonly lessonId?: string; readonly language?: Language; readonly moduleId?: string }
type Deed = NoteAt & { readonly number?: number; readonly reason?: string; readonly now?: Instant }
export type Reader = { readonly learner: Actor; readonly assignmentId: AssignmentId }

/** A note's place, in the first lesson of the track "reading" unless said otherwise. */
export const placeOf = ({ lessonId = 'r1-l1', language = 'en', moduleId = 'r1' }: NoteAt) => ({
  lessonId,
  language,
  moduleId,
})

/** What authors, reviewers and learners do with notes, in one world. */
export function notingIn(world: World) {
  /** How a text is read, as a request does it: outside of any transaction. */
  async function read(by: Actor, noteText: string, at: NoteAt = {}) {
    const input = { practiceId: postAt(by).practiceId, ...placeOf(at), noteText }
    const begun = await as(world, by, (context) => prepareNote(context, input))
    return begun.ok ? await begun.value() : begun
  }

  async function write(by: Actor, noteText: string, { after = 0, ...at }: NoteAt & { after?: number } = {}) {
    const found = await read(by, noteText, at)
    if ('refusal' in found) return found
    const input = { practiceId: postAt(by).practiceId, ...placeOf(at), noteText, after }
    return await as(world, by, (context) => writeNote(context, input, found))
  }

  const move = (by: Actor, deed: NoteDeedKind, { number = 1, reason, now = noon, ...at }: Deed = {}) =>
    as(
      world,
      by,
      (context) => {
        const { practiceId } = postAt(by)
        const input = { practiceId, ...placeOf(at), number, deed, reason: reason ?? null }
        return movePracticeNote(context, input)
      },
      now,
    )

  /** What stands at the end of the learner's lesson. */
  async function noteFor(
    { learner, assignmentId }: Reader,
    { lessonId = 'r1-l1', language = 'en' }: Pick<NoteAt, 'lessonId' | 'language'> = {},
  ) {
    const input = { assignmentId, moduleId: 'r1', lessonId }
    const page = await as(world, learner, (context) => viewLesson(context, input), noon, language)
    if (!page.ok) throw new Error(page.refusal)
    return page.value.note
  }

  return { read, write, move, noteFor }
}
