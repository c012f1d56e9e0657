/**
 * How an item is answered: one option, every right option, the options put in order, or one option for each prompt. Each is
 * right or not; there are no part marks.
 */
export const itemKinds = ['single', 'multiple', 'ordering', 'matching'] as const
export type ItemKind = (typeof itemKinds)[number]

/** A draft is not published at all. A retired item is drawn no more, and stays readable for attempts that asked it. */
export const itemStates = ['draft', 'ready', 'retired'] as const
export type ItemState = (typeof itemStates)[number]
export type PublishedState = Exclude<ItemState, 'draft'>

/** One choice in a matching item, as it is stored among an answer's option ids: "p=b". */
export const pairOf = (promptId: string, optionId: string) => `${promptId}=${optionId}`

/** The two sides of such a choice; undefined where it is none. */
export function sidesOf(pair: string): { readonly promptId: string; readonly optionId: string } | undefined {
  const [promptId, optionId, ...rest] = pair.split('=')
  return promptId && optionId && rest.length === 0 ? { promptId, optionId } : undefined
}

/**
 * The orders in which the entries of an ordering may first be shown: as written, begun at each of them in turn. The content
 * check refuses an item whose right order is one of these, so that none is right already although a draw knows no keys.
 */
export const firstOrders = (ids: readonly string[]): readonly (readonly string[])[] =>
  ids.map((_, place) => [...ids.slice(place), ...ids.slice(0, place)])
