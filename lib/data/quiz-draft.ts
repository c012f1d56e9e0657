import type { Tx } from '#lib/data/database'
import { findDraftFile, lockDraft, saveDraftFile } from '#lib/data/draft'
import { mostBytesOf } from '#lib/domain/authoring/draft-path'
import type { Instant } from '#lib/domain/calendar'
import type { PracticeId, StaffMemberId } from '#lib/domain/ids'
import { type Result, refuse } from '#lib/domain/result'

/** The texts of `module.yaml`, `version.yaml` and `quiz.yaml`; empty where a file is missing. */
export type QuizTexts = { readonly module: string; readonly version: string; readonly quiz: string }

/** The draft of a module, as far as its quiz needs it. */
export type QuizFrame = {
  /** Of the version. */
  readonly number: number
  readonly slug: string
  /** Not published yet. */
  readonly isOpen: boolean
  readonly texts: QuizTexts
}

type Row = Omit<QuizFrame, 'texts'> & Readonly<Record<keyof QuizTexts, Uint8Array | null>>

const textOf = (bytes: Uint8Array | null) =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes ?? undefined)

/** Undefined where the practice has no such draft of a module. One query. */
export async function findQuizFrame(
  tx: Tx,
  practiceId: PracticeId,
  draftId: string,
): Promise<QuizFrame | undefined> {
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT d.number, a.slug,
      NOT EXISTS (SELECT FROM draft_event e WHERE e.practice_id = d.practice_id AND e.draft_id = d.id
        AND e.kind = 'published') AS "isOpen",
      (SELECT f.bytes FROM draft_file f WHERE f.practice_id = d.practice_id AND f.draft_id = d.id
        AND f.path = 'module.yaml') AS module,
      (SELECT f.bytes FROM draft_file f WHERE f.practice_id = d.practice_id AND f.draft_id = d.id
        AND f.path = 'v' || d.number || '/version.yaml') AS version,
      (SELECT f.bytes FROM draft_file f WHERE f.practice_id = d.practice_id AND f.draft_id = d.id
        AND f.path = 'v' || d.number || '/quiz.yaml') AS quiz
    FROM draft d JOIN authored a ON a.practice_id = d.practice_id AND a.id = d.authored_id
    WHERE d.practice_id = ${practiceId}::uuid AND d.id = ${draftId}::uuid AND a.kind = 'module'`
  if (!row) return undefined
  const { module, version, quiz, ...frame } = row
  return { ...frame, texts: { module: textOf(module), version: textOf(version), quiz: textOf(quiz) } }
}

export type ChangeQuizRefusal = 'not-found' | 'draft-published' | 'draft-full' | 'quiz-file-too-large'

type Place = { readonly practiceId: PracticeId; readonly draftId: string; readonly file: 'quiz' | 'version' }

/**
 * Changes `quiz.yaml` or `version.yaml` of a draft in its newest text: what others saved since a page was read stays, unless
 * the change itself refuses to go over it.
 */
export async function changeQuizFile<Refused extends string, Value extends { readonly text: string }>(
  tx: Tx,
  { practiceId, draftId, file }: Place,
  change: (frame: QuizFrame) => Promise<Result<Value, Refused>>,
  by: StaffMemberId,
  now: Instant,
): Promise<Result<Value, Refused | ChangeQuizRefusal>> {
  await lockDraft(tx, practiceId, draftId)
  const frame = await findQuizFrame(tx, practiceId, draftId)
  if (!frame) return refuse('not-found')
  if (!frame.isOpen) return refuse('draft-published')
  const edited = await change(frame)
  if (!edited.ok) return edited
  const path = `v${frame.number}/${file}.yaml`
  const { text } = edited.value
  if (text === frame.texts[file]) return edited
  const bytes = new TextEncoder().encode(text)
  if (bytes.length > mostBytesOf(path)) return refuse('quiz-file-too-large')
  const base = (await findDraftFile(tx, practiceId, draftId, path))?.revision ?? 0
  const saved = await saveDraftFile(tx, practiceId, draftId, { path, bytes, base }, by, now)
  // The draft is held, so that nobody else can have written since.
  return saved.kind === 'saved' ? edited : refuse('draft-full')
}
