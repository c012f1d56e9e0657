import type { Tx } from '#lib/data/database'
import { findDraftFile, lockDraft, saveDraftFile } from '#lib/data/draft'
import { mostBytesOf } from '#lib/domain/authoring/draft-path'
import type { Instant } from '#lib/domain/calendar'
import type { PracticeId, StaffMemberId } from '#lib/domain/ids'
import { type Result, refuse } from '#lib/domain/result'

/** The texts of `case.yaml`, `version.yaml` and `encounter.yaml`; empty where a file is missing. */
export type CaseTexts = { readonly about: string; readonly version: string; readonly encounter: string }

/** The draft of a case. */
export type CaseFrame = {
  /** Of the version. */
  readonly number: number
  readonly slug: string
  /** Not published yet. */
  readonly isOpen: boolean
  /** Paths of the files of its translations. */
  readonly translated: readonly string[]
  readonly texts: CaseTexts
}

type Row = Omit<CaseFrame, 'texts'> & Readonly<Record<keyof CaseTexts, Uint8Array | null>>

const textOf = (bytes: Uint8Array | null) =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes ?? undefined)

/** Undefined where the practice has no such draft of a case. One query. */
export async function findCaseFrame(
  tx: Tx,
  practiceId: PracticeId,
  draftId: string,
): Promise<CaseFrame | undefined> {
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT d.number, a.slug,
      NOT EXISTS (SELECT FROM draft_event e WHERE e.practice_id = d.practice_id AND e.draft_id = d.id
        AND e.kind = 'published') AS "isOpen",
      ARRAY(SELECT f.path FROM draft_file f WHERE f.practice_id = d.practice_id AND f.draft_id = d.id
        AND f.path ~ '^v[0-9]+/(en|es)/' ORDER BY f.path) AS translated,
      (SELECT f.bytes FROM draft_file f WHERE f.practice_id = d.practice_id AND f.draft_id = d.id
        AND f.path = 'case.yaml') AS about,
      (SELECT f.bytes FROM draft_file f WHERE f.practice_id = d.practice_id AND f.draft_id = d.id
        AND f.path = 'v' || d.number || '/version.yaml') AS version,
      (SELECT f.bytes FROM draft_file f WHERE f.practice_id = d.practice_id AND f.draft_id = d.id
        AND f.path = 'v' || d.number || '/encounter.yaml') AS encounter
    FROM draft d JOIN authored a ON a.practice_id = d.practice_id AND a.id = d.authored_id
    WHERE d.practice_id = ${practiceId}::uuid AND d.id = ${draftId}::uuid AND a.kind = 'case'`
  if (!row) return undefined
  const { about, version, encounter, ...frame } = row
  return {
    ...frame,
    texts: { about: textOf(about), version: textOf(version), encounter: textOf(encounter) },
  }
}

export type ChangeCaseRefusal = 'not-found' | 'draft-published' | 'draft-full' | 'case-file-too-large'

type Place = {
  readonly practiceId: PracticeId
  readonly draftId: string
  readonly file: keyof CaseTexts
}

const nameOf = { about: 'case.yaml', version: 'version.yaml', encounter: 'encounter.yaml' } as const

/**
 * Changes one file of a case's draft in its newest text: what others saved since a page was read stays,
 * unless the change itself refuses to go over it.
 */
export async function changeCaseFile<Refused extends string, Value extends { readonly text: string }>(
  tx: Tx,
  { practiceId, draftId, file }: Place,
  change: (frame: CaseFrame) => Promise<Result<Value, Refused>>,
  by: StaffMemberId,
  now: Instant,
): Promise<Result<Value, Refused | ChangeCaseRefusal>> {
  await lockDraft(tx, practiceId, draftId)
  const frame = await findCaseFrame(tx, practiceId, draftId)
  if (!frame) return refuse('not-found')
  if (!frame.isOpen) return refuse('draft-published')
  const edited = await change(frame)
  if (!edited.ok) return edited
  const path = file === 'about' ? nameOf.about : `v${frame.number}/${nameOf[file]}`
  const { text } = edited.value
  if (text === frame.texts[file]) return edited
  const bytes = new TextEncoder().encode(text)
  if (bytes.length > mostBytesOf(path)) return refuse('case-file-too-large')
  const base = (await findDraftFile(tx, practiceId, draftId, path))?.revision ?? 0
  const saved = await saveDraftFile(tx, practiceId, draftId, { path, bytes, base }, by, now)
  // The draft is held, so that nobody else can have written since.
  return saved.kind === 'saved' ? edited : refuse('draft-full')
}

/** Takes the translations out of a draft. */
export async function removeCaseTranslations(
  tx: Tx,
  { practiceId, draftId }: Omit<Place, 'file'>,
  by: StaffMemberId,
  now: Instant,
): Promise<'done' | ChangeCaseRefusal> {
  await lockDraft(tx, practiceId, draftId)
  const frame = await findCaseFrame(tx, practiceId, draftId)
  if (!frame) return 'not-found'
  if (!frame.isOpen) return 'draft-published'
  for (const path of frame.translated) {
    const base = (await findDraftFile(tx, practiceId, draftId, path))?.revision ?? 0
    const saved = await saveDraftFile(tx, practiceId, draftId, { path, bytes: null, base }, by, now)
    if (saved.kind !== 'saved') return 'draft-full'
  }
  return 'done'
}
