import { createElement, type ReactNode } from 'react'
import type { Drawing } from '#components/lesson/drawing'
import { drawTable } from '#components/lesson/table'
import { type LessonElement, markdownTags } from '#lib/domain/curriculum/lesson-tree'

const tags: ReadonlySet<string> = new Set(markdownTags)
const safeAddress = /^(?:https:\/\/|mailto:|tel:|#|\/(?![/\\]))/

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

/** One Markdown element. Tags and addresses outside the lesson language are never drawn, whatever the tree says. */
export function drawElement(node: LessonElement, drawing: Drawing, id: string | undefined): ReactNode {
  const { tag, children } = node
  if (!tags.has(tag)) return drawing.children(children)
  switch (tag) {
    case 'a':
      return link(node, drawing)
    case 'table':
      return drawTable(node, drawing, id)
    case 'br':
    case 'hr':
      return createElement(tag, { id })
    case 'ol':
      return (
        <ol id={id} start={node.start}>
          {drawing.children(children)}
        </ol>
      )
    default:
      return createElement(tag, { id }, drawing.children(children))
  }
}
