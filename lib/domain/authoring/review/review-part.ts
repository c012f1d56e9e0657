import type { BlockKey } from '#lib/domain/authoring/review/block-key'
import type { LessonNode } from '#lib/domain/curriculum/lesson-tree'
import type { Language } from '#lib/domain/language'

/** What a line of a part is, for its words on the screen. */
const lineLabels = [
  'title',
  'summary',
  'minutes',
  'objective',
  'reviewNote',
  'vignette',
  'stem',
  'option',
  'prompt',
  'mustPass',
  'setting',
  'role',
  'reason',
  'known',
  'contentNote',
  'gentle',
  'scene',
  'question',
  'judgment',
  'consequence',
  'feedback',
  'next',
  'outcome',
  'lesson',
] as const
export type LineLabel = (typeof lineLabels)[number]

/** One line of an item, of a node or of what a module says of itself, as plain text. */
export type Line = {
  readonly label: LineLabel
  /** The letter of an option or prompt, or the skill that points are for. */
  readonly of: string | null
  readonly text: string
  /** Why it is right or not. */
  readonly rationale: string | null
  /** Null where a line is neither. */
  readonly isRight: boolean | null
}

/** A block that is no paragraph of a lesson; comments hang on it as a whole. */
export type ReviewPart = {
  readonly place: string
  readonly key: BlockKey
  /** The id that the author gave it. */
  readonly name: string
  readonly translation: Language | null
  readonly lines: readonly Line[]
}

/** A paragraph, list or component of a lesson on which comments hang. */
export type LessonBlock = { readonly key: BlockKey; readonly node: LessonNode; readonly text: string }
