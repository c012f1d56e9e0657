import type { AccountRefusal } from '#lib/web/account-refusals'
import { type AuthoringRefusal, authoringFields } from '#lib/web/authoring-refusals'
import { type CaseDraftRefusal, caseDraftRefusalFields } from '#lib/web/case-draft-refusals'
import type { CaseRefusal } from '#lib/web/case-refusals'
import { type EditorRefusal, editorFields } from '#lib/web/editor-refusals'
import { type ExchangeRefusal, exchangeFields } from '#lib/web/exchange-refusals'
import { type ExternalRefusal, externalFields } from '#lib/web/external-refusals'
import type { FormRefusal } from '#lib/web/form-refusals'
import type { Problem } from '#lib/web/forms'
import { type ItemRefusal, itemRefusalFields } from '#lib/web/item-refusals'
import type { MeasurementRefusal } from '#lib/web/measurement-refusals'
import { type MediaRefusal, mediaFields } from '#lib/web/media-refusals'
import { type NetworkRefusal, networkRefusalFields } from '#lib/web/network-refusals'
import { type NoteRefusal, noteFields } from '#lib/web/note-refusals'
import type { OutsideRefusal } from '#lib/web/outside-refusals'
import { type PracticeRefusal, practiceFields } from '#lib/web/practice-refusals'
import type { QuizRefusal } from '#lib/web/quiz-refusals'
import type { RefresherRefusal } from '#lib/web/refresher-refusals'
import { type ReminderRefusal, reminderFields } from '#lib/web/reminder-refusals'
import { type ReviewRefusal, reviewFields } from '#lib/web/review-refusals'
import type { TrainingRefusal } from '#lib/web/training-refusals'
import { type VersionRefusal, versionFields } from '#lib/web/version-refusals'
import words from './messages/en/refusals.json' with { type: 'json' }

/** The union of every use case's refusals, and what the wrapper itself refuses. One without words does not compile. */
export type Refusal =
  | 'not-found'
  | 'other-site'
  | 'too-large'
  | 'too-many-tries'
  | 'too-many-files'
  | 'certificate-too-large'
  | 'roster-file-too-large'
  | AccountRefusal
  | AuthoringRefusal
  | CaseDraftRefusal
  | CaseRefusal
  | EditorRefusal
  | ExchangeRefusal
  | ExternalRefusal
  | FormRefusal
  | ItemRefusal
  | MeasurementRefusal
  | MediaRefusal
  | OutsideRefusal
  | NoteRefusal
  | NetworkRefusal
  | PracticeRefusal
  | QuizRefusal
  | RefresherRefusal
  | ReminderRefusal
  | ReviewRefusal
  | TrainingRefusal
  | VersionRefusal

// The compiler counts: a refusal missing from the English words is an error on this line.
words satisfies Record<Refusal, string>

/** The field that a refusal is about, where there is one. */
const fields: Partial<Record<Refusal, string>> = {
  ...practiceFields,
  ...reminderFields,
  ...externalFields,
  ...authoringFields,
  ...caseDraftRefusalFields,
  ...itemRefusalFields,
  ...editorFields,
  ...mediaFields,
  ...noteFields,
  ...versionFields,
  ...reviewFields,
  ...exchangeFields,
  ...networkRefusalFields,
  'time-zone-unknown': 'timeZone',
  'has-password-already': 'emailAddress',
  'option-foreign': 'optionId',
  'wrong-code': 'code',
  'wrong-first-code': 'code',
  'wrong-sign-in': 'emailAddress',
  'password-too-short': 'password',
  'password-too-long': 'password',
  'password-too-common': 'password',
  'password-too-predictable': 'password',
  'password-too-close-to-a-name': 'password',
}

export function problemOf(refusal: Refusal): Problem {
  return { field: fields[refusal] ?? null, words: refusal }
}

export function statusOf(refusal: Refusal): number {
  return refusal === 'not-found' ? 404 : 409
}
