import { readCaseDraft } from '#lib/content/authoring/case-draft'
import { caseDraftPrompts } from '#lib/content/authoring/case-skeleton'
import { type NodeName, nodeNames } from '#lib/domain/authoring/case-names'

/** What people call the scenes of an encounter; none where it cannot be read. */
export const caseNamesIn = (encounter: string): readonly NodeName[] =>
  nodeNames(readCaseDraft(encounter)?.nodes ?? [], caseDraftPrompts)
