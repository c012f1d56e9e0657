import type { LocalDate } from '#lib/domain/calendar'
import type { StaffMemberId } from '#lib/domain/ids'

export type ConcernedPerson = {
  readonly staffMemberId: StaffMemberId
  readonly name: string
  readonly role: string
  /** The requirement that asks for it first. */
  readonly requirement: string
  /** The last day for what they would owe. */
  readonly by: LocalDate
  /** What was earned counts through this day today; null where it has no end. */
  readonly validThrough: LocalDate | null
}

/** Who would owe what, for who is about to confirm it. */
export type ChangePreview = {
  readonly changeKind: 'material' | 'critical'
  readonly hasUpdateLesson: boolean
  /** The titles of those that get a new version. */
  readonly tracks: readonly string[]
  readonly dueOn: LocalDate
  readonly firstDay: LocalDate
  readonly lastDay: LocalDate
  /** Exactly so many, and one page of them; or about so many, in fives and whatever the day, with nobody's name. */
  readonly concerned:
    | {
        readonly kind: 'named'
        readonly count: number
        readonly people: readonly ConcernedPerson[]
        readonly page: number
        readonly pages: number
      }
    | { readonly kind: 'counted'; readonly atLeast: number }
}
