import type { BlockKey } from '#lib/domain/authoring/review/block-key'
import type { Instant } from '#lib/domain/calendar'

export const commentKinds = ['comment', 'answer', 'settled', 'reopened'] as const
export type CommentKind = (typeof commentKinds)[number]

/** One row, as recorded. Nothing of it is ever changed. */
export type CommentRow = {
  /** From 1, in the order in which they were written. */
  readonly number: number
  readonly kind: CommentKind
  /** The number of the comment that it belongs to. */
  readonly thread: number
  readonly place: string
  readonly blockKey: BlockKey
  /** What the block said when it was written. */
  readonly aboutText: string
  /** Null where somebody settled a comment, or opened it again. */
  readonly text: string | null
  /** The name of who wrote it, as it was then. */
  readonly by: string
  /** Somebody who was invited to read, and does not work at the practice. */
  readonly isOutside: boolean
  readonly at: Instant
}

export type Said = Pick<CommentRow, 'number' | 'by' | 'isOutside' | 'at'> & { readonly text: string }

/** A comment with what was answered, and where it stands. */
export type CommentThread = Said &
  Pick<CommentRow, 'place' | 'blockKey' | 'aboutText'> & {
    readonly answers: readonly Said[]
    readonly isSettled: boolean
  }

const said = ({ number, by, isOutside, at, text }: CommentRow): Said => ({
  number,
  by,
  isOutside,
  at,
  text: text ?? '',
})

/** The comments of a draft, the oldest first. */
export function commentThreads(rows: readonly CommentRow[]): readonly CommentThread[] {
  return rows
    .filter(({ kind }) => kind === 'comment')
    .map((row) => {
      const rest = rows.filter(({ thread, kind }) => thread === row.number && kind !== 'comment')
      const moved = rest.findLast(({ kind }) => kind !== 'answer')
      const { place, blockKey, aboutText } = row
      const answers = rest.filter(({ kind }) => kind === 'answer').map(said)
      return { ...said(row), place, blockKey, aboutText, answers, isSettled: moved?.kind === 'settled' }
    })
}

export const openThreads = (threads: readonly CommentThread[]) =>
  threads.filter(({ isSettled }) => !isSettled)

export type Block = { readonly place: string; readonly key: BlockKey }

/** Comments by where they are shown now; each stands in exactly one of the three. */
export type PlacedThreads = {
  readonly onBlocks: ReadonlyMap<BlockKey, readonly CommentThread[]>
  /** About a text that its lesson, item or node no longer has, by that place. */
  readonly earlier: ReadonlyMap<string, readonly CommentThread[]>
  /** About a lesson, item or node that is there no more. */
  readonly gone: readonly CommentThread[]
}

/** @param places of all lessons, items and nodes that the draft has now, those without any block included. */
export function placedThreads(
  threads: readonly CommentThread[],
  places: readonly string[],
  blocks: readonly Block[],
): PlacedThreads {
  const keys = new Set(blocks.map(({ key }) => key))
  const isOn = ({ blockKey }: CommentThread) => keys.has(blockKey)
  const isEarlier = (thread: CommentThread) => !isOn(thread) && places.includes(thread.place)
  return {
    onBlocks: Map.groupBy(threads.filter(isOn), ({ blockKey }) => blockKey),
    earlier: Map.groupBy(threads.filter(isEarlier), ({ place }) => place),
    gone: threads.filter((thread) => !isOn(thread) && !isEarlier(thread)),
  }
}
