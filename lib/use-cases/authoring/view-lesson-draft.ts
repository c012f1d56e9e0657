import { type OutlineLesson, readOutline } from '#lib/content/authoring/outline'
import { languageOf, lessonsOf, objectivesOf } from '#lib/content/draft-lesson'
import { componentForms } from '#lib/content/lesson/component-forms'
import type { Context } from '#lib/context'
import { findDraftFile } from '#lib/data/draft'
import { listDraftComments } from '#lib/data/draft-comment'
import { findLessonFrame, type LessonFrame, listOthersWriting } from '#lib/data/draft-lesson'
import { listRegisterEntries } from '#lib/data/library'
import { membershipWithAny } from '#lib/domain/access/actor'
import { type LessonPlace, lessonPath, lessonPlace } from '#lib/domain/authoring/draft-path'
import { withPlainLineEnds } from '#lib/domain/authoring/line-ends'
import { commentThreads, openThreads } from '#lib/domain/authoring/review/comment-threads'
import { othersSince } from '#lib/domain/authoring/writing-now'
import type { ShownContact } from '#lib/domain/curriculum/local-contacts'
import type { Contact, Source, Term } from '#lib/domain/curriculum/reference'
import {
  contactIn,
  type ShownSource,
  type ShownTerm,
  sourceIn,
  termIn,
} from '#lib/domain/curriculum/register-words'
import type { ComponentForm, RegisterChoices } from '#lib/domain/curriculum/source/component-form'
import type { PracticeId } from '#lib/domain/ids'
import type { Language } from '#lib/domain/language'
import { ok, type Result, refuse } from '#lib/domain/result'

type Input = { readonly practiceId: string; readonly draftId: string; readonly lesson: LessonPlace }

export type LessonDraftView = {
  readonly practiceId: PracticeId
  readonly practiceName: string
  readonly title: string
  /** What its author says of it beside the text; null for a translation, or where that cannot be read. */
  readonly about: (OutlineLesson & { readonly base: number }) | null
  readonly version: number
  /** Lines end with one sign. */
  readonly source: string
  /** 0 while there is no such file yet. */
  readonly revision: number
  /** Whether the actor may change it now. */
  readonly isEditable: boolean
  /** Who else has written in it in the last minute. */
  readonly others: readonly string[]
  /** How many comments on this lesson nobody has settled yet. */
  readonly openComments: number
  readonly forms: readonly ComponentForm[]
  readonly choices: RegisterChoices
  /** What the preview shows of the registers. */
  readonly contacts: readonly ShownContact[]
  readonly sources: readonly ShownSource[]
  readonly terms: readonly ShownTerm[]
  /** Of the text. */
  readonly language: Language
}

/** A lesson of a draft, with what its editor offers. */
export async function viewLessonDraft(
  context: Context,
  input: Input,
): Promise<Result<LessonDraftView, 'not-found'>> {
  const { tx, actor, now } = context
  const post = membershipWithAny(actor, input.practiceId, ['author', 'review'])
  const frame = post && (await findLessonFrame(tx, post.practiceId, input.draftId))
  if (!post || !frame) return refuse('not-found')
  const { practiceId, practiceName, capabilities, staffMemberId } = post
  const path = lessonPath(frame.number, input.lesson)
  const file = await findDraftFile(tx, practiceId, input.draftId, path)
  // A translation may still be begun; a lesson is begun where the module's lessons are listed.
  if (!file && input.lesson.translation === null) return refuse('not-found')
  const place = { draftId: input.draftId, path }
  const others = await listOthersWriting(tx, practiceId, place, othersSince(now), staffMemberId)
  const comments = commentThreads(await listDraftComments(tx, practiceId, input.draftId))
  const language = input.lesson.translation ?? languageOf(frame.versionFile)
  return ok({
    practiceId,
    practiceName,
    title: titleOf(frame, input.lesson.lesson),
    about: input.lesson.translation === null ? aboutOf(frame, input.lesson.lesson) : null,
    version: frame.number,
    source: withPlainLineEnds(new TextDecoder('utf-8', { ignoreBOM: true }).decode(file?.bytes)),
    revision: file?.revision ?? 0,
    isEditable: frame.isOpen && capabilities.includes('author'),
    others,
    openComments: openThreads(comments).filter(({ place: about }) => about === lessonPlace(input.lesson))
      .length,
    forms: componentForms,
    language,
    ...(await offered(context, frame, language)),
  })
}

const titleOf = ({ versionFile }: LessonFrame, lesson: string) =>
  lessonsOf(versionFile).find(({ file }) => file === `lessons/${lesson}.mdx`)?.title ?? lesson

function aboutOf({ versionFile, versionRevision: base }: LessonFrame, lesson: string) {
  const outline = readOutline(new TextDecoder().decode(versionFile ?? undefined))
  const found = outline?.lessons.find(({ file }) => file === `lessons/${lesson}.mdx`)
  return found ? { ...found, base } : null
}

/** The registers, for the preview and as lists to choose from. */
async function offered({ tx }: Context, { moduleFile, media }: LessonFrame, language: Language) {
  const contacts = (await listRegisterEntries<Contact>(tx, 'contacts')).map((each) =>
    contactIn(each, language),
  )
  const sources = (await listRegisterEntries<Source>(tx, 'sources')).map((each) => sourceIn(each, language))
  const terms = (await listRegisterEntries<Term>(tx, 'terms')).map((each) => termIn(each, language))
  const choices: RegisterChoices = {
    contacts: contacts.map(({ id, name }) => ({ id, words: name })),
    sources: sources.map(({ id, citation }) => ({ id, words: citation })),
    terms: terms.map(({ id, term }) => ({ id, words: term })),
    objectives: objectivesOf(moduleFile).map(({ id, text }) => ({ id, words: text })),
    media: media.map((name) => ({ id: name, words: name })),
  }
  return { contacts, sources, terms, choices }
}
