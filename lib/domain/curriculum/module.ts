/** What a new version means for people who completed an older one. */
export const changeKinds = ['initial', 'editorial', 'clarifying', 'material', 'critical'] as const
export type ChangeKind = (typeof changeKinds)[number]

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

/** A quiz item as a learner may see it: nothing here tells which option is correct. */
export type ShownItem = {
  readonly id: string
  readonly objectiveId: string
  readonly bloom: BloomLevel
  readonly mustPass: boolean
  readonly stem: string
  /** Id in `sources.yaml`. */
  readonly sourceId: string
  readonly options: readonly { readonly id: string; readonly text: string }[]
}

/** What stays on the server until an attempt is scored. */
export type ItemKey = {
  readonly itemId: string
  readonly correctOptionIds: readonly string[]
  /** Why each option is right or wrong, by option id. */
  readonly rationales: Readonly<Record<string, string>>
}
