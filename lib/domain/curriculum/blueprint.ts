import type { BankItem } from '#lib/domain/curriculum/bank-item'

/** How many items an attempt asks from each objective, by objective id; none from one that is left out. */
export type Blueprint = Readonly<Record<string, number>>

/** What an attempt asks: so many items, spread evenly over the objectives unless a blueprint says otherwise. */
export type Asked = { readonly size: number; readonly blueprint?: Blueprint | null }

export type BlueprintFault =
  | { readonly kind: 'sum-differs'; readonly sum: number }
  /** `ready` counts the items that stand alone: a vignette's are asked only where its whole set fits. */
  | {
      readonly kind: 'too-few-items'
      readonly objectiveId: string
      readonly asked: number
      readonly ready: number
    }
  | { readonly kind: 'must-pass-not-asked'; readonly objectiveId: string }
  | { readonly kind: 'must-pass-in-vignettes-only'; readonly objectiveId: string }

/** The items of one objective that are ready. */
export type Shelf = {
  readonly objectiveId: string
  /** Ready items that stand alone. */
  readonly alone: readonly BankItem[]
  readonly hasMustPass: boolean
}

/** In the order in which the objectives come up in the bank. */
export const shelvesOf = (bank: readonly BankItem[]): readonly Shelf[] =>
  [...Map.groupBy(bank, (item) => item.objectiveId)].map(([objectiveId, items]) => ({
    objectiveId,
    alone: items.filter((item) => item.vignetteId === null),
    hasMustPass: items.some((item) => item.mustPass),
  }))

/** An equal share for each objective. What is left over goes, one each, to some of those that have more. */
export const evenShare = (size: number, shelves: readonly Shelf[]) =>
  Math.floor(size / Math.max(1, shelves.length))

/**
 * Everything for which a bank cannot fill what is asked, whichever items are drawn. Without a fault every draw asks what the
 * blueprint says, one item at least of each objective's must-pass items, and no vignette in part.
 */
export function blueprintFaults(bank: readonly BankItem[], asked: Asked): readonly BlueprintFault[] {
  const shelves = shelvesOf(bank)
  return [
    ...(asked.blueprint
      ? exactFaults(shelves, asked.size, asked.blueprint)
      : evenFaults(shelves, asked.size)),
    ...shelves.flatMap(({ objectiveId, alone, hasMustPass }) =>
      hasMustPass && !alone.some((item) => item.mustPass)
        ? [{ kind: 'must-pass-in-vignettes-only' as const, objectiveId }]
        : [],
    ),
  ]
}

function exactFaults(
  shelves: readonly Shelf[],
  size: number,
  blueprint: Blueprint,
): readonly BlueprintFault[] {
  const sum = Object.values(blueprint).reduce((all, each) => all + each, 0)
  const readyOf = (id: string) => shelves.find(({ objectiveId }) => objectiveId === id)?.alone.length ?? 0
  return [
    ...(sum === size ? [] : [{ kind: 'sum-differs' as const, sum }]),
    ...Object.entries(blueprint)
      .map(([objectiveId, asked]) => tooFew(objectiveId, asked, readyOf(objectiveId)))
      .filter((fault) => fault.ready < fault.asked),
    ...shelves
      .filter(({ objectiveId, hasMustPass }) => hasMustPass && !blueprint[objectiveId])
      .map(({ objectiveId }) => ({ kind: 'must-pass-not-asked' as const, objectiveId })),
  ]
}

function evenFaults(shelves: readonly Shelf[], size: number): readonly BlueprintFault[] {
  const share = evenShare(size, shelves)
  const short = shelves.filter(({ alone }) => alone.length < share)
  const roomy = shelves.filter(({ alone }) => alone.length > share)
  const leftOver = size - share * shelves.length
  const full =
    roomy.length < leftOver
      ? shelves.filter((shelf) => !(short.includes(shelf) || roomy.includes(shelf)))
      : []
  const critical = shelves.filter(({ hasMustPass }) => hasMustPass)
  return [
    ...short.map(({ objectiveId, alone }) => tooFew(objectiveId, share, alone.length)),
    ...full.map(({ objectiveId, alone }) => tooFew(objectiveId, share + 1, alone.length)),
    ...critical.slice(size).map(({ objectiveId }) => ({ kind: 'must-pass-not-asked' as const, objectiveId })),
  ]
}

const tooFew = (objectiveId: string, asked: number, ready: number) => ({
  kind: 'too-few-items' as const,
  objectiveId,
  asked,
  ready,
})
