/** The Markdown that a lesson may use, as the HTML elements that it becomes. */
export const markdownTags = [
  'h2',
  'h3',
  'p',
  'ul',
  'ol',
  'li',
  'em',
  'strong',
  'a',
  'blockquote',
  'hr',
  'br',
  'table',
  'thead',
  'tbody',
  'tr',
  'th',
  'td',
] as const
export type MarkdownTag = (typeof markdownTags)[number]

export const calloutKinds = ['note', 'safety', 'warning', 'monday'] as const
export type CalloutKind = (typeof calloutKinds)[number]

export const columnTones = ['avoid', 'prefer', 'plain'] as const
export type ColumnTone = (typeof columnTones)[number]

/** Each component that a lesson may use, with its attributes. `lib/content/lesson/registry` checks them. */
export type LessonComponents = {
  Callout: { kind: CalloutKind; title?: string }
  Figure: { src: string; alt: string; caption?: string }
  Check: { id: string; question: string; objective?: string; source?: string }
  Option: { text: string; feedback: string; correct?: true }
  Reveal: { summary: string }
  Steps: Record<never, never>
  Step: { title?: string }
  Compare: Record<never, never>
  Column: { title: string; tone?: ColumnTone }
  Contact: { id: string }
  Cite: { id: string }
  Term: { id: string }
  ContentNote: { about: string }
  Gentle: Record<never, never>
}
export type ComponentName = keyof LessonComponents

export type LessonElement = {
  readonly kind: 'element'
  readonly tag: MarkdownTag
  /** Only on `a`: https, mailto, tel, #fragment or a path on this site. */
  readonly href?: string
  /** Only on `ol`: the first number, when it is not 1. */
  readonly start?: number
  /** Only on `th` and `td`. */
  readonly align?: 'left' | 'center' | 'right'
  readonly children: readonly LessonNode[]
}

export type LessonComponent = {
  [Name in ComponentName]: {
    readonly kind: 'component'
    readonly name: Name
    readonly props: Readonly<LessonComponents[Name]>
    readonly children: readonly LessonNode[]
  }
}[ComponentName]

/** Text is a plain string; everything else says its kind. */
export type LessonNode = string | LessonElement | LessonComponent

/** A lesson as plain JSON: what is stored with a module version and what the page renders. */
export type LessonTree = { readonly format: 1; readonly children: readonly LessonNode[] }

/** Every node, in reading order. */
function lessonNodes(tree: LessonTree): readonly LessonNode[] {
  const found: LessonNode[] = []
  const waiting: LessonNode[] = [...tree.children].reverse()
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    found.push(node)
    if (typeof node !== 'string') waiting.push(...[...node.children].reverse())
  }
  return found
}

/** The nodes of one component, in reading order. */
export function componentsNamed<Name extends ComponentName>(
  tree: LessonTree,
  name: Name,
): readonly Extract<LessonComponent, { name: Name }>[] {
  return lessonNodes(tree).filter(
    (node): node is Extract<LessonComponent, { name: Name }> =>
      typeof node !== 'string' && node.kind === 'component' && node.name === name,
  )
}

const unique = (ids: readonly string[]) => [...new Set(ids)]

/** Ids of the checks, in reading order; unique within a lesson by validation. */
export const checkIds = (tree: LessonTree) => componentsNamed(tree, 'Check').map((check) => check.props.id)

/**
 * Ids of the sources that the lesson shows, each once, in the order of first mention: the order gives the numbers of the
 * notes. A check's source counts, since the learner sees it with the feedback.
 */
export function citedSourceIds(tree: LessonTree): readonly string[] {
  return unique(
    lessonNodes(tree).flatMap((node) => {
      if (typeof node === 'string' || node.kind === 'element') return []
      if (node.name === 'Cite') return [node.props.id]
      return node.name === 'Check' && node.props.source !== undefined ? [node.props.source] : []
    }),
  )
}

export const contactIds = (tree: LessonTree) =>
  unique(componentsNamed(tree, 'Contact').map((contact) => contact.props.id))

export const termIds = (tree: LessonTree) =>
  unique(componentsNamed(tree, 'Term').map((term) => term.props.id))

/** What the content notes of a lesson warn about, in reading order. */
export const contentNotes = (tree: LessonTree) =>
  unique(componentsNamed(tree, 'ContentNote').map((note) => note.props.about))

const readProps = ['title', 'summary', 'question', 'text', 'feedback', 'caption', 'about'] as const

function readWords(node: LessonNode): string {
  if (typeof node === 'string') return node
  if (node.kind === 'element') return ''
  const props: Readonly<Record<string, string | true | undefined>> = node.props
  return readProps.map((name) => props[name] ?? '').join(' ')
}

/** All words that a learner may read, the feedback of every option included, separated by spaces. */
export function plainText(tree: LessonTree): string {
  return lessonNodes(tree).map(readWords).join(' ').replace(/\s+/g, ' ').trim()
}

export function wordCount(tree: LessonTree): number {
  const text = plainText(tree)
  return text === '' ? 0 : text.split(' ').length
}

// How fast adults read non-fiction in silence, on average over 190 studies: Brysbaert 2019, Journal of Memory and Language 109
// (its abstract was read). Most read between 175 and 300, and in a second language more slowly.
const wordsPerMinute = 238
const secondsPerCheck = 20

/** Whole minutes, rounded up: reading at 238 words a minute, and 20 seconds of thought for each check. */
export function readingMinutes(tree: LessonTree): number {
  const seconds = (wordCount(tree) * 60) / wordsPerMinute + checkIds(tree).length * secondsPerCheck
  return Math.max(1, Math.ceil(seconds / 60))
}
