import { importWords as imports } from '#lib/web/import-words'
import { practiceWords as practice } from '#lib/web/practice-words'
import account from './messages/en/account.json' with { type: 'json' }
import authoring from './messages/en/authoring.json' with { type: 'json' }
import calendar from './messages/en/calendar.json' with { type: 'json' }
import caseDrafts from './messages/en/caseDrafts.json' with { type: 'json' }
import cases from './messages/en/cases.json' with { type: 'json' }
import certificates from './messages/en/certificates.json' with { type: 'json' }
import changes from './messages/en/changes.json' with { type: 'json' }
import common from './messages/en/common.json' with { type: 'json' }
import differences from './messages/en/differences.json' with { type: 'json' }
import draftNext from './messages/en/draftNext.json' with { type: 'json' }
import editor from './messages/en/editor.json' with { type: 'json' }
import entries from './messages/en/entries.json' with { type: 'json' }
import exchange from './messages/en/exchange.json' with { type: 'json' }
import external from './messages/en/external.json' with { type: 'json' }
import fields from './messages/en/fields.json' with { type: 'json' }
import gates from './messages/en/gates.json' with { type: 'json' }
import help from './messages/en/help.json' with { type: 'json' }
import items from './messages/en/items.json' with { type: 'json' }
import lesson from './messages/en/lesson.json' with { type: 'json' }
import lessonAbout from './messages/en/lessonAbout.json' with { type: 'json' }
import licences from './messages/en/licences.json' with { type: 'json' }
import measurement from './messages/en/measurement.json' with { type: 'json' }
import media from './messages/en/media.json' with { type: 'json' }
import network from './messages/en/network.json' with { type: 'json' }
import notes from './messages/en/notes.json' with { type: 'json' }
import notices from './messages/en/notices.json' with { type: 'json' }
import outside from './messages/en/outside.json' with { type: 'json' }
import overview from './messages/en/overview.json' with { type: 'json' }
import people from './messages/en/people.json' with { type: 'json' }
import problems from './messages/en/problems.json' with { type: 'json' }
import questions from './messages/en/questions.json' with { type: 'json' }
import quiz from './messages/en/quiz.json' with { type: 'json' }
import refreshers from './messages/en/refreshers.json' with { type: 'json' }
import refusals from './messages/en/refusals.json' with { type: 'json' }
import reminders from './messages/en/reminders.json' with { type: 'json' }
import requirements from './messages/en/requirements.json' with { type: 'json' }
import review from './messages/en/review.json' with { type: 'json' }
import training from './messages/en/training.json' with { type: 'json' }
import versions from './messages/en/versions.json' with { type: 'json' }
import accountEs from './messages/es/account.json' with { type: 'json' }
import authoringEs from './messages/es/authoring.json' with { type: 'json' }
import calendarEs from './messages/es/calendar.json' with { type: 'json' }
import caseDraftsEs from './messages/es/caseDrafts.json' with { type: 'json' }
import casesEs from './messages/es/cases.json' with { type: 'json' }
import certificatesEs from './messages/es/certificates.json' with { type: 'json' }
import changesEs from './messages/es/changes.json' with { type: 'json' }
import commonEs from './messages/es/common.json' with { type: 'json' }
import differencesEs from './messages/es/differences.json' with { type: 'json' }
import draftNextEs from './messages/es/draftNext.json' with { type: 'json' }
import editorEs from './messages/es/editor.json' with { type: 'json' }
import entriesEs from './messages/es/entries.json' with { type: 'json' }
import exchangeEs from './messages/es/exchange.json' with { type: 'json' }
import externalEs from './messages/es/external.json' with { type: 'json' }
import fieldsEs from './messages/es/fields.json' with { type: 'json' }
import gatesEs from './messages/es/gates.json' with { type: 'json' }
import helpEs from './messages/es/help.json' with { type: 'json' }
import importsEs from './messages/es/imports.json' with { type: 'json' }
import itemsEs from './messages/es/items.json' with { type: 'json' }
import lessonEs from './messages/es/lesson.json' with { type: 'json' }
import lessonAboutEs from './messages/es/lessonAbout.json' with { type: 'json' }
import licencesEs from './messages/es/licences.json' with { type: 'json' }
import measurementEs from './messages/es/measurement.json' with { type: 'json' }
import mediaEs from './messages/es/media.json' with { type: 'json' }
import networkEs from './messages/es/network.json' with { type: 'json' }
import notesEs from './messages/es/notes.json' with { type: 'json' }
import noticesEs from './messages/es/notices.json' with { type: 'json' }
import outsideEs from './messages/es/outside.json' with { type: 'json' }
import overviewEs from './messages/es/overview.json' with { type: 'json' }
import peopleEs from './messages/es/people.json' with { type: 'json' }
import practiceEs from './messages/es/practice.json' with { type: 'json' }
import problemsEs from './messages/es/problems.json' with { type: 'json' }
import questionsEs from './messages/es/questions.json' with { type: 'json' }
import quizEs from './messages/es/quiz.json' with { type: 'json' }
import refreshersEs from './messages/es/refreshers.json' with { type: 'json' }
import refusalsEs from './messages/es/refusals.json' with { type: 'json' }
import remindersEs from './messages/es/reminders.json' with { type: 'json' }
import requirementsEs from './messages/es/requirements.json' with { type: 'json' }
import reviewEs from './messages/es/review.json' with { type: 'json' }
import trainingEs from './messages/es/training.json' with { type: 'json' }
import versionsEs from './messages/es/versions.json' with { type: 'json' }

/** One file a namespace, so that two people seldom edit the same one. */
const en = {
  account,
  authoring,
  calendar,
  caseDrafts,
  cases,
  certificates,
  changes,
  common,
  differences,
  draftNext,
  editor,
  entries,
  exchange,
  external,
  fields,
  gates,
  help,
  imports,
  items,
  lesson,
  lessonAbout,
  licences,
  measurement,
  media,
  notes,
  network,
  notices,
  outside,
  overview,
  people,
  practice,
  problems,
  questions,
  quiz,
  refreshers,
  refusals,
  reminders,
  requirements,
  review,
  training,
  versions,
}

// The compiler counts: a key that has no Spanish words is an error on its line.
const es: typeof en = {
  account: accountEs,
  authoring: authoringEs,
  calendar: calendarEs,
  caseDrafts: caseDraftsEs,
  cases: casesEs,
  certificates: certificatesEs,
  changes: changesEs,
  common: commonEs,
  differences: differencesEs,
  draftNext: draftNextEs,
  editor: editorEs,
  entries: entriesEs,
  exchange: exchangeEs,
  external: externalEs,
  fields: fieldsEs,
  gates: gatesEs,
  help: helpEs,
  imports: importsEs,
  items: itemsEs,
  lesson: lessonEs,
  lessonAbout: lessonAboutEs,
  licences: licencesEs,
  measurement: measurementEs,
  media: mediaEs,
  notes: notesEs,
  network: networkEs,
  notices: noticesEs,
  outside: outsideEs,
  overview: overviewEs,
  people: peopleEs,
  practice: practiceEs,
  problems: problemsEs,
  questions: questionsEs,
  quiz: quizEs,
  refreshers: refreshersEs,
  refusals: refusalsEs,
  reminders: remindersEs,
  requirements: requirementsEs,
  review: reviewEs,
  training: trainingEs,
  versions: versionsEs,
}

export const messages = { en, es }
