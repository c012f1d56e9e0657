import type { Context } from '#lib/context'
import { listExternalCertificates } from '#lib/data/external-certificate'
import { findStaffMember, type StaffMember } from '#lib/data/practice'
import { membershipWith } from '#lib/domain/access/actor'
import type { ExternalEntry } from '#lib/domain/external/external-entry'
import type { PracticeId } from '#lib/domain/ids'
import { ok, type Result, refuse } from '#lib/domain/result'

export type ExternalList = {
  readonly practiceId: PracticeId
  readonly practiceName: string
  readonly canAdminister: boolean
  /** Whose, where the list is one person's. */
  readonly member: StaffMember | null
  /** The oldest first. */
  readonly waiting: readonly ExternalEntry[]
  /** The newest decision first. */
  readonly decided: readonly ExternalEntry[]
  /** There are more than these; those that wait come first. */
  readonly hasMore: boolean
}

const most = 300

/** Training from elsewhere that waits for a second person, and what was decided lately: of the practice, or of one person. */
export async function viewExternalCertificates(
  { tx, actor }: Context,
  input: { practiceId: string; staffMemberId?: string },
): Promise<Result<ExternalList, 'not-found'>> {
  const post = membershipWith(actor, input.practiceId, 'manage')
  if (!post) return refuse('not-found')
  const { practiceId, practiceName } = post
  const member =
    input.staffMemberId === undefined ? null : await findStaffMember(tx, practiceId, input.staffMemberId)
  if (member === undefined) return refuse('not-found')
  const entries = await listExternalCertificates(tx, {
    practiceIds: [practiceId],
    ...(member && { staffMemberIds: [member.id] }),
    seenBy: 'practice',
    limit: most + 1,
  })
  const shown = entries.slice(0, most)
  return ok({
    practiceId,
    practiceName,
    canAdminister: post.capabilities.includes('administer'),
    member,
    waiting: shown.filter(({ decision }) => decision === null),
    decided: shown.filter(({ decision }) => decision !== null),
    hasMore: entries.length > most,
  })
}
