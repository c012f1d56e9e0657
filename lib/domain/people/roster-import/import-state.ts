import type { LocalDate } from '#lib/domain/calendar'
import type { Columns } from '#lib/domain/people/roster-import/columns'
import type { DayOrder } from '#lib/domain/people/roster-import/written-day'

/** Where a file stands: what waits for Beacon, and what waits for a person. */
export const importStages = [
  'read-file',
  'ask-encoding',
  'unreadable',
  'match',
  'check',
  'preview',
  'apply',
  'applied',
  'undo',
  'undone',
  'withdrawn',
] as const
export type ImportStage = (typeof importStages)[number]

/** At these Beacon works and a person waits. */
export const isAtWork = (stage: ImportStage): boolean =>
  stage === 'read-file' || stage === 'check' || stage === 'apply' || stage === 'undo'

/** Before these are over a file may be read, matched and decided again, and nothing of it is written. */
export const isOpen = (stage: ImportStage): boolean =>
  stage === 'ask-encoding' || stage === 'unreadable' || stage === 'match' || stage === 'preview'

/** How a file is read, and what was chosen about it. */
export type ImportSettings = {
  readonly format: 'csv' | 'xlsx'
  /** Null: the file tells, or somebody has yet to. */
  readonly encoding: string | null
  /** Null: found in the file. */
  readonly delimiter: string | null
  readonly sheets: readonly string[]
  /** From 0. */
  readonly sheet: number
  readonly headers: readonly string[]
  readonly columns: Columns
  readonly dayOrder: DayOrder | null
  /** The order for which the days with one reading only speak; a proposal, no answer. */
  readonly likelyOrder: DayOrder | null
  /** Why it cannot be read. */
  readonly refusal: string | null
  /** From when a new role, place or kind of employment holds; null: from the day on which the import is confirmed. */
  readonly changesFrom: LocalDate | null
  readonly sendInvitations: boolean
  /** The last day of those who are not in the file and were ticked. */
  readonly lastDay: LocalDate | null
}

export const newSettings: Omit<ImportSettings, 'format'> = {
  encoding: null,
  delimiter: null,
  sheets: [],
  sheet: 0,
  headers: [],
  columns: [],
  dayOrder: null,
  likelyOrder: null,
  refusal: null,
  changesFrom: null,
  sendInvitations: false,
  lastDay: null,
}

/** People who are not in the file stand behind its rows, from this number on. */
export const firstMissingNumber = 1_000_001

/** What became of a planned row. `waiting`: confirmed and not written yet, or written and not taken back yet. */
export type RowResult = 'waiting' | 'applied' | 'changed-since' | 'undone' | 'kept'
