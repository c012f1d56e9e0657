import { isMap, isNode, isScalar, isSeq, parseDocument, stringify } from 'yaml'

type Path = readonly (string | number)[]
export type Scalar = string | number | boolean

/** As YAML writes it on one line. */
const written = (value: Scalar) => stringify(value, { lineWidth: 0, defaultStringType: 'PLAIN' }).trimEnd()

/** On one line whatever it says, since it takes the place of something between other words. */
const inline = (value: Scalar) => {
  const plain = written(value)
  return /[\n,[\]{}]/.test(plain) && !plain.startsWith('"') ? JSON.stringify(value) : plain
}

/**
 * The text with one value changed and every other byte as it was. A value that is missing is added at the end of its map.
 * A text that is no YAML, or has nothing at the path above, comes back as it is.
 */
export function withScalar(source: string, path: Path, value: Scalar): string {
  const document = parseDocument(source)
  if (document.errors.length > 0) return source
  const node: unknown = document.getIn(path, true)
  if (isNode(node) && node.range) {
    const isSame = isScalar(node) && node.value === value
    return isSame ? source : spliced(source, node.range, inline(value))
  }
  if (!isMap(document.getIn(path.slice(0, -1), true)) && path.length > 1) return source
  document.setIn(path, value)
  return document.toString({ lineWidth: 0 })
}

/** A block of lines (| or >) ends with its last line break, which stays. */
function spliced(source: string, [start, end]: readonly [number, number, number], text: string): string {
  const rest = source.slice(end)
  const gap = source.slice(start, end).endsWith('\n') && !rest.startsWith('\n') ? '\n' : ''
  return source.slice(0, start) + text + gap + rest
}

type Lines = { readonly before: string; readonly items: readonly string[]; readonly after: string }

/** A list cut into its items, each of whole lines; undefined where it is written otherwise than one item under the other. */
function linesOf(source: string, path: Path): Lines | undefined {
  const list: unknown = parseDocument(source).getIn(path, true)
  if (!isSeq(list) || list.flow || list.items.length === 0) return undefined
  const starts = list.items.map((item) => {
    const at = isNode(item) && item.range ? item.range[0] : -1
    return at < 0 ? -1 : source.lastIndexOf('\n', at - 1) + 1
  })
  if (starts.some((start, index) => start < 0 || start <= (starts[index - 1] ?? -1))) return undefined
  const dash = /^( *)- /.exec(source.slice(starts[0]))?.[1]
  if (dash === undefined) return undefined
  const last = starts.at(-1) ?? 0
  const end = last + lengthOfItem(source.slice(last), dash.length)
  return {
    before: source.slice(0, starts[0]),
    items: starts.map((start, index) => source.slice(start, starts[index + 1] ?? end)),
    after: source.slice(end),
  }
}

/** Through the last line that is deeper than the dash. */
function lengthOfItem(text: string, depth: number): number {
  const lines = text.split('\n')
  const next = lines.findIndex((line, index) => index > 0 && line.trim() !== '' && line.search(/\S/) <= depth)
  return next < 0 ? text.length : lines.slice(0, next).join('\n').length + 1
}

const endedLine = (text: string) => (text === '' || text.endsWith('\n') ? text : `${text}\n`)

/** The list in another order, or with fewer of its items: `places` are the old places in their new order. */
export function withOrder(source: string, path: Path, places: readonly number[]): string {
  const lines = linesOf(source, path)
  if (lines && places.length > 0) {
    const kept = places.map((place) => endedLine(lines.items[place] ?? ''))
    return `${lines.before}${kept.join('')}${lines.after}`
  }
  const document = parseDocument(source)
  const list: unknown = document.getIn(path, true)
  if (!isSeq(list)) return source
  document.setIn(
    path,
    places.map((place) => list.items[place]),
  )
  return document.toString({ lineWidth: 0 })
}

/** The list with one more item at its end. */
export function withItem(source: string, path: Path, item: Readonly<Record<string, unknown>>): string {
  const lines = linesOf(source, path)
  if (!lines) {
    const document = parseDocument(source)
    document.addIn(path, document.createNode(item))
    return document.toString({ lineWidth: 0 })
  }
  const margin = /^ */.exec(lines.items[0] ?? '')?.[0] ?? ''
  const text = stringify([item], { lineWidth: 0, collectionStyle: 'any' })
  const added = text.replace(/^(?=.)/gm, margin)
  return `${lines.before}${lines.items.map(endedLine).join('')}${endedLine(added)}${lines.after}`
}
