import type { Capability } from '#lib/domain/access/actor'
import type { Instant } from '#lib/domain/calendar'
import type { StaffMemberId } from '#lib/domain/ids'

/** How many signs a note may have: it stands at the end of a lesson, and is none itself. */
export const longestNote = 6000
/** How many texts may be written for one note. */
export const mostNoteTexts = 200

export const noteDeedKinds = ['approved', 'returned', 'sent', 'withdrawn'] as const
export type NoteDeedKind = (typeof noteDeedKinds)[number]

export type NoteDeed = {
  readonly kind: NoteDeedKind
  readonly by: StaffMemberId
  readonly byName: string
  readonly at: Instant
  readonly reason: string | null
}

/** One text of a note, with what was done with it. Nothing of it is ever changed. */
export type NoteText = {
  /** From 1, each text of the note the next. */
  readonly number: number
  readonly by: StaffMemberId
  readonly byName: string
  readonly at: Instant
  /** In the order in which they were done. */
  readonly deeds: readonly NoteDeed[]
}

export type NoteTextState = 'written' | 'waiting' | 'returned' | 'approved' | 'withdrawn'

/** Where a text stands, by the last that was done with it. */
export function noteTextState({ deeds }: Pick<NoteText, 'deeds'>): NoteTextState {
  const last = deeds.at(-1)?.kind
  if (last === undefined) return 'written'
  return last === 'sent' ? 'waiting' : last
}

export type NoteStanding<Text extends NoteText> = {
  /** What colleagues see at the end of the lesson. */
  readonly shown: Text | undefined
  /** The last text, where it is another one that may still be shown: being written, waiting, or returned. */
  readonly next: Text | undefined
}

/**
 * Where the note of a lesson in one language stands. The last text that was approved is shown until it is withdrawn, also
 * while another one is written. @param texts in their order.
 */
export function noteStanding<Text extends NoteText>(texts: readonly Text[]): NoteStanding<Text> {
  const approved = texts.findLast(({ deeds }) => deeds.some(({ kind }) => kind === 'approved'))
  const last = texts.at(-1)
  return {
    shown: approved && noteTextState(approved) === 'approved' ? approved : undefined,
    next: last === approved ? undefined : last,
  }
}

/** Who wrote what an approval would show: everybody who wrote a text since the last one that was approved. */
export function noteAuthors(texts: readonly NoteText[]): readonly StaffMemberId[] {
  const approved = texts.findLastIndex(({ deeds }) => deeds.some(({ kind }) => kind === 'approved'))
  return [...new Set(texts.slice(approved + 1).map(({ by }) => by))]
}

/** Which capability each deed takes; one of them is enough. */
const capabilitiesOf: Readonly<Record<NoteDeedKind, readonly Capability[]>> = {
  sent: ['author'],
  approved: ['review'],
  returned: ['author', 'review'],
  withdrawn: ['author', 'review'],
}

const follows: Readonly<Record<NoteTextState, readonly NoteDeedKind[]>> = {
  written: ['sent'],
  waiting: ['approved', 'returned'],
  returned: [],
  approved: ['withdrawn'],
  withdrawn: [],
}

/** What somebody with these capabilities can do with a text that stands there. */
export const noteDeedsFor = (state: NoteTextState, held: readonly Capability[]): readonly NoteDeedKind[] =>
  follows[state].filter((deed) => capabilitiesOf[deed].some((each) => held.includes(each)))
