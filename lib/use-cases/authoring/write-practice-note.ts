import { chainEntries } from '#lib/audit/chain-entries'
import { findingKind } from '#lib/content/authoring/finding-kinds'
import { mostAdvice } from '#lib/content/lesson/preview-limits'
import type { LessonProblem } from '#lib/content/lesson/problem'
import { sharedPool } from '#lib/content/lesson/shared-pool'
import type { CompiledLesson, LessonPreview } from '#lib/content/lesson/worker-answers'
import type { Context } from '#lib/context'
import { appendAudit } from '#lib/data/audit'
import { listRegisterIds } from '#lib/data/draft-lesson'
import {
  findNotableModule,
  findNoteText,
  insertNoteText,
  listNoteTexts,
  lockNote,
  type NotePlace,
} from '#lib/data/practice-note'
import { membershipWith } from '#lib/domain/access/actor'
import { gateSeverities } from '#lib/domain/authoring/gates'
import { citedSourceIds, contactIds, termIds } from '#lib/domain/curriculum/lesson-tree'
import type { PracticeId } from '#lib/domain/ids'
import { ok, type Result, refuse } from '#lib/domain/result'

export type WriteNoteRefusal = 'not-found' | 'note-busy' | 'note-unreadable' | 'note-changed' | 'notes-full'

type Input = NotePlace & {
  readonly practiceId: string
  readonly noteText: string
}

/** Something to mend, or to think about, at its place; `code` names words for it in the reader's language. */
export type NoteFinding = LessonProblem & {
  readonly code: string | null
  readonly values: Readonly<Record<string, string>>
}

/** What a text became, by the steps of a lesson's publication. */
export type ReadNote = {
  /** Null while something stands in its way. */
  readonly lesson: CompiledLesson | null
  readonly problems: readonly NoteFinding[]
  readonly advice: readonly NoteFinding[]
  /** The last text of the same author is still being read. */
  readonly isBusy: boolean
}

const findingOf = (problem: LessonProblem) => ({ ...problem, ...findingKind('note.mdx', problem.message) })

/** Who writes, and the module in its newest version, where that has the lesson. */
async function lessonToNote(
  { tx, actor, language }: Context,
  practiceId: string,
  { moduleId, lessonId }: Pick<NotePlace, 'moduleId' | 'lessonId'>,
) {
  const post = membershipWith(actor, practiceId, 'author')
  const module = post && (await findNotableModule(tx, moduleId, language))
  return post && module?.lessons.some(({ id }) => id === lessonId) ? { post, module } : undefined
}

/**
 * Reads a note as a lesson is read: the same rules, the same worker that may be killed, the same tree. What endangers or shames
 * people keeps it back here too, as it would a publication. Outside of any transaction; pictures there are none.
 */
export async function prepareNote(
  context: Context,
  { practiceId, moduleId, lessonId, language, noteText }: Input,
): Promise<Result<() => Promise<ReadNote>, 'not-found'>> {
  const at = await lessonToNote(context, practiceId, { moduleId, lessonId })
  if (!at) return refuse('not-found')
  const { post, module } = at
  const registers = { ...(await listRegisterIds(context.tx)), objectives: module.objectives, media: [] }
  return ok(async () => {
    const read = await sharedPool().run(post.staffMemberId, (compiler) =>
      compiler.preview(noteText, registers, language),
    )
    if (!read.ok) return { ...nothingRead, isBusy: true }
    return read.value.ok ? weighed(read.value.value) : unread(read.value.refusal.map(findingOf))
  })
}

const nothingRead: ReadNote = { lesson: null, problems: [], advice: [], isBusy: false }
const unread = (problems: readonly NoteFinding[], advice: readonly NoteFinding[] = []): ReadNote => ({
  ...nothingRead,
  problems,
  advice,
})

function weighed({ lesson, advice: found }: LessonPreview): ReadNote {
  const findings = found.map(findingOf)
  const blocking = findings.filter(({ gate }) => gateSeverities[gate] === 'blocking')
  const advice = findings.filter((each) => !blocking.includes(each))
  if (blocking.length > 0) return unread(blocking, advice)
  // Beyond so many findings nobody knows what else there is.
  return findings.length < mostAdvice ? { ...nothingRead, lesson, advice } : unread(advice)
}

/**
 * Keeps a text as the next one of a lesson's note. Nobody but authors and reviewers sees it before somebody approves it. The
 * same form, sent again, writes nothing.
 *
 * @param after the number of the text that stood on the page; 0 for none.
 */
export async function writeNote(
  context: Context,
  { practiceId: wanted, moduleId, lessonId, language, noteText, after }: Input & { readonly after: number },
  { lesson, isBusy }: ReadNote,
): Promise<Result<null, WriteNoteRefusal>> {
  const { tx, actor, now } = context
  const at = await lessonToNote(context, wanted, { moduleId, lessonId })
  if (!at) return refuse('not-found')
  if (!lesson) return refuse(isBusy ? 'note-busy' : 'note-unreadable')
  const { practiceId, staffMemberId } = at.post
  const place = { moduleId, lessonId, language }
  await lockNote(tx, practiceId, place)
  const last = (await listNoteTexts(tx, practiceId, place)).at(-1)
  if ((last?.number ?? 0) !== after) {
    const isSame = await saysTheSame(tx, practiceId, place, noteText, after + 1)
    return isSame && last?.number === after + 1 ? ok(null) : refuse('note-changed')
  }
  const text = {
    number: after + 1,
    moduleVersionId: at.module.moduleVersionId,
    source: noteText,
    ...storedAs(lesson),
  }
  if (!(await insertNoteText(tx, practiceId, place, text, staffMemberId, now))) return refuse('notes-full')
  const { number, treeHash } = text
  const said = {
    kind: 'practice-note-moved',
    ...place,
    number,
    deed: 'written',
    treeHash,
    isSolo: false,
  } as const
  await appendAudit(tx, practiceId, chainEntries({ actorPersonId: actor.personId, recordedAt: now }, [said]))
  return ok(null)
}

async function saysTheSame(
  tx: Context['tx'],
  practiceId: PracticeId,
  place: NotePlace,
  noteText: string,
  number: number,
): Promise<boolean> {
  return (await findNoteText(tx, practiceId, place, number))?.source === noteText
}

const storedAs = ({ tree, hash: treeHash }: CompiledLesson) => ({
  tree,
  treeHash,
  sources: citedSourceIds(tree),
  contacts: contactIds(tree),
  terms: termIds(tree),
})
