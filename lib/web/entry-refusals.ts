import type { RecordEntryRefusal } from '#lib/use-cases/practice/record-entry'

/** The field of an entry's page that a refusal is about, where there is one. */
export const entryRefusalFields: Partial<Record<RecordEntryRefusal, string>> = {
  'leave-end-before-start': 'lastDay',
  'leave-outside-employment': 'firstDay',
  'leave-too-long': 'lastDay',
  'leave-overlaps': 'firstDay',
  'leave-ends-then-already': 'lastDay',
  'day-too-far-ahead': 'firstDay',
  'nothing-asked': 'requirement',
  'nothing-to-extend': 'requirement',
  'extension-not-later': 'to',
  'extension-too-late': 'to',
  'extension-in-past': 'to',
  'exemption-in-past': 'firstDay',
  'exemption-end-before-start': 'lastDay',
  'exemption-too-long': 'lastDay',
  'exempt-already': 'requirement',
  'exemption-ends-not-earlier': 'lastDay',
  'change-outside-employment': 'firstDay',
  'later-change-exists': 'firstDay',
  'moved-nowhere': 'to',
  'moved-outside-employment': 'to',
  'moved-into-future': 'to',
  'reason-missing': 'reason',
}
