import { fromHtml } from 'hast-util-from-html'
import { toMdast } from 'hast-util-to-mdast'
import type { Heading, Nodes, Parents, PhrasingContent, Root, RootContent } from 'mdast'
import { gfmTableToMarkdown } from 'mdast-util-gfm-table'
import { toMarkdown } from 'mdast-util-to-markdown'
import { withWordMarkup } from '#components/editor/word-markup'

function words(node: Nodes): string {
  if ('value' in node) return node.value
  return 'children' in node ? node.children.map(words).join('') : ''
}

const isAddress = (url: string) => /^(?:https?:\/\/|mailto:)/i.test(url)

/** What a lesson has in place of a node; nothing where only a picture or a remark stood. */
function inLesson(node: RootContent, above: Nodes['type']): RootContent[] {
  switch (node.type) {
    case 'text':
    case 'break':
    case 'thematicBreak':
      return [node]
    case 'inlineCode':
      return [{ type: 'text', value: node.value }]
    case 'code':
      return node.value.split(/\n+/).map((value) => paragraphOf([{ type: 'text', value }]))
    case 'link':
      return isAddress(node.url) ? [{ ...node, title: null, ...held(node) }] : heldOf(node)
    case 'heading':
      return headingIn(node, above)
    case 'strong':
    case 'emphasis':
      return above === 'heading' || words(node).trim() === '' ? heldOf(node) : [{ ...node, ...held(node) }]
    default:
      return otherIn(node)
  }
}

function otherIn(node: RootContent): RootContent[] {
  if (!('children' in node)) return []
  const isKnown = ['paragraph', 'list', 'listItem', 'blockquote', 'table', 'tableRow', 'tableCell']
  const inside = heldOf(node)
  if (!isKnown.includes(node.type)) return inside
  const isEmpty = node.type !== 'tableCell' && inside.every((child) => words(child).trim() === '')
  // The kinds of the children are those of before, or part of what may stand there.
  return isEmpty ? [] : [{ ...node, ...spreadOf(node.type, inside), children: inside } as RootContent]
}

/** A list is close together; only an item of several paragraphs has empty lines in it. */
function spreadOf(type: RootContent['type'], inside: readonly RootContent[]): { spread?: boolean } {
  if (type === 'list') return { spread: false }
  if (type !== 'listItem') return {}
  return { spread: inside.filter((child) => child.type === 'paragraph').length > 1 }
}

const paragraphOf = (children: PhrasingContent[]): RootContent => ({ type: 'paragraph', children })

const heldOf = (node: Parents): RootContent[] => node.children.flatMap((child) => inLesson(child, node.type))
const held = (node: Parents) => ({ children: heldOf(node) as PhrasingContent[] })

/** A lesson has headings of two sizes, on their own. */
function headingIn(node: Heading, above: Nodes['type']): RootContent[] {
  const { children } = held(node)
  if (words(node).trim() === '') return []
  return above === 'root' ? [{ ...node, children }] : [paragraphOf(children)]
}

/** The largest headings there are become headings, all smaller ones subheadings. */
function withTwoSizes(root: Root): Root {
  const depths = root.children.flatMap((child) => (child.type === 'heading' ? [child.depth] : []))
  const largest = Math.min(...depths)
  const children = root.children.map((child) =>
    child.type === 'heading'
      ? { ...child, depth: child.depth === largest ? (2 as const) : (3 as const) }
      : child,
  )
  return { ...root, children }
}

/** In a lesson a brace is code, an angle bracket a component, and so are two words that begin a line. */
const signs = [
  ...['{', '}', '<'].map((character) => ({ character, inConstruct: 'phrasing' as const })),
  { character: 'i', atBreak: true, after: 'mport\\b' },
  { character: 'e', atBreak: true, after: 'xport\\b' },
]

/**
 * Copied text, as the HTML that word processors and browsers put beside it, as the source of a lesson: paragraphs, two sizes
 * of headings, lists, quotations, tables, bold and italic words and links. Everything else is left out. What comes is no
 * safer than what anybody types: the lesson is judged as always.
 */
export function lessonSourceOf(html: string): string {
  const tree = toMdast(withWordMarkup(fromHtml(html)), { document: true })
  if (tree.type !== 'root') return ''
  const root = withTwoSizes({ ...tree, children: heldOf(tree) })
  const options = {
    bullet: '-',
    emphasis: '*',
    listItemIndent: 'one',
    resourceLink: true,
    rule: '-',
    extensions: [gfmTableToMarkdown()],
    unsafe: signs,
  } as const
  return toMarkdown(root, { ...options, extensions: [...options.extensions], unsafe: [...signs] }).trim()
}
