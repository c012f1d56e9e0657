import type { AddStaffMemberRefusal, RehireRefusal } from '#lib/use-cases/practice/add-staff-member'
import type { CreateRequirementRefusal } from '#lib/use-cases/practice/create-requirement'
import type { EndEmploymentRefusal } from '#lib/use-cases/practice/end-employment'
import type { GrantAttemptsRefusal } from '#lib/use-cases/practice/grant-attempts'
import type { RecordEntryRefusal } from '#lib/use-cases/practice/record-entry'
import type { RecordLocalContactRefusal } from '#lib/use-cases/practice/record-local-contact'
import type { ResendInvitationRefusal } from '#lib/use-cases/practice/resend-invitation'
import type { RevealLinkRefusal } from '#lib/use-cases/practice/reveal-link'
import type { RevokeCertificateRefusal } from '#lib/use-cases/practice/revoke-certificate'
import type { SendRemindersRefusal } from '#lib/use-cases/practice/send-reminders'
import { entryRefusalFields } from '#lib/web/entry-refusals'

export type PracticeRefusal =
  | AddStaffMemberRefusal
  | CreateRequirementRefusal
  | EndEmploymentRefusal
  | GrantAttemptsRefusal
  | RecordEntryRefusal
  | RecordLocalContactRefusal
  | RehireRefusal
  | ResendInvitationRefusal
  | RevealLinkRefusal
  | RevokeCertificateRefusal
  | SendRemindersRefusal

/** The field that a refusal is about, where there is one. */
export const practiceFields: Partial<Record<PracticeRefusal, string>> = {
  ...entryRefusalFields,
  'track-unknown': 'trackId',
  'nobody-chosen': 'people',
  'on-staff-already': 'emailAddress',
  'start-too-long-ago': 'startedOn',
  'start-too-far-ahead': 'startedOn',
  'start-after-end': 'startedOn',
  'start-after-training': 'startedOn',
  'start-before-last-end': 'startedOn',
  'end-before-start': 'lastDay',
  'end-too-far-ahead': 'lastDay',
  'checked-later-than-today': 'checkedOn',
}
