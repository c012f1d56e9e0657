// What may be told of a group without telling of a person. Every number that leaves is of at least five people, and so is
// every difference between two of them: between the total and its parts, and between today and any earlier day.

/** The smallest group that a number may be about. */
export const smallestGroup = 5
/** Below this many people only how many they are is told. */
export const fewestToCount = 10
/** Below this many people nothing is judged. */
export const fewestToJudge = 30

/**
 * The first so many of a list that they are full fives. A report that grew by one person between two looks would tell how
 * that person did; this one grows by five at once. The list is in the order in which things happened.
 */
export function inFives<Thing>(things: readonly Thing[]): readonly Thing[] {
  return things.slice(0, peopleInFives(things.length))
}

/** So many people as a full five tells them. */
export const peopleInFives = (people: number) => people - (people % smallestGroup)

/** How many were right and wrong, or that one of the two groups is smaller than five, which then stays untold. */
export type Split =
  | { readonly kind: 'told'; readonly right: number; readonly wrong: number }
  | { readonly kind: 'few-wrong' }
  | { readonly kind: 'few-right' }

export function splitOf(right: number, people: number): Split {
  const wrong = people - right
  if (wrong < smallestGroup) return { kind: 'few-wrong' }
  return right < smallestGroup ? { kind: 'few-right' } : { kind: 'told', right, wrong }
}

/** Options that are told together, since one of them alone was chosen by fewer than five. */
export type OptionGroup = { readonly optionIds: readonly string[]; readonly people: number }

/**
 * How often each wrong option was chosen, where everybody who was wrong chose exactly one. Those chosen by fewer than five
 * are told together; where even together they are fewer than five, the next smallest joins them, or a difference would tell
 * them after all. The most chosen first. All are wrong options: the split into right and wrong is told already.
 */
export function optionGroups(chosen: ReadonlyMap<string, number>): readonly OptionGroup[] {
  const ordered = [...chosen].toSorted(([a, many], [b, more]) => more - many || (a < b ? -1 : 1))
  const own = ordered.filter(([, people]) => people >= smallestGroup)
  const together = ordered.filter(([, people]) => people < smallestGroup)
  const peopleOf = (options: typeof ordered) => options.reduce((sum, [, people]) => sum + people, 0)
  while (together.length > 0 && peopleOf(together) < smallestGroup) {
    const next = own.pop()
    if (!next) return []
    together.unshift(next)
  }
  const groups = own.map(([optionId, people]) => ({ optionIds: [optionId], people }))
  const shared = { optionIds: together.map(([optionId]) => optionId), people: peopleOf(together) }
  return together.length > 0 ? [...groups, shared] : groups
}
