import type { ItemKind, PublishedState } from '#lib/domain/curriculum/item-kind'

/** What a new version means for people who completed an older one. */
export const changeKinds = ['initial', 'editorial', 'clarifying', 'material', 'critical'] as const
export type ChangeKind = (typeof changeKinds)[number]

/** The kinds of change that a version after the first may be, the one that asks least of people first. */
export const chosenKinds = [
  'editorial',
  'clarifying',
  'material',
  'critical',
] as const satisfies readonly ChangeKind[]
export type ChosenKind = (typeof chosenKinds)[number]

export type Objective = { readonly id: string; readonly text: string }

export type Reviewer = { readonly name: string; readonly role: string; readonly on: string }

/** The day of the last review; null where nobody has reviewed it yet. */
export function lastReviewOn(reviewers: readonly Reviewer[]): string | null {
  return (
    reviewers
      .map(({ on }) => on)
      .sort()
      .at(-1) ?? null
  )
}

export const bloomLevels = ['remember', 'understand', 'apply', 'analyze', 'evaluate'] as const
export type BloomLevel = (typeof bloomLevels)[number]

export type ItemText = { readonly id: string; readonly text: string }

/** The text that the items of one set share. They are drawn together and shown together. */
export type Vignette = ItemText

/** A quiz item as a learner may see it: nothing here tells which option is correct. */
export type ShownItem = {
  readonly id: string
  readonly kind: ItemKind
  readonly state: PublishedState
  readonly objectiveId: string
  readonly vignetteId: string | null
  readonly bloom: BloomLevel
  readonly mustPass: boolean
  readonly stem: string
  /** Id in `sources.yaml`. */
  readonly sourceId: string
  /** What a matching item asks a choice for, in the order shown; none in the other kinds. */
  readonly prompts: readonly ItemText[]
  readonly options: readonly ItemText[]
}

/** What stays on the server until an attempt is scored. */
export type ItemKey = {
  readonly itemId: string
  /** As in a right answer: every right option; all options in the right order; or "prompt=option" for each prompt. */
  readonly correctOptionIds: readonly string[]
  /** Why each option is right or wrong, by its id; in a matching item also why each prompt goes where it goes. */
  readonly rationales: Readonly<Record<string, string>>
}
