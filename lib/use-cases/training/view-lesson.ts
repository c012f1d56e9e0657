import type { Context } from '#lib/context'
import { findLessonText, type LessonText } from '#lib/data/lesson-page'
import { listLocalContacts } from '#lib/data/local-contact'
import { findShownNote, type ShownNote } from '#lib/data/practice-note'
import { listOutlines, type StoredCycle } from '#lib/data/training'
import { findTurnRecord } from '#lib/data/turn'
import { type LocalDate, localDateAt } from '#lib/domain/calendar'
import { type ShownContact, withLocalContacts } from '#lib/domain/curriculum/local-contacts'
import { lastReviewOn } from '#lib/domain/curriculum/module'
import {
  contactIn,
  type ShownSource,
  type ShownTerm,
  sourceIn,
  termIn,
} from '#lib/domain/curriculum/register-words'
import type { AssignmentId, ModuleVersionId, PracticeId } from '#lib/domain/ids'
import { ok, type Result, refuse } from '#lib/domain/result'
import { postOfRow } from '#lib/domain/training/place-of-work'
import {
  isDone,
  type LessonProgress,
  type Onward,
  onwardFrom,
  trackProgress,
  versionInUse,
  versionsInUse,
} from '#lib/domain/training/track-progress'

/** What a text points at, in the reader's language; the contacts as the practice of this training knows them. */
type Pointed = {
  readonly contacts: readonly ShownContact[]
  readonly sources: readonly ShownSource[]
  readonly terms: readonly ShownTerm[]
}

export type LessonPage = {
  readonly text: Omit<LessonText, keyof Pointed> & Pointed
  /** What the practice says beside it, and since when. */
  readonly note: (Pick<ShownNote, 'tree' | 'language'> & Pointed & { readonly shownOn: LocalDate }) | null
  readonly lesson: LessonProgress
  readonly moduleVersionId: ModuleVersionId
  readonly moduleTitle: string
  readonly trackTitle: string
  /** Of the track, from 1. */
  readonly number: number
  readonly outOf: number
  readonly previous: { readonly moduleId: string; readonly lessonId: string; readonly title: string } | null
  /** Where finishing this lesson leads. */
  readonly onward: Onward
  readonly cycle: number
  readonly version: number
  /** The day of the last review; null where nobody has reviewed it yet. */
  readonly lastReviewOn: string | null
}

type Input = { readonly assignmentId: AssignmentId; readonly moduleId: string; readonly lessonId: string }

/** A lesson of the actor's own, in the turn of now and in the version that the cycle goes by. Nothing is written by looking. */
export async function viewLesson(
  context: Context,
  { assignmentId, moduleId, lessonId }: Input,
): Promise<Result<LessonPage, 'not-found'>> {
  const { tx, language } = context
  const record = await findTurnRecord(context, assignmentId)
  const moduleVersionId = record && versionInUse(record, moduleId)
  if (!record || !moduleVersionId) return refuse('not-found')
  const { modules } = trackProgress(record, await listOutlines(tx, versionsInUse(record), language))
  const pages = modules.flatMap((module) => module.lessons.map((lesson) => ({ module, lesson })))
  const index = pages.findIndex(
    ({ module, lesson }) => module.outline.moduleId === moduleId && lesson.id === lessonId,
  )
  const page = pages[index]
  const text = page && (await findLessonText(tx, moduleVersionId, lessonId, language, record.libraryMark))
  if (!page || !text) return refuse('not-found')
  const { module, lesson } = page
  const before = pages[index - 1]
  return ok({
    text: { ...text, ...(await pointedAt(context, record.practiceId, text)) },
    note: record.hasNotes ? await noteAt(context, record, { moduleId, lessonId }) : null,
    lesson,
    moduleVersionId,
    moduleTitle: module.outline.title,
    trackTitle: record.title,
    number: index + 1,
    outOf: pages.length,
    previous: before
      ? { moduleId: before.module.outline.moduleId, lessonId: before.lesson.id, title: before.lesson.title }
      : null,
    onward: onwardFrom(lessonId, {
      lessonIds: module.lessons.map(({ id }) => id),
      done: new Set(module.lessons.filter(isDone).map(({ id }) => id)),
      isPassed: module.quiz.kind === 'passed',
    }),
    cycle: record.cycle,
    version: module.outline.version,
    lastReviewOn: lastReviewOn(module.outline.reviewers),
  })
}

/** Where the practice has notes at all, one more query. */
async function noteAt(
  context: Context,
  record: StoredCycle,
  lesson: { readonly moduleId: string; readonly lessonId: string },
): Promise<LessonPage['note']> {
  const { tx, actor, language } = context
  const note = await findShownNote(tx, record.practiceId, { ...lesson, language })
  if (!note) return null
  const shownOn = localDateAt(note.shownAt, postOfRow(actor, record).timeZone)
  const { tree, language: written } = note
  return { tree, language: written, shownOn, ...(await pointedAt(context, record.practiceId, note)) }
}

type Named = Pick<LessonText, keyof Pointed>

/** One more query, and only for a text that names a local contact. */
async function pointedAt(
  { tx, language }: Context,
  practiceId: PracticeId,
  { contacts: named, sources, terms }: Named,
): Promise<Pointed> {
  const contacts = named.map((contact) => contactIn(contact, language))
  const areLocal = contacts.some(({ scope }) => scope === 'local')
  return {
    contacts: areLocal ? withLocalContacts(contacts, await listLocalContacts(tx, [practiceId])) : contacts,
    sources: sources.map((source) => sourceIn(source, language)),
    terms: terms.map((term) => termIn(term, language)),
  }
}
