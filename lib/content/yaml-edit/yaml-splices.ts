import { isDeepStrictEqual } from 'node:util'
import { isMap as isMapNode, isScalar, isSeq, type Node, type YAMLMap, type YAMLSeq } from 'yaml'
import { linesAt, type Splice, type Splices } from '#lib/content/yaml-edit/splice'
import { itemRemoved, keyRemoved } from '#lib/content/yaml-edit/yaml-removals'
import {
  beginsLine,
  columnOf,
  endOf,
  endOfPair,
  hyphensOf,
  isFlow,
  isInFlow,
  itemsOf,
  keyOf,
  listStart,
  nextLine,
  nodeAt,
  pairsOf,
  startOf,
  type YamlPath,
  type YamlSource,
} from '#lib/content/yaml-edit/yaml-source'
import {
  blockText,
  flowText,
  isFilled,
  isList,
  isMap,
  itemText,
  pairText,
  type YamlValue,
} from '#lib/content/yaml-edit/yaml-text'

/** The whole value of a node in the place of the one that stands there. */
function replaced(source: YamlSource, path: YamlPath, node: Node, value: YamlValue): Splice {
  const { text, lineEnd } = source
  const [from, to] = [startOf(node), endOf(text, node)]
  const space = from > 0 && /\S/.test(text.charAt(from - 1)) ? ' ' : ''
  const inFlow = isInFlow(source, path)
  if (inFlow || !isFilled(value)) {
    const style = isScalar(node) ? node.type : undefined
    return { from, to, text: space + flowText(value, style, inFlow) }
  }
  // A value with lines of its own begins on the line after its key, two columns further in; an entry of a list on its own line.
  const key = typeof path.at(-1) === 'string' ? keyBefore(source, path) : undefined
  if (key === undefined || beginsLine(text, from)) {
    return {
      from,
      to,
      text: space + blockText(value, { lineEnd, column: columnOf(text, from) + space.length }),
    }
  }
  const column = columnOf(text, key) + 2
  const colon = text.slice(0, from).trimEnd().length
  return { from: colon, to, text: `${lineEnd}${' '.repeat(column)}${blockText(value, { lineEnd, column })}` }
}

function keyBefore(source: YamlSource, path: YamlPath): number | undefined {
  const map = nodeAt(source, path.slice(0, -1))
  if (!isMapNode(map)) return undefined
  const pair = pairsOf(map).find((each) => keyOf(each) === path.at(-1))
  return pair && startOf(pair.key)
}

/** Keys with their values behind the last ones of a map that has some. */
function added(
  source: YamlSource,
  map: YAMLMap,
  entries: readonly (readonly [string, YamlValue])[],
): Splices {
  const { text, lineEnd } = source
  const [first, last] = [pairsOf(map)[0], pairsOf(map).at(-1)]
  if (!first || !last) return undefined
  if (isFlow(map)) {
    const at = endOfPair(text, last)
    const pairs = entries.map(([key, value]) => flowText({ [key]: value }, undefined).slice(2, -2))
    return [{ from: at, to: at, text: `, ${pairs.join(', ')}` }]
  }
  const column = columnOf(text, startOf(first.key))
  const indent = ' '.repeat(column)
  const lines = entries.map(([key, value]) => indent + pairText(key, value, { lineEnd, column }))
  return [linesAt(source, nextLine(text, endOfPair(text, last)), lines.join(lineEnd))]
}

function keysChanged(
  source: YamlSource,
  path: YamlPath,
  map: YAMLMap,
  value: { readonly [key: string]: YamlValue },
): Splices {
  const keys = pairsOf(map).map(keyOf)
  const kept = keys.filter((key) => Object.hasOwn(value, key))
  if (kept.length === 0) return [replaced(source, path, map, value)]
  const fresh = Object.entries(value).filter(([key]) => !keys.includes(key))
  return all([
    ...kept.map((key) => changed(source, [...path, key], value[key] ?? null)),
    ...keys.filter((key) => !kept.includes(key)).map((key) => keyRemoved(source, map, key)),
    fresh.length === 0 ? [] : added(source, map, fresh),
  ])
}

const all = (parts: readonly Splices[]): Splices =>
  parts.some((part) => part === undefined) ? undefined : parts.flatMap((part) => part ?? [])

function itemsChanged(
  source: YamlSource,
  path: YamlPath,
  list: YAMLSeq,
  value: readonly YamlValue[],
): Splices {
  const count = itemsOf(list).length
  if (count === 0 || value.length === 0) return [replaced(source, path, list, value)]
  const common = value.slice(0, count)
  const surplus = Array.from(
    { length: Math.max(0, count - value.length) },
    (_, index) => value.length + index,
  )
  return all([
    ...common.map((item, index) => changed(source, [...path, index], item)),
    ...(isFlow(list) && surplus.length > 1
      ? [undefined]
      : surplus.map((index) => itemRemoved(source, list, index))),
    value.length > count ? itemsAdded(source, list, count, value.slice(count)) : [],
  ])
}

/** Only what differs between the value that stands at a path and another one. */
function changed(source: YamlSource, path: YamlPath, value: YamlValue): Splices {
  const node = nodeAt(source, path)
  if (!node) return undefined
  if (isDeepStrictEqual(node.toJS(source.document), value)) return []
  if (isMapNode(node) && isMap(value)) return keysChanged(source, path, node, value)
  if (isSeq(node) && isList(value)) return itemsChanged(source, path, node, value)
  return [replaced(source, path, node, value)]
}

/** Sets what a path leads to; a key that is not there yet comes last in its map. */
export function set(source: YamlSource, path: YamlPath, value: YamlValue): Splices {
  if (nodeAt(source, path)) return changed(source, path, value)
  const map = nodeAt(source, path.slice(0, -1))
  const key = path.at(-1)
  if (!isMapNode(map) || typeof key !== 'string') return undefined
  return pairsOf(map).length === 0
    ? [replaced(source, path.slice(0, -1), map, { [key]: value })]
    : added(source, map, [[key, value]])
}

/** Entries before the one at `at`, or behind the last. */
function itemsAdded(source: YamlSource, list: YAMLSeq, at: number, values: readonly YamlValue[]): Splices {
  const { text, lineEnd } = source
  const items = itemsOf(list)
  const before = items[at - 1]
  const next = items[at]
  if (isFlow(list)) {
    const words = values.map((value) => flowText(value, undefined)).join(', ')
    if (next) return [{ from: startOf(next), to: startOf(next), text: `${words}, ` }]
    if (!before) return undefined
    return [{ from: endOf(text, before), to: endOf(text, before), text: `, ${words}` }]
  }
  const [hyphen] = hyphensOf(list)
  if (hyphen === undefined) return undefined
  const column = columnOf(text, hyphen)
  const lines = values.map((value) => ' '.repeat(column) + itemText(value, { lineEnd, column })).join(lineEnd)
  if (before) return [linesAt(source, nextLine(text, endOf(text, before)), lines)]
  const start = listStart(source, list)
  return start === undefined ? undefined : [linesAt(source, start, lines)]
}

/** Takes out a key with its value, or an entry of a list. Comments above it stay. */
export function remove(source: YamlSource, path: YamlPath): Splices {
  const [above, last] = [path.slice(0, -1), path.at(-1)]
  const holder = nodeAt(source, above)
  if (isMapNode(holder) && typeof last === 'string') {
    return holder.items.length === 1
      ? [replaced(source, above, holder, {})]
      : keyRemoved(source, holder, last)
  }
  if (!isSeq(holder) || typeof last !== 'number') return undefined
  return holder.items.length === 1 ? [replaced(source, above, holder, [])] : itemRemoved(source, holder, last)
}

/** Puts an entry into a list, before the one that stands at `at`. */
export function insert(source: YamlSource, path: YamlPath, at: number, value: YamlValue): Splices {
  const list = nodeAt(source, path)
  if (!isSeq(list)) return undefined
  return list.items.length === 0
    ? [replaced(source, path, list, [value])]
    : itemsAdded(source, list, at, [value])
}

/** Puts the entries of a list in another order, each with the comments above it. */
export function reorder(source: YamlSource, path: YamlPath, order: readonly number[]): Splices {
  const { text, lineEnd } = source
  const list = nodeAt(source, path)
  if (!isSeq(list) || list.items.length < 2) return undefined
  const items = itemsOf(list)
  if (isFlow(list)) {
    const texts = items.map((item) => text.slice(startOf(item), endOf(text, item)))
    return items.map((item, place) => ({
      from: startOf(item),
      to: endOf(text, item),
      text: texts[order[place] ?? place] ?? '',
    }))
  }
  const from = listStart(source, list)
  if (from === undefined) return undefined
  const ends = items.map((item) => nextLine(text, endOf(text, item)))
  const parts = ends.map((end, index) => text.slice(index === 0 ? from : ends[index - 1], end))
  const moved = order.map((place) => parts[place] ?? '')
  const ended = moved.map((part, index) =>
    part.endsWith('\n') || index === moved.length - 1 ? part : part + lineEnd,
  )
  const to = ends.at(-1) ?? from
  const last = ended.join('')
  return [{ from, to, text: text.slice(from, to).endsWith('\n') ? last : last.replace(/\r?\n$/, '') }]
}
