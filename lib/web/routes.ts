import type { Route } from 'next'
import { to } from '#lib/web/address'
import { authoringRoutes } from '#lib/web/authoring-routes'
import { caseDraftRoutes } from '#lib/web/case-draft-routes'
import { editorRoutes } from '#lib/web/editor-routes'
import { exchangeRoutes } from '#lib/web/exchange-routes'
import { formRoutes } from '#lib/web/form-routes'
import { itemRoutes } from '#lib/web/item-routes'
import { measurementRoutes } from '#lib/web/measurement-routes'
import { mediaRoutes } from '#lib/web/media-routes'
import { networkRoutes } from '#lib/web/network-routes'
import { noteRoutes } from '#lib/web/note-routes'
import { outsideRoutes } from '#lib/web/outside-routes'
import { refresherRoutes } from '#lib/web/refresher-routes'
import { reviewRoutes } from '#lib/web/review-routes'
import { updateRoutes } from '#lib/web/update-routes'
import { versionRoutes } from '#lib/web/version-routes'

/** Every in-app address is built here, so that a renamed folder is one change. Addresses are neutral and carry ids only. */
export const routes = {
  home: to`/`,
  help: to`/help`,
  exit: to`/exit`,
  language: to`/language`,
  fault: (from: string) => to`/fault?from=${from}`,
  words: (kind: string) => to`/words/${kind}`,
  handbook: to`/handbook`,
  handbookGuide: (guide: string) => to`/handbook/${guide}`,
  verify: to`/verify`,
  verifyCertificate: (number: string) => to`/verify/${number}`,
  verificationKeys: to`/verify/keys`,
  nameComparison: (number: string) => to`/verify/${number}/comparison`,

  signIn: to`/sign-in`,
  session: to`/sign-in/session`,
  secondFactorCode: to`/sign-in/code`,
  secondFactorProof: to`/sign-in/code/proof`,
  account: to`/account`,
  accountCalendar: to`/account/calendar`,
  accountCalendarFeed: to`/account/calendar/feed`,
  accountCalendarAlarm: to`/account/calendar/alarm`,
  accountCalendarEnd: to`/account/calendar/end`,
  signOut: to`/account/sign-out`,
  signOutEverywhere: to`/account/sign-out-everywhere`,
  secondFactor: to`/account/second-factor`,
  secondFactorEnrolment: to`/account/second-factor/enrolment`,
  secondFactorReplacement: to`/account/second-factor/replacement`,
  secondFactorConfirmation: to`/account/second-factor/confirmation`,
  reset: to`/reset`,
  resetRequests: to`/reset/requests`,
  resetRequested: to`/reset/requested`,
  resetLink: (token: string) => to`/reset/${token}`,
  resetPassword: (token: string) => to`/reset/${token}/password`,
  invitation: (token: string) => to`/invitation/${token}`,
  invitationAcceptance: (token: string) => to`/invitation/${token}/acceptance`,
  setUp: (token: string) => to`/set-up/${token}`,
  setUpPractice: (token: string) => to`/set-up/${token}/practice`,

  training: to`/training`,
  assignment: (assignmentId: string) => to`/training/${assignmentId}`,
  lesson: (assignmentId: string, moduleId: string, lessonId: string) =>
    to`/training/${assignmentId}/modules/${moduleId}/lessons/${lessonId}`,
  reading: (assignmentId: string, moduleId: string, lessonId: string) =>
    to`/training/${assignmentId}/modules/${moduleId}/lessons/${lessonId}/reading`,
  picture: (moduleVersionId: string, name: string) => to`/media/${moduleVersionId}/${name}`,
  quiz: (assignmentId: string, moduleId: string) => to`/training/${assignmentId}/modules/${moduleId}/quiz`,
  attempts: (assignmentId: string, moduleId: string) =>
    to`/training/${assignmentId}/modules/${moduleId}/quiz/attempts`,
  attemptsAsked: (assignmentId: string, moduleId: string) =>
    to`/training/${assignmentId}/modules/${moduleId}/quiz/help-requests`,
  attempt: (attemptId: string) => to`/attempts/${attemptId}`,
  answers: (attemptId: string) => to`/attempts/${attemptId}/answers`,
  submission: (attemptId: string) => to`/attempts/${attemptId}/submission`,
  attemptResult: (attemptId: string) => to`/attempts/${attemptId}/result`,
  case: (assignmentId: string, caseId: string) => to`/training/${assignmentId}/cases/${caseId}`,
  plays: (assignmentId: string, caseId: string) => to`/training/${assignmentId}/cases/${caseId}/plays`,
  play: (playId: string) => to`/plays/${playId}`,
  choices: (playId: string) => to`/plays/${playId}/choices`,
  debrief: (playId: string) => to`/plays/${playId}/debrief`,
  replays: (playId: string) => to`/plays/${playId}/replays`,
  ...formRoutes,
  certificates: to`/certificates`,
  certificate: (certificateId: string) => to`/certificates/${certificateId}`,
  dueDateFile: (assignmentId: string) => to`/training/${assignmentId}/calendar`,
  renewalFile: (certificateId: string) => to`/certificates/${certificateId}/calendar`,
  certificatePdf: (certificateId: string) => to`/certificates/${certificateId}/pdf`,

  certificateSharing: (certificateId: string) => to`/certificates/${certificateId}/sharing`,
  certificateShares: (certificateId: string) => to`/certificates/${certificateId}/shares`,
  newExternal: (practiceId: string) => to`/external-certificates/for/${practiceId}/new`,
  externals: (practiceId: string) => to`/external-certificates/for/${practiceId}`,
  external: (externalId: string) => to`/external-certificates/${externalId}`,
  externalFile: (externalId: string) => to`/external-certificates/${externalId}/file`,
  externalWithdrawal: (externalId: string) => to`/external-certificates/${externalId}/withdrawal`,
  ownLicences: to`/account/licences`,
  ownLicence: (licenceId: string) => to`/account/licences/${licenceId}`,
  licenceProposals: (licenceId: string) => to`/account/licences/${licenceId}/proposals`,

  practice: (practiceId: string) => to`/practice/${practiceId}`,
  network: to`/practices`,
  practiceGrid: (practiceId: string) => to`/practice/${practiceId}/grid`,
  practicePrint: (practiceId: string) => to`/practice/${practiceId}/print`,
  practicePast: (practiceId: string) => to`/practice/${practiceId}/past`,
  practicePastRoster: (practiceId: string) => to`/practice/${practiceId}/past/roster`,
  practiceForecast: (practiceId: string) => to`/practice/${practiceId}/forecast`,
  waitingExternals: (practiceId: string) => to`/practice/${practiceId}/external-certificates`,
  externalReview: (practiceId: string, externalId: string) =>
    to`/practice/${practiceId}/external-certificates/${externalId}`,
  externalDecision: (practiceId: string, externalId: string) =>
    to`/practice/${practiceId}/external-certificates/${externalId}/decision`,
  externalsOf: (practiceId: string, staffMemberId: string) =>
    to`/practice/${practiceId}/staff/${staffMemberId}/external-certificates/list`,
  newExternalOf: (practiceId: string, staffMemberId: string) =>
    to`/practice/${practiceId}/staff/${staffMemberId}/external-certificates/new`,
  recordExternalOf: (practiceId: string, staffMemberId: string) =>
    to`/practice/${practiceId}/staff/${staffMemberId}/external-certificates`,
  licencesOf: (practiceId: string, staffMemberId: string) =>
    to`/practice/${practiceId}/staff/${staffMemberId}/licences/list`,
  licences: (practiceId: string, staffMemberId: string) =>
    to`/practice/${practiceId}/staff/${staffMemberId}/licences`,
  newLicence: (practiceId: string, staffMemberId: string) =>
    to`/practice/${practiceId}/staff/${staffMemberId}/licences/new`,
  licenceOf: (practiceId: string, staffMemberId: string, licenceId: string) =>
    to`/practice/${practiceId}/staff/${staffMemberId}/licences/${licenceId}`,
  licenceDetails: (practiceId: string, staffMemberId: string, licenceId: string) =>
    to`/practice/${practiceId}/staff/${staffMemberId}/licences/${licenceId}/details`,
  licenceRenewals: (practiceId: string, staffMemberId: string, licenceId: string) =>
    to`/practice/${practiceId}/staff/${staffMemberId}/licences/${licenceId}/renewals`,
  licenceRefusals: (practiceId: string, staffMemberId: string, licenceId: string) =>
    to`/practice/${practiceId}/staff/${staffMemberId}/licences/${licenceId}/proposal-refusals`,
  licenceEnd: (practiceId: string, staffMemberId: string, licenceId: string) =>
    to`/practice/${practiceId}/staff/${staffMemberId}/licences/${licenceId}/end`,
  ...authoringRoutes,
  ...caseDraftRoutes,
  ...outsideRoutes,
  ...noteRoutes,
  ...reviewRoutes,
  ...updateRoutes,
  ...itemRoutes,
  ...measurementRoutes,
  ...refresherRoutes,
  ...versionRoutes,
  ...editorRoutes,
  ...mediaRoutes,
  ...exchangeRoutes,
  ...networkRoutes,
  roster: (practiceId: string) => to`/practice/${practiceId}/roster`,
  newRosterImport: (practiceId: string) => to`/practice/${practiceId}/imports/new`,
  rosterImports: (practiceId: string) => to`/practice/${practiceId}/imports`,
  rosterImport: (practiceId: string, importId: string) => to`/practice/${practiceId}/imports/${importId}`,
  importReading: (practiceId: string, importId: string) =>
    to`/practice/${practiceId}/imports/${importId}/reading`,
  importColumns: (practiceId: string, importId: string) =>
    to`/practice/${practiceId}/imports/${importId}/columns`,
  importAnswers: (practiceId: string, importId: string) =>
    to`/practice/${practiceId}/imports/${importId}/answers`,
  importConfirmation: (practiceId: string, importId: string) =>
    to`/practice/${practiceId}/imports/${importId}/confirmation`,
  importUndo: (practiceId: string, importId: string) => to`/practice/${practiceId}/imports/${importId}/undo`,
  importWithdrawal: (practiceId: string, importId: string) =>
    to`/practice/${practiceId}/imports/${importId}/withdrawal`,
  newStaffMember: (practiceId: string) => to`/practice/${practiceId}/staff/new`,
  staff: (practiceId: string) => to`/practice/${practiceId}/staff`,
  staffMember: (practiceId: string, staffMemberId: string) =>
    to`/practice/${practiceId}/staff/${staffMemberId}`,
  invitations: (practiceId: string, staffMemberId: string) =>
    to`/practice/${practiceId}/staff/${staffMemberId}/invitations`,
  employmentEnd: (practiceId: string, staffMemberId: string) =>
    to`/practice/${practiceId}/staff/${staffMemberId}/employment-end`,
  entry: (practiceId: string, staffMemberId: string, entry: string) =>
    to`/practice/${practiceId}/staff/${staffMemberId}/entries/${entry}`,
  correction: (practiceId: string, staffMemberId: string, factId: string) =>
    `${to`/practice/${practiceId}/staff/${staffMemberId}/entries/correction`}?factId=${encodeURIComponent(factId)}` as Route,
  entryFacts: (practiceId: string, staffMemberId: string, entry: string) =>
    to`/practice/${practiceId}/staff/${staffMemberId}/entries/${entry}/facts`,
  rehires: (practiceId: string, staffMemberId: string) =>
    to`/practice/${practiceId}/staff/${staffMemberId}/rehires`,
  newRevocation: (practiceId: string, certificateId: string) =>
    to`/practice/${practiceId}/certificates/${certificateId}/revocation`,
  revocations: (practiceId: string, certificateId: string) =>
    to`/practice/${practiceId}/certificates/${certificateId}/revocations`,
  attemptGrants: (practiceId: string, staffMemberId: string) =>
    to`/practice/${practiceId}/staff/${staffMemberId}/attempt-grants`,
  // A page and a command cannot share an address.
  requirementList: (practiceId: string) => to`/practice/${practiceId}/requirements/list`,
  requirements: (practiceId: string) => to`/practice/${practiceId}/requirements`,
  newRequirement: (practiceId: string) => to`/practice/${practiceId}/requirements/new`,
  requirementDrafts: (practiceId: string) => to`/practice/${practiceId}/requirements/drafts`,
  requirementProfiles: (practiceId: string) => to`/practice/${practiceId}/requirements/profiles`,
  requirement: (practiceId: string, requirementId: string) =>
    to`/practice/${practiceId}/requirements/${requirementId}`,
  newRequirementVersion: (practiceId: string, requirementId: string) =>
    to`/practice/${practiceId}/requirements/${requirementId}/versions/new`,
  requirementVersionDrafts: (practiceId: string, requirementId: string) =>
    to`/practice/${practiceId}/requirements/${requirementId}/versions/drafts`,
  requirementVersions: (practiceId: string, requirementId: string) =>
    to`/practice/${practiceId}/requirements/${requirementId}/versions`,
  retirement: (practiceId: string, requirementId: string) =>
    to`/practice/${practiceId}/requirements/${requirementId}/retirement`,
  restoration: (practiceId: string, requirementId: string) =>
    to`/practice/${practiceId}/requirements/${requirementId}/restoration`,
  localContacts: (practiceId: string) => to`/practice/${practiceId}/local-contacts`,
  localContact: (practiceId: string, contactId: string) =>
    to`/practice/${practiceId}/local-contacts/${contactId}`,
  localContactVersions: (practiceId: string, contactId: string) =>
    to`/practice/${practiceId}/local-contacts/${contactId}/versions`,
  newReminders: (practiceId: string) => to`/practice/${practiceId}/reminders/new`,
  reminders: (practiceId: string) => to`/practice/${practiceId}/reminders`,
  reminderRecord: (practiceId: string) => to`/practice/${practiceId}/reminders/list`,
  reminderSettings: (practiceId: string) => to`/practice/${practiceId}/reminders/settings`,
  reminderSettingsVersions: (practiceId: string) => to`/practice/${practiceId}/reminders/settings/versions`,
  reminderText: (practiceId: string, language: string, moment: string) =>
    to`/practice/${practiceId}/reminders/texts/${language}/${moment}`,
  reminderTextVersions: (practiceId: string, language: string, moment: string) =>
    to`/practice/${practiceId}/reminders/texts/${language}/${moment}/versions`,
  reminderTextDefault: (practiceId: string, language: string, moment: string) =>
    to`/practice/${practiceId}/reminders/texts/${language}/${moment}/default`,
  reminderTests: (practiceId: string, language: string, moment: string) =>
    to`/practice/${practiceId}/reminders/texts/${language}/${moment}/tests`,
  capabilities: (practiceId: string, staffMemberId: string) =>
    to`/practice/${practiceId}/staff/${staffMemberId}/capabilities`,
  timeAccommodations: (practiceId: string, staffMemberId: string) =>
    to`/practice/${practiceId}/staff/${staffMemberId}/time-accommodations`,
  reminderPauses: (practiceId: string, staffMemberId: string) =>
    to`/practice/${practiceId}/staff/${staffMemberId}/reminder-pauses`,
  reminderPauseEnd: (practiceId: string, staffMemberId: string) =>
    to`/practice/${practiceId}/staff/${staffMemberId}/reminder-pauses/end`,
  outbox: (practiceId: string) => to`/practice/${practiceId}/outbox`,
  outboxMail: (practiceId: string, mailId: string) =>
    `${to`/practice/${practiceId}/outbox`}?mail=${encodeURIComponent(mailId)}#${encodeURIComponent(mailId)}` as Route,
  disclosure: (practiceId: string, mailId: string) => to`/practice/${practiceId}/outbox/${mailId}/disclosure`,
}
