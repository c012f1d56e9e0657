import { readCaseDraft } from '#lib/content/authoring/check-case-draft'
import {
  type DraftProblem,
  type DraftReading,
  type FolderFile,
  readModuleDraft,
} from '#lib/content/authoring/draft-folder'
import { findingKind } from '#lib/content/authoring/finding-kinds'
import { findingPlaces, translationOf } from '#lib/content/authoring/finding-places'
import { olderTranslations, uncitedLessons } from '#lib/content/authoring/own-findings'
import type { LessonCompiler } from '#lib/content/lesson/lesson-compiler'
import { checkPool } from '#lib/content/lesson/shared-pool'
import type { PublishableVersion } from '#lib/content/publishable-module'
import { type Registers, registerIds } from '#lib/content/registers'
import { type GateFinding, type GateResult, gateResults, isBlocked } from '#lib/domain/authoring/gates'
import type { Instant } from '#lib/domain/calendar'
import type { PublishedCase } from '#lib/domain/curriculum/case'

/** What a check needs of the database: it is made after the transaction, since compilers take seconds for it. */
export type DraftToCheck = {
  readonly kind: 'module' | 'case'
  /** Whose compilers are waited for: a practice has one check at a time. */
  readonly owner: string
  readonly slug: string
  /** Of the version. */
  readonly number: number
  /** Of the files below: what was checked is published, and nothing else. */
  readonly filesHash: string
  readonly files: readonly (FolderFile & { readonly changedAt: Instant })[]
  readonly registers: Registers
  /** Those that a case may name: of every module that teaches its people. */
  readonly objectives: readonly string[]
}

export type CheckedDraft = {
  readonly filesHash: string
  readonly gates: readonly GateResult[]
  /** What publication would store; null while a gate blocks it. */
  readonly version: PublishableVersion | PublishedCase | null
}

type Read = (files: DraftToCheck['files']) => Promise<DraftReading>

/** What the pipeline finds in a translation: that it does not fit its text. */
const isMisfit = ({ from, file }: DraftProblem) => from === 'pipeline' && translationOf(file) !== null

/**
 * The same rule as everywhere: a text without a translation is shown as it is. A translation that does not fit its text keeps
 * nobody from publishing; it is left out, which the author is told and gives a reason for.
 */
async function withFittingTranslations(
  files: DraftToCheck['files'],
  read: Read,
): Promise<DraftReading & { readonly misfits: readonly DraftProblem[] }> {
  const reading = await read(files)
  const misfits = reading.problems.filter(isMisfit)
  if (misfits.length === 0) return { ...reading, misfits }
  const left = await read(files.filter(({ path }) => translationOf(path) === null))
  return { ...left, misfits }
}

function readDraft({ kind, slug, registers, objectives }: DraftToCheck, compiler: LessonCompiler): Read {
  const known = { ...registerIds(registers), objectives }
  return kind === 'module'
    ? (files) => readModuleDraft(slug, files, registers, compiler)
    : (files) => readCaseDraft(slug, files, known, compiler)
}

/** Every gate of publication on a draft. Null where the practice asks faster than it can be done. */
export async function checkDraft(draft: DraftToCheck): Promise<CheckedDraft | null> {
  const { kind, number, files, filesHash } = draft
  const done = await checkPool().run(draft.owner, (compiler) =>
    withFittingTranslations(files, readDraft(draft, compiler)),
  )
  if (!done.ok) return null
  const { problems, version, isReadable, misfits } = done.value
  const placeOf = findingPlaces(files, number)
  const finding = (problem: DraftProblem): GateFinding => {
    const { file, line, column, message } = problem
    const place = placeOf(file, line)
    return {
      ...findingKind(file, message),
      place,
      translation: translationOf(file),
      file,
      line,
      column,
      message,
    }
  }
  const [first] = misfits
  const findings = [
    ...problems.map(finding),
    ...(first ? [{ ...finding(first), gate: 'translation', code: 'translation-left-out' } as const] : []),
    ...misfits.map((problem) => ({ ...finding(problem), gate: 'translation' as const })),
    ...(first ? [] : olderTranslations(files, placeOf)),
    ...(kind === 'module' ? uncitedLessons(files, number, placeOf) : []),
  ]
  const gates = gateResults(kind, findings, isReadable)
  return { filesHash, gates, version: isBlocked(gates) ? null : version }
}
