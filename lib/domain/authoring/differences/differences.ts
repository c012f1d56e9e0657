import type { NodeName } from '#lib/domain/authoring/case-names'
import type { Piece, Segment } from '#lib/domain/authoring/differences/prose-differences'
import type { Language } from '#lib/domain/language'

/** One value that differs; null where there is none. `order` as the last part of the path: the parts before it changed places. */
export type FieldDifference = {
  readonly path: readonly string[]
  readonly before: string | null
  readonly after: string | null
  readonly pieces: readonly Piece[]
}

/** That another answer is right now, or that the right one is worded otherwise. The texts of all that is right. */
export type KeyDifference = {
  readonly kind: 'answer' | 'wording'
  readonly before: readonly string[]
  readonly after: readonly string[]
}

/** An item of a quiz or a node of a case that came, went or changed. */
export type PartDifference = {
  readonly id: string
  readonly change: 'added' | 'removed' | 'changed'
  /** Null where what is right stayed as it was. */
  readonly key: KeyDifference | null
  readonly fields: readonly FieldDifference[]
}

/** Of which text a difference is: the original, or a translation into a language. */
export type Translated = { readonly translation: Language | null }
export type Change = 'added' | 'removed' | 'changed'

/** A lesson, or another text that cannot be compared value by value; `name` is the path within the version. */
export type TextDifference = Translated & {
  readonly name: string
  /** Of a lesson, where `version.yaml` says one. */
  readonly title: string | null
  readonly change: Change
  readonly segments: readonly Segment[]
}

/** Words for the ids that files call their parts by. */
export type Names = Readonly<Record<string, string>>

/** Everything in which two versions of a module or case differ. */
export type Differences = {
  /** What the files about the module, the version and the quiz as a whole say. */
  readonly facts: readonly (Translated & { readonly file: string; readonly field: FieldDifference })[]
  readonly lessons: readonly TextDifference[]
  readonly items: readonly (Translated & PartDifference)[]
  readonly nodes: readonly (Translated & PartDifference)[]
  /** What people call the scenes of a case, those that are gone last. */
  readonly nodeNames: readonly NodeName[]
  readonly pictures: readonly { readonly name: string; readonly change: 'added' | 'removed' | 'replaced' }[]
  /** Files that cannot be read as what they are, or that say the same in other signs. */
  readonly others: readonly TextDifference[]
}
