import type { Context } from '#lib/context'
import { listRegisterEntries } from '#lib/data/library'
import {
  findNotableModule,
  findNoteText,
  listNoteTexts,
  type NotePlace,
  type StoredNoteText,
} from '#lib/data/practice-note'
import { type Capability, membershipWithAny } from '#lib/domain/access/actor'
import {
  type NoteDeedKind,
  type NoteTextState,
  noteDeedsFor,
  noteStanding,
  noteTextState,
} from '#lib/domain/authoring/practice-note'
import { type LocalDate, localDateAt } from '#lib/domain/calendar'
import type { LessonTree } from '#lib/domain/curriculum/lesson-tree'
import type { ShownContact } from '#lib/domain/curriculum/local-contacts'
import type { Contact, Source, Term } from '#lib/domain/curriculum/reference'
import {
  contactIn,
  type ShownSource,
  type ShownTerm,
  sourceIn,
  termIn,
} from '#lib/domain/curriculum/register-words'
import type { PracticeId } from '#lib/domain/ids'
import type { Language } from '#lib/domain/language'
import { ok, type Result, refuse } from '#lib/domain/result'

/** A text of a note that is shown, or may be. */
export type LivingText = {
  readonly number: number
  readonly state: NoteTextState
  /** As colleagues see it. */
  readonly tree: LessonTree
  /** The day of the last that was done with it. */
  readonly on: LocalDate
  /** Why it was given back, or approved alone. */
  readonly reason: string | null
  /** What the reader can do with it now. */
  readonly deeds: readonly NoteDeedKind[]
  /** The version of the module that it was written for, where there is a later one. */
  readonly olderVersion: number | null
}

export type NoteDone = {
  readonly number: number
  readonly kind: 'written' | NoteDeedKind
  readonly by: string
  readonly on: LocalDate
  readonly reason: string | null
}

export type PracticeNoteView = {
  readonly practiceId: PracticeId
  readonly practiceName: string
  readonly capabilities: readonly Capability[]
  readonly moduleTitle: string
  readonly lessonTitle: string
  readonly language: Language
  readonly version: number
  /** The newest version of the module has no such lesson any more. */
  readonly isGone: boolean
  readonly shown: LivingText | null
  readonly next: LivingText | null
  /** What a new text begins with, and the number of the last one. */
  readonly source: string
  readonly after: number
  readonly mayWrite: boolean
  /** The newest first. */
  readonly done: readonly NoteDone[]
  readonly contacts: readonly ShownContact[]
  readonly sources: readonly ShownSource[]
  readonly terms: readonly ShownTerm[]
}

/** The note of a practice on a lesson of the library, in one language: what is shown, what is in the making, who did what. */
export async function viewPracticeNote(
  { tx, actor, language: inWords }: Context,
  { practiceId: wanted, ...place }: NotePlace & { readonly practiceId: string },
): Promise<Result<PracticeNoteView, 'not-found'>> {
  const post = membershipWithAny(actor, wanted, ['author', 'review'])
  const module = post && (await findNotableModule(tx, place.moduleId, inWords))
  if (!post || !module) return refuse('not-found')
  const { practiceId, practiceName, capabilities, timeZone } = post
  const texts = await listNoteTexts(tx, practiceId, place)
  const lesson = module.lessons.find(({ id }) => id === place.lessonId)
  const lessonTitle = lesson?.title ?? texts.at(-1)?.lessonTitle
  if (lessonTitle === undefined) return refuse('not-found')
  const standing = noteStanding(texts)
  const living = async (text: StoredNoteText | undefined) => {
    const found = text && (await findNoteText(tx, practiceId, place, text.number))
    return text && found ? { ...livingText(text, module.version, capabilities, timeZone), ...found } : null
  }
  const [shown, next] = [await living(standing.shown), await living(standing.next)]
  const { language } = place
  return ok({
    practiceId,
    practiceName,
    capabilities,
    moduleTitle: module.title,
    lessonTitle,
    language,
    version: module.version,
    isGone: lesson === undefined,
    shown,
    next,
    source: (next ?? shown)?.source ?? '',
    after: texts.at(-1)?.number ?? 0,
    mayWrite: lesson !== undefined && capabilities.includes('author'),
    done: texts.flatMap((text) => doneWith(text, timeZone)).toReversed(),
    contacts: (await listRegisterEntries<Contact>(tx, 'contacts')).map((each) => contactIn(each, language)),
    sources: (await listRegisterEntries<Source>(tx, 'sources')).map((each) => sourceIn(each, language)),
    terms: (await listRegisterEntries<Term>(tx, 'terms')).map((each) => termIn(each, language)),
  })
}

function livingText(
  text: StoredNoteText,
  newestVersion: number,
  capabilities: readonly Capability[],
  timeZone: string,
): Omit<LivingText, 'tree'> {
  const state = noteTextState(text)
  const last = text.deeds.at(-1)
  return {
    number: text.number,
    state,
    on: localDateAt(last?.at ?? text.at, timeZone),
    reason: last?.reason ?? null,
    deeds: noteDeedsFor(state, capabilities),
    olderVersion: text.moduleVersion < newestVersion ? text.moduleVersion : null,
  }
}

function doneWith(
  { number, by: _, byName, at, deeds }: StoredNoteText,
  timeZone: string,
): readonly NoteDone[] {
  const written = {
    number,
    kind: 'written',
    by: byName,
    on: localDateAt(at, timeZone),
    reason: null,
  } as const
  const rest = deeds.map(({ kind, byName: by, at: doneAt, reason }) => ({
    number,
    kind,
    by,
    on: localDateAt(doneAt, timeZone),
    reason,
  }))
  return [written, ...rest]
}
