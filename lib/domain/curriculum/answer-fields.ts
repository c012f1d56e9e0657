import { type ItemKind, pairOf, sidesOf } from '#lib/domain/curriculum/item-kind'

/**
 * The names of a quiz form's fields, and back. Radio buttons and tick boxes are called `answer.<item>`; the selects of an
 * ordering `place.<item>.<option>`, with a place from 1; those of a matching item `match.<item>.<prompt>`, with an option id.
 */
export const answerField = (itemId: string) => `answer.${itemId}`
export const placeField = (itemId: string, optionId: string) => `place.${itemId}.${optionId}`
export const matchField = (itemId: string, promptId: string) => `match.${itemId}.${promptId}`

/** The revision of what was saved of an item, as its page shows it. */
export const revisionField = (itemId: string) => `revision.${itemId}`

const id = '[a-z0-9][a-z0-9-]{0,63}'
const fieldName = new RegExp(`^(?:answer\\.(${id})|(place|match)\\.(${id})\\.(${id}))$`)

export const isPlaceField = (name: string) => fieldName.exec(name)?.[2] === 'place'

/** The item that a field belongs to; undefined for any other field. */
export function itemOfField(name: string): string | undefined {
  const [, answered, , placed] = fieldName.exec(name) ?? []
  return answered ?? placed
}

type Fields = Readonly<Record<string, string | readonly string[]>>
/** The fields of a form as it stands, several values of one name together. Files are none. */
export function fieldsFrom(entries: Iterable<readonly [string, unknown]>): Fields {
  const fields: Record<string, readonly string[]> = {}
  for (const [name, value] of entries) {
    if (typeof value === 'string') fields[name] = [...(fields[name] ?? []), value]
  }
  return fields
}

type Given = { readonly chosen: string[]; readonly places: Map<string, string> }
const nothing = (): Given => ({ chosen: [], places: new Map() })

/**
 * The answers that a form's fields give, by item id, and what is no such field. An item whose places are not yet one for each
 * option has an empty answer, so that an earlier one is not taken for it; so has one without a tick.
 */
export function answersFromFields(fields: Fields): {
  readonly answers: Readonly<Record<string, readonly string[]>>
  readonly others: Fields
} {
  const given = new Map<string, Given>()
  const others: Record<string, string | readonly string[]> = {}
  for (const [name, value] of Object.entries(fields)) {
    const [, answered, sort, placed, part] = fieldName.exec(name) ?? []
    const itemId = answered ?? placed
    if (itemId === undefined) {
      others[name] = value
      continue
    }
    const item = given.get(itemId) ?? nothing()
    given.set(itemId, item)
    const values = [value].flat().filter((each) => each !== '')
    if (sort === 'place' && part) item.places.set(part, values.join())
    else item.chosen.push(...values.map((each) => (part ? pairOf(part, each) : each)))
  }
  const answers = [...given].map(
    ([itemId, item]) => [itemId, [...item.chosen, ...inOrder(item.places)]] as const,
  )
  return { answers: Object.fromEntries(answers), others }
}

/** The options by their places; none until every place from 1 on is taken once. */
function inOrder(places: ReadonlyMap<string, string>): readonly string[] {
  const sorted = [...places].sort(([, a], [, b]) => Number(a) - Number(b))
  return sorted.every(([, place], index) => place === `${index + 1}`) ? sorted.map(([option]) => option) : []
}

type Answered = { readonly itemId: string; readonly kind: ItemKind }

/** The fields as they stand where an answer was saved. */
export function fieldsOfAnswer({ itemId, kind }: Answered, chosen: readonly string[]): Fields {
  switch (kind) {
    case 'single':
    case 'multiple':
      return { [answerField(itemId)]: chosen }
    case 'ordering':
      return Object.fromEntries(chosen.map((option, index) => [placeField(itemId, option), `${index + 1}`]))
    case 'matching':
      return Object.fromEntries(
        chosen.flatMap((pair) => {
          const sides = sidesOf(pair)
          return sides ? [[matchField(itemId, sides.promptId), sides.optionId]] : []
        }),
      )
  }
}
