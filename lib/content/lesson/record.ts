import { isComponentName, lessonComponents } from '#lib/content/lesson/registry'
import type { ComponentName } from '#lib/domain/curriculum/lesson-tree'
import { invariant } from '#lib/domain/invariant'

/** A tree as the compiled lesson calls for it, before the schema has seen it. */
export type Recorded = string | RecordedNode
export type RecordedNode = {
  kind: 'element' | 'component'
  children: Recorded[]
  tag?: string
  name?: ComponentName
  [property: string]: unknown
}

type Props = Readonly<Record<string, unknown>>

const fragment = Symbol('fragment')

/** What the compiled lesson gets instead of React components: names, so that calling for one only records it. */
export const recorderComponents = Object.freeze(
  Object.fromEntries(
    Object.keys(lessonComponents).map((name) => [name, Object.freeze({ lessonComponent: name })]),
  ),
)

function flat(children: unknown): Recorded[] {
  if (children === undefined || children === null) return []
  if (typeof children === 'string') return [children]
  if (Array.isArray(children)) return children.flatMap(flat)
  return [children as RecordedNode]
}

function elementOf(tag: string, props: Props): RecordedNode {
  const style = props['style']
  const align =
    typeof style === 'object' && style !== null && 'textAlign' in style ? style.textAlign : undefined
  return {
    kind: 'element',
    tag,
    ...(props['href'] === undefined ? {} : { href: props['href'] }),
    ...(props['start'] === undefined ? {} : { start: Number(props['start']) }),
    ...(align === undefined ? {} : { align }),
    children: flat(props['children']),
  }
}

function componentOf(type: unknown, { children, ...props }: Props): RecordedNode {
  invariant(
    typeof type === 'object' && type !== null && 'lessonComponent' in type,
    'a lesson calls its components',
  )
  const name = type.lessonComponent
  invariant(isComponentName(name), 'a recorder component has a registered name')
  return { kind: 'component', name, props, children: flat(children) }
}

function record(type: unknown, props: Props): unknown {
  if (type === fragment) return flat(props['children'])
  if (typeof type === 'string') return elementOf(type, props)
  if (typeof type === 'function') return type(props)
  return componentOf(type, props)
}

/** Stands in for `react/jsx-runtime`: it makes plain data, never elements. */
export const recorderRuntime = Object.freeze({ Fragment: fragment, jsx: record, jsxs: record })

const inlineTags = ['em', 'strong', 'a', 'br']
const blockParents = ['li', 'blockquote', 'td', 'th', 'p', 'h2', 'h3', 'em', 'strong', 'a']
const isSpace = (node: Recorded) => typeof node === 'string' && node.trim() === ''

const isInline = (node: Recorded) =>
  typeof node === 'string' ||
  inlineTags.includes(node.tag ?? '') ||
  (node.name !== undefined && lessonComponents[node.name].place === 'inline')

/** Whether words may stand directly inside, without a paragraph. */
const takesWords = (node: RecordedNode) =>
  blockParents.includes(node.tag ?? '') ||
  (node.name !== undefined && lessonComponents[node.name].holds === 'inlines')

const paragraph = (children: Recorded[]): RecordedNode => ({ kind: 'element', tag: 'p', children })

/** Puts loose words of a block into paragraphs, and drops the line ends between blocks. */
function inParagraphs(children: Recorded[]): Recorded[] {
  const blocks: Recorded[] = []
  let loose: Recorded[] = []
  const close = () => {
    if (!loose.every(isSpace)) blocks.push(paragraph(loose))
    loose = []
  }
  for (const child of children) {
    if (isInline(child)) {
      loose.push(child)
    } else {
      close()
      blocks.push(child)
    }
  }
  close()
  return blocks
}

const dropSpace = (children: Recorded[]) =>
  children.every(isInline) ? children : children.filter((c) => !isSpace(c))

function tidyNode(node: Recorded): Recorded {
  if (typeof node === 'string') return node
  const children = node.children.map(tidyNode)
  return { ...node, children: takesWords(node) ? dropSpace(children) : inParagraphs(children) }
}

/** The recorded root as the plain tree that is stored. Depth is bounded by the validator. */
export function tidyTree(recorded: unknown): { format: 1; children: Recorded[] } {
  return { format: 1, children: inParagraphs(flat(recorded).map(tidyNode)) }
}
