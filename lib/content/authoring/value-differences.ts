import { type FlatYaml, flatYaml, pathOf } from '#lib/content/authoring/flat-yaml'
import type { YamlValue } from '#lib/content/yaml-edit/yaml-text'
import type { FieldDifference } from '#lib/domain/authoring/differences/differences'
import { wordDifferences } from '#lib/domain/authoring/differences/prose-differences'

const fieldDifference = (
  path: readonly string[],
  before: string | null,
  after: string | null,
): FieldDifference => ({ path, before, after, pieces: wordDifferences(before ?? '', after ?? '') })

/** Everything in which two YAML values differ, in the order of the later one; what is gone comes last. */
export function valueDifferences(before: YamlValue, after: YamlValue): readonly FieldDifference[] {
  const a = flatYaml(before)
  const b = flatYaml(after)
  const keys = [...new Set([...b.values.keys(), ...a.values.keys()])]
  const changed = keys.flatMap((key) => {
    const old = a.values.get(key) ?? null
    const now = b.values.get(key) ?? null
    return old === now ? [] : [fieldDifference(pathOf(key), old, now)]
  })
  return [...changed, ...orderDifferences(a, b)]
}

function orderDifferences(a: FlatYaml, b: FlatYaml): readonly FieldDifference[] {
  return [...a.orders].flatMap(([key, names]) => {
    const others = b.orders.get(key) ?? []
    const old = names.filter((name) => others.includes(name)).join(', ')
    const now = others.filter((name) => names.includes(name)).join(', ')
    return old === now ? [] : [fieldDifference([...pathOf(key), 'order'].filter(Boolean), old, now)]
  })
}
