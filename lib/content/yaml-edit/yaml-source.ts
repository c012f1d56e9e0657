import {
  type Document,
  isCollection,
  isMap,
  isNode,
  isSeq,
  type Node,
  type Pair,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml'
import { parsedYaml } from '#lib/content/parsed-yaml'
import type { YamlValue } from '#lib/content/yaml-edit/yaml-text'
import { invariant } from '#lib/domain/invariant'

/** A YAML text that was read, with what it says and how its lines end. */
export type YamlSource = {
  readonly text: string
  readonly document: Document
  readonly value: YamlValue
  readonly lineEnd: string
}

export type YamlPath = readonly (string | number)[]

/** Undefined where the text has faults or aliases, which nothing of ours writes. */
export function readSource(text: string): YamlSource | undefined {
  const parsed = parsedYaml(text)
  if (!parsed.ok) return undefined
  const { document } = parsed.value
  const value = document.toJS({ maxAliasCount: 0 }) as YamlValue
  return { text, document, value, lineEnd: text.includes('\r\n') ? '\r\n' : '\n' }
}

/** The node that a path leads to; undefined where there is none. */
export function nodeAt({ document }: YamlSource, path: YamlPath): Node | undefined {
  const node: unknown = path.length === 0 ? document.contents : document.getIn(path, true)
  return isNode(node) ? node : undefined
}

export const isFlow = (node: Node) => isCollection(node) && node.flow === true

/** Whether the node, or one around it, stands in brackets or braces. */
export const isInFlow = (source: YamlSource, path: YamlPath) =>
  path.some((_, length) => {
    const node = nodeAt(source, path.slice(0, length))
    return node !== undefined && isFlow(node)
  })

export const pairsOf = (map: YAMLMap): readonly Pair<Node, Node | null>[] =>
  map.items as Pair<Node, Node | null>[]
export const itemsOf = (list: YAMLSeq): readonly Node[] => list.items as Node[]
export const keyOf = ({ key }: Pair<Node, Node | null>) => String(key)

export function startOf(node: Node): number {
  invariant(node.range, 'a node that was read has a place')
  return node.range[0]
}

/** Behind the last sign of a value, comments and line ends left out. */
export function endOf(text: string, node: Node): number {
  if (!isFlow(node)) {
    const last = isMap(node) ? pairsOf(node).at(-1) : undefined
    if (last) return endOfPair(text, last)
    const item = isSeq(node) ? itemsOf(node).at(-1) : undefined
    if (item) return endOf(text, item)
  }
  invariant(node.range, 'a node that was read has a place')
  return Math.max(node.range[0], text.slice(0, node.range[1]).trimEnd().length)
}

export const endOfPair = (text: string, { key, value }: Pair<Node, Node | null>) =>
  Math.max(endOf(text, key), value ? endOf(text, value) : 0)

/** Where the next line begins. */
export function nextLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset)
  return end === -1 ? text.length : end + 1
}

export const lineStart = (text: string, offset: number) => text.lastIndexOf('\n', offset - 1) + 1
export const columnOf = (text: string, offset: number) => offset - lineStart(text, offset)
/** Whether only spaces stand before it in its line. */
export const beginsLine = (text: string, offset: number) =>
  text.slice(lineStart(text, offset), offset).trim() === ''

/** Where the hyphens of a list in lines stand, in order. */
export function hyphensOf(list: YAMLSeq): readonly number[] {
  const token = list.srcToken
  if (token?.type !== 'block-seq') return []
  return token.items.flatMap(({ start }) =>
    start.flatMap(({ type, offset }) => (type === 'seq-item-ind' ? [offset] : [])),
  )
}

/**
 * Where the first entry of a list in lines begins, with the comments above it; those at the head of a file are the file's.
 * Undefined where the list begins in the line of something else.
 */
export function listStart({ text, document }: YamlSource, list: YAMLSeq): number | undefined {
  const [hyphen] = hyphensOf(list)
  if (hyphen === undefined || !beginsLine(text, hyphen)) return undefined
  let start = lineStart(text, hyphen)
  if (list === document.contents) return start
  while (start > 0 && /^\s*(?:#.*)?$/.test(text.slice(lineStart(text, start - 1), start).trimEnd())) {
    start = lineStart(text, start - 1)
  }
  return start
}
