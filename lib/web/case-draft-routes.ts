import { to } from '#lib/web/address'

/** Of the cases that a practice writes itself, beside what they share with modules. */
export const caseDraftRoutes = {
  newCase: (practiceId: string) => to`/authoring/${practiceId}/cases/new`,
  ownCases: (practiceId: string) => to`/authoring/${practiceId}/cases`,
  caseCopies: (practiceId: string) => to`/authoring/${practiceId}/case-copies`,
  caseDraft: (practiceId: string, draftId: string) => to`/authoring/${practiceId}/drafts/${draftId}/case`,
  caseOpening: (practiceId: string, draftId: string) =>
    to`/authoring/${practiceId}/drafts/${draftId}/case/opening`,
  caseOpeningChanges: (practiceId: string, draftId: string) =>
    to`/authoring/${practiceId}/drafts/${draftId}/case/opening/changes`,
  caseAboutChanges: (practiceId: string, draftId: string) =>
    to`/authoring/${practiceId}/drafts/${draftId}/case/about/changes`,
  caseTranslationRemovals: (practiceId: string, draftId: string) =>
    to`/authoring/${practiceId}/drafts/${draftId}/case/translation-removals`,
  newCaseNode: (practiceId: string, draftId: string, nodeKind: string) =>
    to`/authoring/${practiceId}/drafts/${draftId}/case/new/${nodeKind}`,
  newCaseNodes: (practiceId: string, draftId: string, nodeKind: string) =>
    to`/authoring/${practiceId}/drafts/${draftId}/case/new/${nodeKind}/nodes`,
  caseNode: (practiceId: string, draftId: string, nodeId: string) =>
    to`/authoring/${practiceId}/drafts/${draftId}/case/nodes/${nodeId}`,
  caseNodeText: (practiceId: string, draftId: string, nodeId: string) =>
    to`/authoring/${practiceId}/drafts/${draftId}/case/nodes/${nodeId}/text`,
  caseNodeMoves: (practiceId: string, draftId: string, nodeId: string) =>
    to`/authoring/${practiceId}/drafts/${draftId}/case/nodes/${nodeId}/moves`,
  caseNodeRemovals: (practiceId: string, draftId: string, nodeId: string) =>
    to`/authoring/${practiceId}/drafts/${draftId}/case/nodes/${nodeId}/removals`,
  caseDebrief: (practiceId: string, draftId: string) =>
    to`/authoring/${practiceId}/drafts/${draftId}/case/debrief`,
  caseDebriefChanges: (practiceId: string, draftId: string) =>
    to`/authoring/${practiceId}/drafts/${draftId}/case/debrief/changes`,
  caseRemarkChanges: (practiceId: string, draftId: string) =>
    to`/authoring/${practiceId}/drafts/${draftId}/case/remarks/changes`,
  caseTrial: (practiceId: string, draftId: string) =>
    to`/authoring/${practiceId}/drafts/${draftId}/case/play`,
}
