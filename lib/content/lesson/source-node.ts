/** A point of the source text, counted from 1. */
export type SourcePoint = { readonly line: number; readonly column: number }

export type SourceAttribute = {
  readonly type: string
  readonly name?: string
  /** A string, nothing for a bare word, or an object for an expression in braces. */
  readonly value?: unknown
  readonly position?: { readonly start: SourcePoint }
}

/** The part of a Markdown syntax tree that the rules read. Every parser node has this shape. */
export type SourceNode = {
  readonly type: string
  readonly position?: { readonly start: SourcePoint }
  readonly children?: readonly SourceNode[]
  readonly value?: string
  readonly url?: string
  readonly title?: string | null
  readonly depth?: number
  readonly name?: string | null
  readonly attributes?: readonly SourceAttribute[]
}

/** A node with the way back up. */
export type Visit = {
  readonly node: SourceNode
  readonly parent: Visit | undefined
  readonly depth: number
}

export const isJsx = (node: SourceNode) =>
  node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement'

export const isBlank = (node: SourceNode) => node.type === 'text' && (node.value ?? '').trim() === ''

/** The nodes around, from the nearest outwards. */
export function ancestors(visit: Visit): readonly SourceNode[] {
  const found: SourceNode[] = []
  for (let above = visit.parent; above; above = above.parent) found.push(above.node)
  return found
}

/** The text nodes below, in reading order. */
export function textsBelow(node: SourceNode): readonly SourceNode[] {
  const found: SourceNode[] = []
  const waiting: SourceNode[] = [node]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (next.type === 'text') found.push(next)
    waiting.push(...[...(next.children ?? [])].reverse())
  }
  return found
}
