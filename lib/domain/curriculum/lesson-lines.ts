import type { LessonNode, LessonTree } from '#lib/domain/curriculum/lesson-tree'

const spoken = ['title', 'summary', 'question', 'text', 'feedback', 'about', 'alt', 'caption'] as const
const inline: readonly string[] = ['em', 'strong', 'a', 'br']

const isInline = (node: LessonNode) =>
  typeof node === 'string' ||
  (node.kind === 'element' ? inline.includes(node.tag) : node.name === 'Term' || node.name === 'Cite')

function wordsOf(node: LessonNode): string {
  if (typeof node === 'string') return node
  return node.children.map(wordsOf).join('')
}

function ownLines(node: LessonNode): readonly string[] {
  if (typeof node === 'string' || node.kind === 'element') return []
  const props: Readonly<Record<string, string | true | undefined>> = node.props
  return spoken.flatMap((name) => (typeof props[name] === 'string' ? [props[name]] : []))
}

/** Words that follow each other within a line become one; everything else begins lines of its own. */
function linesOf(nodes: readonly LessonNode[]): readonly string[] {
  const lines: string[] = []
  let open = ''
  for (const node of nodes) {
    if (isInline(node)) {
      open += wordsOf(node)
      continue
    }
    lines.push(open, ...ownLines(node), ...(typeof node === 'string' ? [] : linesOf(node.children)))
    open = ''
  }
  return [...lines, open]
}

/** A lesson as somebody hears it or reads it without any look: one line for each paragraph, title and description. */
export const lessonLines = (tree: LessonTree): readonly string[] =>
  linesOf(tree.children)
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
