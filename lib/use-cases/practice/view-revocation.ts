import type { Context } from '#lib/context'
import { findCertificate } from '#lib/data/certificate'
import { findStaffMemberOfPerson } from '#lib/data/practice'
import { membershipWith } from '#lib/domain/access/actor'
import type { LocalDate } from '#lib/domain/calendar'
import type { CertificateNumber } from '#lib/domain/certification/certificate-number'
import type { PracticeId, StaffMemberId } from '#lib/domain/ids'
import { ok, type Result, refuse } from '#lib/domain/result'

export type RevocationView = {
  readonly practiceId: PracticeId
  readonly practiceName: string
  readonly canAdminister: boolean
  readonly staffMemberId: StaffMemberId
  readonly name: string
  readonly number: CertificateNumber
  readonly trackTitle: string
  readonly completedOn: LocalDate
  readonly revoked: boolean
}

/** A certificate that the practice issued, as the page that revokes it shows it. */
export async function viewRevocation(
  { tx, actor }: Context,
  { practiceId: wanted, certificateId }: { practiceId: string; certificateId: string },
): Promise<Result<RevocationView, 'not-found'>> {
  const post = membershipWith(actor, wanted, 'manage')
  if (!post) return refuse('not-found')
  const { practiceId, practiceName, capabilities } = post
  const found = await findCertificate(
    tx,
    { practiceIds: [practiceId], personId: actor.personId },
    certificateId,
  )
  if (!found || found.practiceId !== practiceId) return refuse('not-found')
  const member = await findStaffMemberOfPerson(tx, practiceId, found.personId)
  if (!member) return refuse('not-found')
  const { number, trackTitle, completedOn, revoked } = found
  return ok({
    practiceId,
    practiceName,
    canAdminister: capabilities.includes('administer'),
    staffMemberId: member.id,
    name: member.name,
    number,
    trackTitle,
    completedOn,
    revoked,
  })
}
