import { createElement, type ReactNode } from 'react'
import type { Drawing } from '#components/lesson/drawing'
import { type LessonElement, markdownTags } from '#lib/domain/curriculum/lesson-tree'

const tags: ReadonlySet<string> = new Set(markdownTags)
const safeAddress = /^(?:https:\/\/|mailto:|tel:|#|\/(?![/\\]))/

const alignments = { left: 'text-left', center: 'text-center', right: 'text-right' } as const

function link({ href, children }: LessonElement, drawing: Drawing) {
  const words = drawing.children(children)
  if (href === undefined || !safeAddress.test(href)) return words
  return href.startsWith('https:') ? (
    <a href={href} rel="noopener noreferrer">
      {words}
    </a>
  ) : (
    <a href={href}>{words}</a>
  )
}

/** A wide table scrolls by itself, also by keyboard, so that the page never does. */
function table({ children }: LessonElement, drawing: Drawing, id: string | undefined) {
  const name = `${drawing.labels.table} ${drawing.timesBefore('table') + 1}`
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section aria-label={name} className="overflow-x-auto" id={id} tabIndex={0}>
      <table>{drawing.children(children)}</table>
    </section>
  )
}

/** One Markdown element. Tags and addresses outside the lesson language are never drawn, whatever the tree says. */
export function drawElement(node: LessonElement, drawing: Drawing, id: string | undefined): ReactNode {
  const { tag, children } = node
  if (!tags.has(tag)) return drawing.children(children)
  switch (tag) {
    case 'a':
      return link(node, drawing)
    case 'table':
      return table(node, drawing, id)
    case 'br':
    case 'hr':
      return createElement(tag, { id })
    case 'ol':
      return (
        <ol id={id} start={node.start}>
          {drawing.children(children)}
        </ol>
      )
    case 'th':
    case 'td':
      return createElement(
        tag,
        { scope: tag === 'th' ? 'col' : undefined, className: node.align && alignments[node.align] },
        drawing.children(children),
      )
    default:
      return createElement(tag, { id }, drawing.children(children))
  }
}
