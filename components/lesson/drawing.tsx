import { createElement, Fragment, type ReactNode } from 'react'
import type { LessonLabels } from '#components/lesson/lesson-labels'
import type { ComponentName, LessonComponent, LessonNode } from '#lib/domain/curriculum/lesson-tree'
import type { ShownContact } from '#lib/domain/curriculum/local-contacts'
import type { ShownTerm } from '#lib/domain/curriculum/register-words'

/** What one page of a lesson is drawn with. Made anew for every drawing: it counts mentions on the way. */
export type Drawing = {
  readonly labels: LessonLabels
  readonly contacts: ReadonlyMap<string, ShownContact>
  readonly terms: ReadonlyMap<string, ShownTerm>
  /** The number of each source's note, from 1. */
  readonly noteNumbers: ReadonlyMap<string, number>
  /** The address of a picture of this version, by its name. */
  hrefForPicture(name: string): string
  formatDate(date: string): string
  /** Before every id, where several lessons stand on one page; empty otherwise. */
  readonly idPrefix: string
  /** How often this was drawn before on the page, so that each place has an id of its own. */
  timesBefore(what: string): number
  children(nodes: readonly LessonNode[]): ReactNode
}

export type NodeOf<Name extends ComponentName> = Extract<LessonComponent, { name: Name }>

/** Plain functions, not React components: a page is one flat tree of host elements, which is cheap to send and draw. */
export type DrawComponent<Name extends ComponentName> = (
  node: NodeOf<Name>,
  drawing: Drawing,
  /** Id of a block of the page, by which reading resumes. Inner blocks have none. */
  id: string | undefined,
) => ReactNode

/** Fixed neighbours, which need no keys: nothing on the page is ever reordered. */
export const together = (nodes: readonly ReactNode[]): ReactNode =>
  nodes.length === 1 ? nodes[0] : createElement(Fragment, null, ...nodes)
