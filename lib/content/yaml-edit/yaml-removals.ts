import type { YAMLMap, YAMLSeq } from 'yaml'
import type { Splice, Splices } from '#lib/content/yaml-edit/splice'
import {
  beginsLine,
  endOf,
  endOfPair,
  hyphensOf,
  isFlow,
  itemsOf,
  keyOf,
  lineStart,
  nextLine,
  pairsOf,
  startOf,
  type YamlSource,
} from '#lib/content/yaml-edit/yaml-source'

/** One key less in a map that has others. */
export function keyRemoved({ text }: YamlSource, map: YAMLMap, key: string): Splices {
  const pairs = pairsOf(map)
  const index = pairs.findIndex((pair) => keyOf(pair) === key)
  const pair = pairs[index]
  if (!pair) return undefined
  const start = startOf(pair.key)
  const next = pairs[index + 1]
  if (isFlow(map))
    return [
      withoutPart(
        pairs.map((each) => [startOf(each.key), endOfPair(text, each)]),
        index,
      ),
    ]
  const end = nextLine(text, endOfPair(text, pair))
  if (beginsLine(text, start)) return [{ from: lineStart(text, start), to: end, text: '' }]
  if (!next) return undefined
  // The next key moves up behind the hyphen, unless a comment stands between.
  return [
    { from: start, to: text.slice(end, startOf(next.key)).trim() === '' ? startOf(next.key) : end, text: '' },
  ]
}

type Part = readonly [start: number, end: number]

/** One part less of what commas divide. */
function withoutPart(parts: readonly Part[], index: number): Splice {
  const [start, end] = parts[index] ?? [0, 0]
  const next = parts[index + 1]
  const before = parts[index - 1]
  if (next) return { from: start, to: next[0], text: '' }
  return { from: before ? before[1] : start, to: end, text: '' }
}

/** One entry less in a list that has others. */
export function itemRemoved({ text }: YamlSource, list: YAMLSeq, index: number): Splices {
  const items = itemsOf(list)
  const item = items[index]
  if (!item) return undefined
  if (isFlow(list))
    return [
      withoutPart(
        items.map((each) => [startOf(each), endOf(text, each)]),
        index,
      ),
    ]
  const hyphen = hyphensOf(list)[index]
  if (hyphen === undefined || !beginsLine(text, hyphen)) return undefined
  return [{ from: lineStart(text, hyphen), to: nextLine(text, endOf(text, item)), text: '' }]
}
