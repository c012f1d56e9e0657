import type { LocalDate } from '#lib/domain/calendar'
import type { StaffMemberId } from '#lib/domain/ids'

/** A post as the practice has it, beside which the rows of a file are held. */
export type StaffPost = {
  readonly staffMemberId: StaffMemberId
  readonly name: string
  readonly emailAddress: string | null
  readonly employeeNumber: string | null
  readonly role: string
  readonly employmentKind: string
  readonly location: string | null
  readonly startedOn: LocalDate
  /** The last day of employment. */
  readonly endedOn: LocalDate | null
  /** False for who may do more than train: an administrator let them in, and only one may move or end their post. */
  readonly mayOnlyTrain: boolean
  /** Their post is moved and ended on their own page only, where nobody can end the last one. */
  readonly administers: boolean
  /** Put here by an import that was undone: nobody works or worked under this post, and it may be taken up again. */
  readonly isHidden: boolean
}
