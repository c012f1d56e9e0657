import type { Context } from '#lib/context'
import { findNotableModule, listNoteTexts, type StoredNoteText } from '#lib/data/practice-note'
import { type Capability, membershipWithAny } from '#lib/domain/access/actor'
import { type NoteTextState, noteStanding, noteTextState } from '#lib/domain/authoring/practice-note'
import type { PracticeId } from '#lib/domain/ids'
import { type Language, languages } from '#lib/domain/language'
import { ok, type Result, refuse } from '#lib/domain/result'

export type LessonNotes = {
  readonly lessonId: string
  readonly title: string
  /** One for each language. */
  readonly notes: readonly {
    readonly language: Language
    readonly isShown: boolean
    /** Where the text stands that is to be shown next; null where there is none. */
    readonly next: NoteTextState | null
    /** Something of it was written for an earlier version of the module. */
    readonly isOlder: boolean
  }[]
}

export type PracticeNotesView = {
  readonly practiceId: PracticeId
  readonly practiceName: string
  readonly capabilities: readonly Capability[]
  readonly moduleId: string
  readonly moduleTitle: string
  readonly version: number
  readonly lessons: readonly LessonNotes[]
  /** With notes that are shown or in the making, on lessons that the newest version no longer has. */
  readonly gone: readonly LessonNotes[]
}

/** The lessons of a module of the library, each with the notes of the practice. */
export async function viewPracticeNotes(
  { tx, actor, language: inWords }: Context,
  { practiceId: wanted, moduleId }: { readonly practiceId: string; readonly moduleId: string },
): Promise<Result<PracticeNotesView, 'not-found'>> {
  const post = membershipWithAny(actor, wanted, ['author', 'review'])
  const module = post && (await findNotableModule(tx, moduleId, inWords))
  if (!post || !module) return refuse('not-found')
  const { practiceId, practiceName, capabilities } = post
  const texts = await listNoteTexts(tx, practiceId, { moduleId })
  const { title: moduleTitle, version } = module
  const known = new Set(module.lessons.map(({ id }) => id))
  const others = new Map(
    texts.filter(({ lessonId }) => !known.has(lessonId)).map((each) => [each.lessonId, each]),
  )
  const gone = [...others].map(([id, { lessonTitle }]) => lessonNotes(id, lessonTitle, texts, version))
  return ok({
    practiceId,
    practiceName,
    capabilities,
    moduleId,
    moduleTitle,
    version,
    lessons: module.lessons.map(({ id, title }) => lessonNotes(id, title, texts, version)),
    gone: gone.filter(({ notes }) => notes.some(({ isShown, next }) => isShown || next !== null)),
  })
}

function lessonNotes(
  lessonId: string,
  title: string,
  texts: readonly StoredNoteText[],
  version: number,
): LessonNotes {
  const notes = languages.map((language) => {
    const own = texts.filter((text) => text.lessonId === lessonId && text.language === language)
    const { shown, next } = noteStanding(own)
    return {
      language,
      isShown: shown !== undefined,
      next: next ? noteTextState(next) : null,
      isOlder: [shown, next].some((text) => text !== undefined && text.moduleVersion < version),
    }
  })
  return { lessonId, title, notes }
}
