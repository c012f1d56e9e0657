import type { AddStaffMemberRefusal, RehireRefusal } from '#lib/use-cases/practice/add-staff-member'
import type { ChangeCapabilitiesRefusal } from '#lib/use-cases/practice/change-capabilities'
import type { ChangeRequirementRefusal } from '#lib/use-cases/practice/change-requirement'
import type { ChooseImportReadingRefusal } from '#lib/use-cases/practice/choose-import-reading'
import type { ConfirmRosterImportRefusal } from '#lib/use-cases/practice/confirm-roster-import'
import type { CreateRequirementRefusal } from '#lib/use-cases/practice/create-requirement'
import type { EndEmploymentRefusal } from '#lib/use-cases/practice/end-employment'
import type { GrantAttemptsRefusal } from '#lib/use-cases/practice/grant-attempts'
import type { MatchImportColumnsRefusal } from '#lib/use-cases/practice/match-import-columns'
import type { RecordAccommodationRefusal } from '#lib/use-cases/practice/record-accommodation'
import type { RecordEntryRefusal } from '#lib/use-cases/practice/record-entry'
import type { RecordLocalContactRefusal } from '#lib/use-cases/practice/record-local-contact'
import type { ResendInvitationRefusal } from '#lib/use-cases/practice/resend-invitation'
import type { RestoreRequirementRefusal } from '#lib/use-cases/practice/restore-requirement'
import type { RetireRequirementRefusal } from '#lib/use-cases/practice/retire-requirement'
import type { RevealLinkRefusal } from '#lib/use-cases/practice/reveal-link'
import type { RevokeCertificateRefusal } from '#lib/use-cases/practice/revoke-certificate'
import type { SendRemindersRefusal } from '#lib/use-cases/practice/send-reminders'
import type { SettleImportQuestionsRefusal } from '#lib/use-cases/practice/settle-import-questions'
import type { UndoRosterImportRefusal } from '#lib/use-cases/practice/undo-roster-import'
import type { WithdrawRosterImportRefusal } from '#lib/use-cases/practice/withdraw-roster-import'
import { entryRefusalFields } from '#lib/web/entry-refusals'

export type PracticeRefusal =
  | AddStaffMemberRefusal
  | WithdrawRosterImportRefusal
  | UndoRosterImportRefusal
  | SettleImportQuestionsRefusal
  | MatchImportColumnsRefusal
  | ConfirmRosterImportRefusal
  | ChooseImportReadingRefusal
  | ChangeCapabilitiesRefusal
  | ChangeRequirementRefusal
  | CreateRequirementRefusal
  | EndEmploymentRefusal
  | GrantAttemptsRefusal
  | RecordAccommodationRefusal
  | RecordEntryRefusal
  | RecordLocalContactRefusal
  | RehireRefusal
  | ResendInvitationRefusal
  | RestoreRequirementRefusal
  | RetireRequirementRefusal
  | RevealLinkRefusal
  | RevokeCertificateRefusal
  | SendRemindersRefusal

/** The field that a refusal is about, where there is one. */
export const practiceFields: Partial<Record<PracticeRefusal, string>> = {
  ...entryRefusalFields,
  'track-unknown': 'trackId',
  'renewal-unknown': 'renewalTrackId',
  'person-unknown': 'namedPeople',
  'profile-unknown': 'authority',
  'hours-and-test-out': 'testOut',
  'effective-before-today': 'effectiveOn',
  'effective-too-far-ahead': 'effectiveOn',
  'first-due-too-far-ahead': 'firstDueOn',
  'retired-before-today': 'retiredOn',
  'retired-too-far-ahead': 'retiredOn',
  'nobody-chosen': 'people',
  'on-staff-already': 'emailAddress',
  'start-too-long-ago': 'startedOn',
  'start-too-far-ahead': 'startedOn',
  'start-after-end': 'startedOn',
  'start-after-training': 'startedOn',
  'start-before-last-end': 'startedOn',
  'last-day-missing': 'lastDay',
  'changes-day-out-of-range': 'changesFrom',
  'end-before-start': 'lastDay',
  'end-too-far-ahead': 'lastDay',
  'checked-later-than-today': 'checkedOn',
}
