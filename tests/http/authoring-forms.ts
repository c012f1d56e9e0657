import { randomUUID } from 'node:crypto'
import { ownKey } from '#lib/domain/authoring/own-key'
import { caseSkills } from '#lib/domain/curriculum/case-graph'

/** Forms of the pages about a practice's own modules and tracks that only their guard can refuse. */
export const authoringForms: Readonly<Record<string, () => Readonly<Record<string, string>>>> = {
  '/authoring/[practiceId]/modules': () => ({
    draftId: randomUUID(),
    moduleTitle: 'Closing time',
    moduleSummary: 'How we close.',
    objective1: 'Say who closes',
    objective2: 'Say what is locked',
    objective3: 'Say whom to call',
    moduleLanguage: 'en',
  }),
  '/authoring/[practiceId]/copies': () => ({ draftId: randomUUID(), moduleVersionId: 'm07@1' }),
  '/authoring/[practiceId]/cases': () => ({
    draftId: randomUUID(),
    caseTitle: 'The cut hand',
    caseSummary: 'A young woman comes with a cut.',
    caseMinutes: '6',
    caseModule: 'm07',
    caseSetting: 'A small clinic',
    caseRole: 'You are the nurse.',
    casePatient: 'Ola',
    caseAge: '24',
    casePronouns: 'she/her',
    caseReason: 'A cut',
    caseKnown: 'She came with a man.',
    caseNote: 'It speaks of threats.',
    caseLanguage: 'en',
  }),
  '/authoring/[practiceId]/drafts/[draftId]/case/opening/changes': () => ({
    mark: 'x',
    caseSetting: 'A small clinic',
    caseRole: 'You are the nurse.',
    casePatient: 'Ola',
    caseAge: '24',
    casePronouns: 'she/her',
    caseReason: 'A cut',
    caseKnown: 'She came with a man.',
    caseNote: 'It speaks of threats.',
  }),
  '/authoring/[practiceId]/drafts/[draftId]/case/about/changes': () => ({
    mark: 'x',
    caseTitle: 'The cut hand',
    caseSummary: 'A cut.',
    caseMinutes: '6',
    caseModule: '',
  }),
  '/authoring/[practiceId]/drafts/[draftId]/case/debrief/changes': () => ({
    mark: 'x',
    ...Object.fromEntries(
      caseSkills.flatMap((skill) => [
        [`debriefStrong-${skill}`, 'You asked first.'],
        [`debriefWeak-${skill}`, 'Ask first.'],
      ]),
    ),
  }),
  '/authoring/[practiceId]/drafts/[draftId]/case/remarks/changes': () => ({
    mark: 'x',
    caseReviewNote: 'Read by two of us.',
  }),
  '/authoring/[practiceId]/drafts/[draftId]/case/translation-removals': () => ({}),
  '/authoring/[practiceId]/drafts/[draftId]/case/new/[nodeKind]/nodes': () => ({ nodeScene: 'It ends.' }),
  '/authoring/[practiceId]/drafts/[draftId]/case/nodes/[nodeId]/text': () => ({
    mark: 'x',
    nodeKind: 'decision',
    nodeScene: 'Somebody comes.',
  }),
  '/authoring/[practiceId]/drafts/[draftId]/case/nodes/[nodeId]/moves': () => ({ move: 'down' }),
  '/authoring/[practiceId]/drafts/[draftId]/case/nodes/[nodeId]/removals': () => ({ mark: 'x' }),
  '/authoring/[practiceId]/case-copies': () => ({ draftId: randomUUID(), caseVersionId: 'c01@1' }),
  '/authoring/[practiceId]/drafts/[draftId]/facts': () => ({
    base: '1',
    moduleTitle: 'Closing time',
    moduleSummary: 'How we close.',
    moduleMinutes: '8',
    objective1: 'Say who closes',
  }),
  '/authoring/[practiceId]/drafts/[draftId]/outline': () => ({ base: '1', movedLesson: 'l1', deed: 'down' }),
  '/authoring/[practiceId]/drafts/[draftId]/titles': () => ({
    base: '1',
    lessonId: 'l1',
    lessonTitle: 'Who closes',
  }),
  '/authoring/[practiceId]/drafts/[draftId]/events': () => ({
    filesHash: 'a'.repeat(64),
    deed: 'retired',
    reason: '',
  }),
  '/authoring/[practiceId]/drafts/[draftId]/publication': () => ({ filesHash: 'a'.repeat(64) }),
  '/authoring/[practiceId]/drafts/[draftId]/translations/removals': () => ({ filesHash: 'a'.repeat(64) }),
  '/authoring/[practiceId]/drafts/[draftId]/next-version': () => ({ newDraftId: randomUUID(), over: '' }),
  '/authoring/[practiceId]/drafts/[draftId]/plan-end': () => ({}),
  '/authoring/[practiceId]/drafts/[draftId]/change': () => ({
    base: '1',
    changeKind: 'clarifying',
    updateLesson: '',
  }),
  '/authoring/[practiceId]/drafts/[draftId]/review/[block]/comments': () => ({
    comment: 'Who says so?',
    answerTo: 'new',
  }),
  '/authoring/[practiceId]/drafts/[draftId]/review/[block]/settlements': () => ({
    thread: '1',
    isSettled: 'yes',
  }),
  '/authoring/[practiceId]/drafts/[draftId]/outside-reviewers/invitations': () => ({
    outsideName: 'Olga Outside',
    emailAddress: `${randomUUID()}@clinic.example`,
    outsideRole: '',
    outsideLanguage: 'en',
  }),
  '/authoring/[practiceId]/drafts/[draftId]/outside-reviewers/[reviewerId]/withdrawal': () => ({}),
  '/outside-review/[token]/entry': () => ({}),
  '/outside-review/parts/[block]/comments': () => ({ comment: 'Who says so?', answerTo: 'new' }),
  '/authoring/[practiceId]/notes/[moduleId]/[lessonId]/[language]/texts': () => ({
    noteText: 'Call the desk.',
    after: '0',
  }),
  '/authoring/[practiceId]/notes/[moduleId]/[lessonId]/[language]/deeds': () => ({
    noteNumber: '1',
    deed: 'returned',
    reason: 'Which desk?',
  }),
  '/authoring/[practiceId]/tracks': () => ({
    newTrack: ownKey(randomUUID()),
    trackTitle: 'Ours',
    trackSummary: 'What we learn.',
    'place.m07': '1',
  }),
  '/authoring/[practiceId]/tracks/[trackId]/versions': () => ({
    after: '1',
    trackTitle: 'Ours',
    trackSummary: 'What we learn.',
    'place.m07': '1',
  }),
}
