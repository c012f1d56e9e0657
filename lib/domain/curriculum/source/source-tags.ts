import { wordsOfAttribute } from '#lib/domain/curriculum/source/attribute-text'

export type SourceAttribute = {
  readonly name: string
  /** True for a word alone; undefined where only the source can say it. */
  readonly value: string | true | undefined
  readonly from: number
  readonly to: number
}

/** A component's tag in the text of a lesson. Places are UTF-16 offsets; `to` is the first sign after it. */
export type SourceTag = {
  readonly name: string
  readonly kind: 'open' | 'close' | 'lone'
  readonly from: number
  /** Where the name ends. */
  readonly nameTo: number
  readonly to: number
  readonly attributes: readonly SourceAttribute[]
}

const start = /<(\/?)([A-Z][A-Za-z0-9]*)/y
const attribute = /\s*([A-Za-z_$][\w$-]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'))?/y
const end = /\s*(\/?)\s*>/y

function matchAt(pattern: RegExp, source: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(source)
}

function isEscaped(source: string, at: number): boolean {
  let strokes = 0
  while (source[at - 1 - strokes] === '\\') strokes += 1
  return strokes % 2 === 1
}

function attributesFrom(source: string, at: number) {
  const attributes: SourceAttribute[] = []
  let to = at
  for (let found = matchAt(attribute, source, to); found; found = matchAt(attribute, source, to)) {
    const [whole, name = '', double, single] = found
    const written = double ?? single
    const from = found.index + whole.length - whole.trimStart().length
    to = found.index + whole.length
    attributes.push({ name, value: written === undefined ? true : wordsOfAttribute(written), from, to })
  }
  return { attributes, to }
}

/** The tag that begins here; undefined where none does, or where it is not written as lessons write tags. */
function tagAt(source: string, from: number): SourceTag | undefined {
  const opened = matchAt(start, source, from)
  if (!opened || isEscaped(source, from)) return undefined
  const [whole, slash, name = ''] = opened
  const nameTo = from + whole.length
  const { attributes, to } = attributesFrom(source, nameTo)
  const closed = matchAt(end, source, to)
  if (!closed) return undefined
  const kind = closed[1] ? 'lone' : 'open'
  return { name, kind: slash ? 'close' : kind, from, nameTo, to: to + closed[0].length, attributes }
}

/**
 * The tags of components in a lesson, in the order of the text, in one pass that no text can make slow. It reads what the
 * lesson language writes: names with a capital, attributes in quotes or words alone.
 */
export function sourceTags(source: string): readonly SourceTag[] {
  const tags: SourceTag[] = []
  for (let at = source.indexOf('<'); at >= 0; at = source.indexOf('<', at)) {
    const tag = tagAt(source, at)
    if (tag) tags.push(tag)
    at = tag ? tag.to : at + 1
  }
  return tags
}

/** The tag with attributes around a place; undefined between tags. */
export const tagAround = (source: string, at: number): SourceTag | undefined =>
  sourceTags(source).find(({ kind, from, to }) => kind !== 'close' && from < at && at < to)
