import { isList, isMap, type YamlValue } from '#lib/content/yaml-edit/yaml-text'

/** Every value of a YAML text by its path; `order` holds, for each list of named parts, the names in their order. */
export type FlatYaml = {
  readonly values: ReadonlyMap<string, string>
  readonly orders: ReadonlyMap<string, readonly string[]>
}

/** Parts of a path are joined by a sign that no key of ours holds. */
const joint = '\u0000'
export const pathOf = (joined: string): readonly string[] => joined.split(joint)

/**
 * Flat, so that two texts are compared value by value: parts of a list that have an id stand under it, wherever they move, and
 * others under their place.
 */
export function flatYaml(value: YamlValue): FlatYaml {
  const values = new Map<string, string>()
  const orders = new Map<string, readonly string[]>()
  const visit = (part: YamlValue, path: readonly string[]) => {
    const names = isList(part) ? namesOf(part) : undefined
    if (names) orders.set(path.join(joint), names)
    const inside = insideOf(part, names)
    if (inside) for (const [key, each] of inside) visit(each, [...path, key])
    else values.set(path.join(joint), wordsOf(part))
  }
  visit(value, [])
  return { values, orders }
}

/** What a list or map holds, by name or place; undefined for a value. */
function insideOf(
  part: YamlValue,
  names: readonly string[] | undefined,
): readonly (readonly [string, YamlValue])[] | undefined {
  if (isList(part)) return part.map((each, index) => [names?.[index] ?? String(index + 1), each])
  return isMap(part) ? Object.entries(part) : undefined
}

const wordsOf = (value: YamlValue) => (value === null ? '' : String(value).trim())

/** The ids of the parts of a list, a second one of the same id counted; undefined where one has none. */
function namesOf(list: readonly YamlValue[]): readonly string[] | undefined {
  const seen = new Map<string, number>()
  const names: string[] = []
  for (const part of list) {
    const id = isMap(part) ? part['id'] : undefined
    if (typeof id !== 'string' && typeof id !== 'number') return undefined
    const times = (seen.get(String(id)) ?? 0) + 1
    seen.set(String(id), times)
    names.push(times === 1 ? String(id) : `${id} (${times})`)
  }
  return names.length === 0 ? undefined : names
}
