import { lessonBlocks } from '#lib/content/authoring/review-blocks'
import {
  type LessonToReview,
  type ReviewDocument,
  reviewDocument,
} from '#lib/content/authoring/review-document'
import { type DrawnLesson, drawnLesson } from '#lib/content/lesson/drawn-lesson'
import type { LessonRegisters } from '#lib/content/lesson/registers'
import type { Context, OutsideContext, VisitorContext } from '#lib/context'
import { findDraft } from '#lib/data/authored'
import { listDraftFiles } from '#lib/data/draft'
import { listDraftComments } from '#lib/data/draft-comment'
import { listRegisterIds } from '#lib/data/draft-lesson'
import { listRegisterEntries } from '#lib/data/library'
import { listTeachingModules } from '#lib/data/own-case-library'
import { type Capability, membershipWithAny } from '#lib/domain/access/actor'
import { belongsToVersion } from '#lib/domain/authoring/draft-path'
import { draftState, isFrozen } from '#lib/domain/authoring/draft-state'
import { type CommentThread, commentThreads } from '#lib/domain/authoring/review/comment-threads'
import type { LessonBlock } from '#lib/domain/authoring/review/review-part'
import type { Contact, Source, Term } from '#lib/domain/curriculum/reference'
import { contactIn, sourceIn, termIn } from '#lib/domain/curriculum/register-words'
import type { PracticeId } from '#lib/domain/ids'
import type { Language } from '#lib/domain/language'
import { ok, type Result, refuse } from '#lib/domain/result'

/** A draft with what was said about it, before its lessons are drawn. */
type ReviewRead = {
  readonly practiceId: PracticeId
  readonly practiceName: string
  readonly draftId: string
  readonly number: number
  readonly timeZone: string
  readonly capabilities: readonly Capability[]
  readonly document: ReviewDocument
  readonly comments: readonly CommentThread[]
  /** Nothing more is said about what is published. */
  readonly mayComment: boolean
  readonly registers: LessonRegisters
  /** Whose turn at the compilers it is. */
  readonly owner: string
}

type LessonDrawn = LessonToReview & {
  readonly drawn: DrawnLesson
  readonly blocks: readonly LessonBlock[]
}
/** The same with its lessons as learners see them. */
type ReviewView = Omit<ReviewRead, 'registers' | 'owner'> & {
  readonly lessons: readonly LessonDrawn[]
}

/** For somebody of the practice who may write or review. */
export async function readDraftForReview(
  { tx, actor }: Context,
  { practiceId: wanted, draftId }: { readonly practiceId: string; readonly draftId: string },
): Promise<Result<ReviewRead, 'not-found'>> {
  const post = membershipWithAny(actor, wanted, ['author', 'review'])
  if (!post) return refuse('not-found')
  const { practiceId, practiceName, capabilities, staffMemberId, timeZone } = post
  const read = await readReview(tx, practiceId, draftId)
  return read
    ? ok({ ...read, practiceName, timeZone, capabilities, owner: staffMemberId })
    : refuse('not-found')
}

/** For somebody from outside, whose transaction is open for this draft alone. */
export async function readDraftFromOutside({
  tx,
  reader: { practiceId, practiceName, timeZone, draftId, reviewerId },
}: OutsideContext): Promise<Result<ReviewRead, 'not-found'>> {
  const read = await readReview(tx, practiceId, draftId)
  return read
    ? ok({ ...read, practiceName, timeZone, capabilities: [], owner: reviewerId })
    : refuse('not-found')
}

async function readReview(tx: VisitorContext['tx'], practiceId: PracticeId, draftId: string) {
  const draft = await findDraft(tx, practiceId, draftId)
  if (!draft) return undefined
  const files = await listDraftFiles(tx, practiceId, draftId)
  const document = reviewDocument(
    files.filter(({ path }) => belongsToVersion(path, draft.number)),
    draft.number,
    draft.kind === 'case' ? await objectiveTexts(tx, practiceId) : undefined,
  )
  const { media, objectives } = document
  return {
    practiceId,
    draftId,
    number: draft.number,
    document,
    comments: commentThreads(await listDraftComments(tx, practiceId, draftId)),
    mayComment: !isFrozen(draftState(draft.events, draft.filesHash)),
    registers: { ...(await listRegisterIds(tx)), objectives: [...objectives], media: [...media] },
  }
}

async function objectiveTexts(tx: VisitorContext['tx'], practiceId: PracticeId) {
  const modules = await listTeachingModules(tx, practiceId)
  return new Map(modules.flatMap(({ objectives }) => objectives.map(({ id, text }) => [id, text] as const)))
}

/** By the same steps as publication, one lesson after the other. Outside of any transaction. */
export async function drawReview({ registers, owner, ...read }: ReviewRead): Promise<ReviewView> {
  const lessons: LessonDrawn[] = []
  for (const lesson of read.document.lessons) {
    const drawn = await drawnLesson(owner, lesson.source, registers)
    lessons.push({ ...lesson, drawn, blocks: drawn.tree ? lessonBlocks(lesson, drawn.tree) : [] })
  }
  return { ...read, lessons }
}

/** What lessons show of the registers, in a language. */
export async function readRegisters({ tx }: VisitorContext, language: Language) {
  return {
    contacts: (await listRegisterEntries<Contact>(tx, 'contacts')).map((each) => contactIn(each, language)),
    sources: (await listRegisterEntries<Source>(tx, 'sources')).map((each) => sourceIn(each, language)),
    terms: (await listRegisterEntries<Term>(tx, 'terms')).map((each) => termIn(each, language)),
  }
}
