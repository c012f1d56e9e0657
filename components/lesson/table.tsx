import { createElement, type ReactNode } from 'react'
import { type Drawing, together } from '#components/lesson/drawing'
import type { LessonElement, LessonNode } from '#lib/domain/curriculum/lesson-tree'

const alignments = { left: 'text-left', center: 'text-center', right: 'text-right' } as const

const elements = (nodes: readonly LessonNode[], ...tags: readonly string[]): readonly LessonElement[] =>
  nodes.filter(
    (node) => typeof node === 'object' && node.kind === 'element' && tags.includes(node.tag),
  ) as LessonElement[]

/** The words of a heading, without the numbers of its notes. */
function wordsOf(node: LessonNode): string {
  if (typeof node === 'string') return node
  return node.kind === 'component' && node.name === 'Cite' ? '' : node.children.map(wordsOf).join('')
}

// A table whose parts are no longer drawn as one keeps its meaning for those who hear it only by these roles.
const roles: Readonly<Record<string, string>> = {
  thead: 'rowgroup',
  tbody: 'rowgroup',
  tr: 'row',
  td: 'cell',
  th: 'columnheader',
}

type Table = { readonly columns: readonly string[]; readonly isStacked: boolean }

function drawCell(
  cell: LessonElement,
  index: number,
  { columns, isStacked }: Table,
  drawing: Drawing,
): ReactNode {
  const isHeading = cell.tag === 'th'
  return createElement(
    cell.tag,
    {
      scope: isHeading ? 'col' : undefined,
      className: cell.align && alignments[cell.align],
      role: isStacked ? roles[cell.tag] : undefined,
      'data-column': isStacked && !isHeading && index > 0 ? columns[index] : undefined,
    },
    drawing.children(cell.children),
  )
}

function drawPart(part: LessonElement, table: Table, drawing: Drawing): ReactNode {
  const rows = elements(part.children, 'tr').map((row) =>
    createElement(
      'tr',
      { role: table.isStacked ? 'row' : undefined },
      ...elements(row.children, 'th', 'td').map((cell, index) => drawCell(cell, index, table, drawing)),
    ),
  )
  return createElement(part.tag, { role: table.isStacked ? roles[part.tag] : undefined }, ...rows)
}

/**
 * A table. With three columns and more, a phone shows each row as a list, every cell under the name of its column; a narrower
 * one scrolls by itself where it must, also by keyboard, so that the page never does.
 */
export function drawTable({ children }: LessonElement, drawing: Drawing, id: string | undefined): ReactNode {
  const name = `${drawing.labels.table} ${drawing.timesBefore('table') + 1}`
  const parts = elements(children, 'thead', 'tbody')
  const columns = elements(parts[0]?.children ?? [], 'tr')
    .flatMap((row) => elements(row.children, 'th'))
    .map((heading) => wordsOf(heading).trim())
  const table = { columns, isStacked: columns.length > 2 }
  const style = table.isStacked ? 'stacked overflow-x-auto' : 'overflow-x-auto'
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section aria-label={name} className={style} id={id} tabIndex={0}>
      <table role={table.isStacked ? 'table' : undefined}>
        {together(parts.map((part) => drawPart(part, table, drawing)))}
      </table>
    </section>
  )
}
