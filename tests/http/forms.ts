import { randomUUID } from 'node:crypto'
import { addDays, localDateAt } from '#lib/domain/calendar'
import { now } from '#lib/system/clock'
import { authoringForms } from '#tests/http/authoring-forms'
import type { Doors } from '#tests/http/doors'
import { pdf } from '#tests/support/documents'
import { zone } from '#tests/support/personas'
import { onePixel } from '#tests/support/pictures'

type Form = Readonly<Record<string, string | readonly string[]>>

const today = () => localDateAt(now(), zone)

const statement = ({ places }: Doors): Form => ({
  externalId: randomUUID(),
  provider: 'State Health Academy',
  title: 'Recognising trafficking',
  completedOn: addDays(today(), -40),
  requirementIds: places.requirementId,
})

const licence = (): Form => ({
  licenceFactId: randomUUID(),
  profession: 'registered-nurse',
  state: 'MO',
  licenceNumber: '2019004711',
})

/** A whole item of one right answer. */
const item = (): Form => ({
  itemKind: 'single',
  itemStem: 'What comes first?',
  itemObjective: 'o1',
  itemBloom: 'apply',
  itemSource: 'clinical-consensus',
  itemState: 'ready',
  right: 'a',
  ...Object.fromEntries(
    ['A', 'B', 'C', 'D'].flatMap((letter) => [
      [`text${letter}`, `Answer ${letter}`],
      [`rationale${letter}`, `Reason ${letter}`],
    ]),
  ),
})

/** Commands that take a file beside the form, and one that they take. */
const takesCertificate = /\/external-certificates(\/for\/\[practiceId\])?$/
export function fileFor(path: string) {
  if (takesCertificate.test(path)) return { field: 'file', name: 'certificate.pdf', bytes: pdf() }
  if (path.endsWith('/folders')) return { field: 'archive', name: 'own.zip', bytes: Buffer.from('PK') }
  if (path.endsWith('/media/uploads')) return { field: 'picture', name: 'door.png', bytes: onePixel }
  if (!path.endsWith('/imports')) return undefined
  return { field: 'file', name: 'staff.csv', bytes: Buffer.from('name,e-mail\nAna Ruiz,ana@x.example\n') }
}

const draftLesson = '/authoring/[practiceId]/drafts/[draftId]/lessons/[lesson]'

/** A form that each command's own rules let through, so that only the guard decides. */
export const forms: Readonly<Record<string, (doors: Doors) => Form>> = {
  '/sign-in/session': () => ({
    emailAddress: 'nobody@practice.example',
    password: 'not a password of anybody',
  }),
  '/language': () => ({ language: 'en' }),
  '/sign-in/code/proof': () => ({ code: '000000' }),
  '/account/calendar/feed': () => ({ alarm: '1' }),
  '/account/calendar/alarm': () => ({ alarm: 'none' }),
  '/account/calendar/end': () => ({}),
  '/account/reviews/wish': () => ({ wanted: 'no' }),
  [`${draftLesson}/text`]: () => ({ source: 'Words.', revision: '1' }),
  [`${draftLesson}/changes`]: () => ({ revision: '1' }),
  [`${draftLesson}/preview`]: () => ({ source: 'Words.' }),
  '/reviews/[refresherId]/answers': ({ places }) => ({ place: '1', [`answer.${places.promptItemId}`]: 'a' }),
  '/account/sign-out': () => ({}),
  '/account/sign-out-everywhere': () => ({}),
  '/account/second-factor/enrolment': () => ({}),
  '/account/second-factor/confirmation': () => ({ code: '000000' }),
  '/account/second-factor/replacement': () => ({ code: '000000' }),
  '/reset/requests': () => ({ emailAddress: `${randomUUID()}@practice.example` }),
  '/reset/[token]/password': () => ({ password: 'heron lantern gravel ninety' }),
  '/invitation/[token]/acceptance': () => ({ password: 'heron lantern gravel ninety' }),
  '/set-up/[token]/practice': () => ({
    practiceName: 'Cedar Pediatrics',
    state: 'MO',
    timeZone: zone,
    name: 'Cora Creator',
    role: 'lead',
    emailAddress: `${randomUUID()}@practice.example`,
    password: 'heron lantern gravel ninety',
  }),
  '/verify/[certificateNumber]/comparison': () => ({ printedName: 'Lena Learner' }),
  '/training/[assignmentId]/modules/[moduleId]/lessons/[lessonId]/reading': ({ places }) => ({
    cycle: '2',
    version: `${places.moduleId}@1`,
    place: '1',
  }),
  '/training/[assignmentId]/update/reading': () => ({ version: '2' }),
  '/training/[assignmentId]/modules/[moduleId]/quiz/attempts': () => ({}),
  '/training/[assignmentId]/modules/[moduleId]/quiz/help-requests': () => ({}),
  '/attempts/[attemptId]/answers': () => ({
    drafts: JSON.stringify([{ itemId: 'x', optionIds: ['a'], revision: 0 }]),
  }),
  '/training/[assignmentId]/cases/[caseId]/plays': () => ({}),
  '/training/[assignmentId]/questions/[moment]/sittings': () => ({}),
  '/training/[assignmentId]/questions/[moment]/skip': () => ({}),
  '/questions/[formId]/answers': () => ({ step: '1', unknown: 'true' }),
  '/questions/[formId]/skipped-lessons': () => ({}),
  '/plays/[playId]/choices': () => ({ step: '1', optionId: 'a' }),
  '/plays/[playId]/replays': () => ({}),
  '/attempts/[attemptId]/submission': () => ({ 'answer.x': 'a', idempotencyKey: randomUUID() }),
  '/certificates/[certificateId]/shares': ({ places }) => ({ practiceId: places.practiceId }),
  '/external-certificates/for/[practiceId]': statement,
  '/external-certificates/[externalId]/withdrawal': () => ({}),
  '/account/licences/[licenceId]/proposals': () => ({ renewsOn: addDays(today(), 800) }),
  '/practice/[practiceId]/external-certificates/[externalId]/decision': () => ({
    decision: 'refused',
    reason: 'Not readable',
  }),
  '/practice/[practiceId]/staff/[staffMemberId]/external-certificates': statement,
  '/practice/[practiceId]/staff/[staffMemberId]/licences': () => ({
    ...licence(),
    licenceId: randomUUID(),
  }),
  '/practice/[practiceId]/staff/[staffMemberId]/licences/[licenceId]/details': licence,
  '/practice/[practiceId]/staff/[staffMemberId]/licences/[licenceId]/renewals': () => ({
    licenceFactId: randomUUID(),
    renewsOn: addDays(today(), 700),
    change: 'renewed',
  }),
  '/practice/[practiceId]/staff/[staffMemberId]/licences/[licenceId]/proposal-refusals': ({ places }) => ({
    proposalId: places.proposalId,
    declineReason: 'Bring the paper',
  }),
  '/practice/[practiceId]/staff/[staffMemberId]/licences/[licenceId]/end': () => ({ endReason: 'Moved' }),
  '/practice/[practiceId]/imports': () => ({}),
  '/practice/[practiceId]/imports/[importId]/reading': () => ({ delimiter: ',' }),
  '/practice/[practiceId]/imports/[importId]/columns': () => ({ 'column.0': 'name' }),
  '/practice/[practiceId]/imports/[importId]/answers': () => ({ dayOrder: 'month-first' }),
  '/practice/[practiceId]/imports/[importId]/confirmation': () => ({ changesFrom: today() }),
  '/practice/[practiceId]/imports/[importId]/undo': () => ({}),
  '/practice/[practiceId]/imports/[importId]/withdrawal': () => ({}),
  '/practice/[practiceId]/staff': () => ({
    name: 'Nils New',
    emailAddress: `${randomUUID()}@practice.example`,
    role: 'nurse',
    employmentKind: 'employee',
    startedOn: today(),
  }),
  '/practice/[practiceId]/staff/[staffMemberId]/invitations': () => ({}),
  '/practice/[practiceId]/staff/[staffMemberId]/employment-end': () => ({ lastDay: addDays(today(), 30) }),
  // No tick: training alone, which is what the learner may do.
  '/practice/[practiceId]/staff/[staffMemberId]/capabilities': () => ({}),
  '/practice/[practiceId]/staff/[staffMemberId]/entries/[entry]/facts': () => ({
    firstDay: today(),
    lastDay: addDays(today(), 10),
    idempotencyKey: randomUUID(),
  }),
  '/practice/[practiceId]/staff/[staffMemberId]/rehires': () => ({
    name: 'Lena Learner',
    startedOn: today(),
    role: 'nurse',
    employmentKind: 'employee',
    idempotencyKey: randomUUID(),
  }),
  '/practice/[practiceId]/certificates/[certificateId]/revocations': () => ({
    reason: 'It was issued to the wrong person',
  }),
  '/practice/[practiceId]/staff/[staffMemberId]/attempt-grants': ({ places }) => ({
    moduleId: places.moduleId,
    idempotencyKey: randomUUID(),
  }),
  '/practice/[practiceId]/staff/[staffMemberId]/time-accommodations': () => ({ allowance: 'half-more' }),
  '/practice/[practiceId]/statistics/sharing': () => ({ shared: 'yes', after: '0' }),
  ...authoringForms,
  '/practice/[practiceId]/regrades/of/[moduleVersionId]/runs': () => ({
    runId: randomUUID(),
    reason: 'The key was wrong',
  }),
  '/practice/[practiceId]/regrades/[runId]/people/[submissionId]/decision': () => ({
    decision: 'completion-given',
    reason: 'Agreed with the reviewer',
  }),
  '/practice/[practiceId]/requirements': () => ({
    requirementId: randomUUID(),
    trackId: 'foundations',
    audience: 'everyone',
    cadence: 'rolling',
    periodMonths: '12',
    firstDueDays: '30',
    windowLength: '2',
    graceDays: '14',
    attemptLimit: '3',
    returnDays: '30',
  }),
  '/practice/[practiceId]/requirements/[requirementId]/versions': () => ({
    trackId: 'foundations',
    audience: 'everyone',
    cadence: 'rolling',
    periodMonths: '24',
    firstDueDays: '30',
    windowLength: '2',
    graceDays: '14',
    attemptLimit: '3',
    returnDays: '30',
    after: '1',
    appliesTo: 'later-completions',
    reason: 'Every two years is enough.',
  }),
  '/practice/[practiceId]/requirements/[requirementId]/retirement': () => ({
    retiredOn: addDays(today(), 300),
    reason: 'Another one takes its place.',
  }),
  '/practice/[practiceId]/requirements/[requirementId]/restoration': () => ({
    retirementId: randomUUID(),
    reason: 'It goes on.',
  }),
  '/practice/[practiceId]/local-contacts/[contactId]/versions': () => ({
    after: '0',
    name: 'Harbor House',
    phone: '573-555-0100',
    hours: 'Day and night',
    checkedOn: today(),
  }),
  '/authoring/[practiceId]/drafts/[draftId]/media/uploads': () => ({}),
  '/authoring/[practiceId]/drafts/[draftId]/media/removals': ({ places }) => ({ pictureName: places.name }),
  '/authoring/[practiceId]/folders': () => ({ targetDraft: '' }),
  '/authoring/[practiceId]/folders/[folderId]/confirmation': () => ({ filesHash: '' }),
  '/authoring/[practiceId]/drafts/[draftId]/quiz/imports': () => ({}),
  '/authoring/[practiceId]/drafts/[draftId]/quiz/imports/[itemImportId]/confirmation': () => ({ mark: 'x' }),
  '/authoring/[practiceId]/drafts/[draftId]/quiz/new/[itemKind]/items': item,
  '/authoring/[practiceId]/drafts/[draftId]/quiz/items/[itemId]/text': item,
  '/authoring/[practiceId]/drafts/[draftId]/quiz/items/[itemId]/moves': () => ({ move: 'down' }),
  '/authoring/[practiceId]/drafts/[draftId]/quiz/items/[itemId]/removals': () => ({ mark: 'x' }),
  '/authoring/[practiceId]/drafts/[draftId]/quiz/settings/changes': () => ({
    mark: 'x',
    passMark: '80',
    draw: '6',
    spread: 'evenly',
  }),
  '/practice/[practiceId]/reminders': ({ places }) => ({ people: places.staffMemberId }),
  '/practice/[practiceId]/outbox/[mailId]/disclosure': () => ({}),
  '/practice/[practiceId]/reminders/settings/versions': () => ({
    after: '0',
    enabled: 'on',
    daysBefore: '30, 14, 1',
    quietFrom: '20:00',
    quietUntil: '08:00',
    digestWeekday: '1',
  }),
  '/practice/[practiceId]/reminders/texts/[language]/[moment]/versions': () => ({
    after: '0',
    subject: 'Training',
    body: 'By {dueOn}: {link}',
  }),
  '/practice/[practiceId]/reminders/texts/[language]/[moment]/default': () => ({ after: '0' }),
  '/practice/[practiceId]/reminders/texts/[language]/[moment]/tests': () => ({}),
  '/practice/[practiceId]/staff/[staffMemberId]/reminder-pauses': () => ({
    pauseThrough: addDays(today(), 10),
    pauseReason: 'Away',
  }),
  '/practice/[practiceId]/staff/[staffMemberId]/reminder-pauses/end': () => ({}),
}
