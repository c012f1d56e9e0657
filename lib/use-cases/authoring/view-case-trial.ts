import { type CaseDraft, readCaseDraft } from '#lib/content/authoring/case-draft'
import { draftGraph, strandedNodes } from '#lib/content/authoring/case-findings'
import { readCaseAbout, readCaseRemarks } from '#lib/content/authoring/case-frame-edits'
import { caseDraftPrompts } from '#lib/content/authoring/case-skeleton'
import { readVersionFacts } from '#lib/content/authoring/quiz-settings'
import type { Context } from '#lib/context'
import { type CaseFrame, findCaseFrame } from '#lib/data/case-draft'
import { findCaseReferences } from '#lib/data/case-text'
import { type Capability, type Membership, membershipWithAny } from '#lib/domain/access/actor'
import { type CaseLayout, caseLayout } from '#lib/domain/authoring/case-layout'
import { type NodeName, nodeNames } from '#lib/domain/authoring/case-names'
import { type CaseTrial, caseTrial } from '#lib/domain/authoring/case-trial'
import type { CaseOpening } from '#lib/domain/curriculum/case'
import type { ShownContact } from '#lib/domain/curriculum/local-contacts'
import type { ShownSource } from '#lib/domain/curriculum/register-words'
import type { PracticeId } from '#lib/domain/ids'
import type { Language } from '#lib/domain/language'
import { ok, type Result, refuse } from '#lib/domain/result'

export type CaseTrialView = {
  readonly practiceId: PracticeId
  readonly practiceName: string
  readonly capabilities: readonly Capability[]
  readonly draftId: string
  readonly title: string
  readonly language: Language
  readonly isEditable: boolean
  /** Null where it is not complete. */
  readonly opening: CaseOpening | null
  /** Null where the file cannot be read, or has no scene. */
  readonly trial: CaseTrial | null
  readonly names: readonly NodeName[]
  readonly layout: CaseLayout
  /** What the debrief names; null before an end. */
  readonly references: {
    readonly contacts: readonly ShownContact[]
    readonly sources: readonly ShownSource[]
  } | null
}

type Input = {
  readonly practiceId: string
  readonly draftId: string
  /** The scene to begin with; what is no scene begins where the case begins. */
  readonly from: string
  /** A letter for each choice. */
  readonly way: string
}

/** The draft of a case as its learners will play it, from any scene and as far as it is sound. Nothing is written. */
export async function viewCaseTrial(
  context: Context,
  { practiceId: wanted, draftId, from, way }: Input,
): Promise<Result<CaseTrialView, 'not-found'>> {
  const post = membershipWithAny(context.actor, wanted, ['author', 'review'])
  const frame = post && (await findCaseFrame(context.tx, post.practiceId, draftId))
  if (!post || !frame) return refuse('not-found')
  const { practiceId, practiceName, capabilities } = post
  const { title } = readCaseAbout(frame.texts.about)
  const draft = readCaseDraft(frame.texts.encounter)
  const played = draft ? playedFrom(draft, from, way) : unreadable
  const isOver = played.trial?.place.kind === 'ending'
  return ok({
    practiceId,
    practiceName,
    capabilities,
    draftId,
    title: title === '' ? frame.slug : title,
    language: readVersionFacts(frame.texts.version).language,
    isEditable: frame.isOpen && capabilities.includes('author'),
    ...played,
    references: draft && isOver ? await referencesOf(context, post, frame, draft) : null,
  })
}

const empty = { start: '', nodes: [] }
const unreadable = { opening: null, trial: null, names: [], layout: caseLayout(empty, strandedNodes(empty)) }

function playedFrom(draft: CaseDraft, from: string, way: string) {
  const graph = draftGraph(draft)
  return {
    opening: wholeOpening(draft),
    trial: caseTrial({ ...draft, graph }, from, way) ?? null,
    names: nodeNames(draft.nodes, caseDraftPrompts),
    layout: caseLayout(graph, strandedNodes(graph)),
  }
}

function wholeOpening({ opening: { patient, ...opening } }: CaseDraft): CaseOpening | null {
  const { age } = patient
  return age === null ? null : { ...opening, patient: { ...patient, age } }
}

function referencesOf(
  { tx, language }: Context,
  { practiceId }: Membership,
  { texts }: CaseFrame,
  { debriefSources }: CaseDraft,
) {
  const { contacts: contactIds } = readCaseRemarks(texts.version)
  return findCaseReferences(tx, practiceId, { contactIds, sourceIds: debriefSources, language })
}
