import { createElement, type ReactNode } from 'react'
import {
  drawCallout,
  drawColumn,
  drawCompare,
  drawContentNote,
  drawFigure,
  drawGentle,
  drawReveal,
  drawStep,
  drawSteps,
} from '#components/lesson/blocks'
import { drawCheck, drawLoneOption } from '#components/lesson/check'
import { drawContact } from '#components/lesson/contact-card'
import { type DrawComponent, type Drawing, together } from '#components/lesson/drawing'
import { drawElement } from '#components/lesson/element'
import type { LessonLabels } from '#components/lesson/lesson-labels'
import { drawCite, drawTerm } from '#components/lesson/references'
import {
  type ComponentName,
  citedSourceIds,
  type LessonNode,
  type LessonTree,
} from '#lib/domain/curriculum/lesson-tree'
import type { ShownContact } from '#lib/domain/curriculum/local-contacts'
import type { ShownTerm } from '#lib/domain/curriculum/register-words'

const drawings: { readonly [Name in ComponentName]: DrawComponent<Name> } = {
  Callout: drawCallout,
  Figure: drawFigure,
  Check: drawCheck,
  Option: drawLoneOption,
  Reveal: drawReveal,
  Steps: drawSteps,
  Step: drawStep,
  Compare: drawCompare,
  Column: drawColumn,
  Contact: drawContact,
  Cite: drawCite,
  Term: drawTerm,
  ContentNote: drawContentNote,
  Gentle: drawGentle,
}

function drawNode(node: LessonNode, drawing: Drawing, id?: string): ReactNode {
  if (typeof node === 'string') return node
  if (node.kind === 'element') return drawElement(node, drawing, id)
  if (!Object.hasOwn(drawings, node.name)) return null
  const draw = drawings[node.name] as DrawComponent<ComponentName>
  return draw(node, drawing, id)
}

/** A note's number never begins a line: no space stands between it and what it is a note to. */
function closeToNote(node: LessonNode, next: LessonNode | undefined): LessonNode {
  const isNote = typeof next === 'object' && next.kind === 'component' && next.name === 'Cite'
  return isNote && typeof node === 'string' ? node.trimEnd() : node
}

export type LessonViewProps = {
  readonly tree: LessonTree
  readonly labels: LessonLabels
  /** At least those that the lesson names. */
  readonly contacts: readonly ShownContact[]
  readonly terms: readonly ShownTerm[]
  /** The address of a picture of the version, by its name. */
  hrefForPicture(name: string): string
  /** A LocalDate in the reader's language. */
  formatDate(date: string): string
  /** Before every id, where several lessons stand on one page. */
  readonly idPrefix?: string
}

const byId = <Entry extends { readonly id: string }>(entries: readonly Entry[]) =>
  new Map(entries.map((entry) => [entry.id, entry]))

function beginDrawing({
  tree,
  labels,
  contacts,
  terms,
  hrefForPicture,
  formatDate,
  idPrefix = '',
}: LessonViewProps): Drawing {
  const seen = new Map<string, number>()
  const drawing: Drawing = {
    labels,
    contacts: byId(contacts),
    terms: byId(terms),
    noteNumbers: new Map(citedSourceIds(tree).map((id, index) => [id, index + 1])),
    hrefForPicture,
    formatDate,
    idPrefix,
    timesBefore(what) {
      const times = seen.get(what) ?? 0
      seen.set(what, times + 1)
      return times
    },
    children: (nodes) =>
      together(nodes.map((node, index) => drawNode(closeToNote(node, nodes[index + 1]), drawing))),
  }
  return drawing
}

// The style of the text stands here once, not on each paragraph: the page stays small.
const look = [
  'max-w-prose space-y-5',
  '[&_h2]:mt-10 [&_h3]:mt-8',
  '[&_div>p+p]:mt-3 [&_li>p+p]:mt-2 [&_p+ul]:mt-2 [&_p+ol]:mt-2',
  '[&_ul]:list-disc [&_ul]:space-y-1.5 [&_ul]:pl-6 [&_ol]:list-decimal [&_ol]:pl-6 [&_ol>li]:pl-1',
  '[&_blockquote]:border-line [&_blockquote]:border-l-4 [&_blockquote]:pl-4',
  '[&_table]:w-full [&_th]:border-line [&_th]:border-b-2 [&_td]:border-line [&_td]:border-b',
  '[&_th]:p-2 [&_td]:p-2 [&_th]:text-left [&_td]:align-top',
].join(' ')

/**
 * The text of a lesson as semantic HTML, drawn on the server; it sends no script and works without any. Blocks are
 * `#block-1` and so on, by which reading resumes. The page adds `LessonTerms` and `LessonSources` after it.
 */
export function LessonView(props: LessonViewProps) {
  const drawing = beginDrawing(props)
  const blocks = props.tree.children.map((node, index) =>
    drawNode(node, drawing, `${drawing.idPrefix}block-${index + 1}`),
  )
  return createElement('div', { className: look }, ...blocks)
}

type LessonBlocksProps = LessonViewProps & {
  /** What stands after each block, in their order; blanks between blocks are none. */
  readonly after: readonly ReactNode[]
}

/** The same, with something after each block: the lesson as its reviewers read it. */
export function LessonBlocks({ after, ...props }: LessonBlocksProps) {
  const drawing = beginDrawing(props)
  const blocks = props.tree.children
    .filter((node) => typeof node !== 'string' || node.trim() !== '')
    .map((node, index) =>
      createElement(
        'div',
        {},
        drawNode(node, drawing, `${drawing.idPrefix}block-${index + 1}`),
        after[index],
      ),
    )
  return createElement('div', { className: look }, ...blocks)
}
