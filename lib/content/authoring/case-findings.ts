import type { CaseDraft, DraftNode } from '#lib/content/authoring/case-draft'
import { caseDraftPrompts } from '#lib/content/authoring/case-skeleton'
import type { CaseFinding, CaseFindingKind } from '#lib/domain/authoring/case-finding'
import { type DecisionForm, judgedPoints, mostChoices } from '#lib/domain/authoring/case-form'
import {
  type CaseDecision,
  type CaseGraph,
  type CaseGraphFlaw,
  type CaseNode,
  caseGraphFlaws,
  caseOutcomes,
  caseSkills,
} from '#lib/domain/curriculum/case-graph'
import { casePointsFlaws } from '#lib/domain/curriculum/case-points'

const at = (
  kind: CaseFindingKind,
  nodeId: string | null = null,
  choiceId: string | null = null,
): CaseFinding => ({
  kind,
  nodeId,
  choiceId,
  skill: null,
})

const decisionOf = (id: string, { skills, choices }: DecisionForm): CaseDecision => ({
  kind: 'decision',
  id,
  skills,
  options: choices.map((choice) => ({
    id: choice.id,
    judgment: choice.judgment === '' ? 'fair' : choice.judgment,
    ...(choice.endangers && { endangers: true }),
    points: Object.fromEntries(
      skills.map((skill) => [skill, choice.points[skill] ?? judgedPoints(choice.judgment)]),
    ),
    next: choice.next,
  })),
})

/** The shape of a draft. What has no judgment or outcome yet counts as middling. */
export function draftGraph({ start, nodes }: CaseDraft): CaseGraph {
  return {
    start,
    nodes: nodes.map(({ id, form }): CaseNode => {
      if (form.kind === 'decision') return decisionOf(id, form)
      return { kind: 'ending', id, outcome: caseOutcomes.find((each) => each === form.outcome) ?? 'mixed' }
    }),
  }
}

function choiceFindings(id: string, { choices }: DecisionForm): readonly CaseFinding[] {
  return choices.flatMap((choice, index) => {
    const { text, consequence, feedback, judgment, endangers, next } = choice
    const texts = [text, consequence, feedback]
    const isSaidBefore = choices.findIndex((other) => other.text === text) < index
    const found: readonly (readonly [boolean, CaseFindingKind])[] = [
      [texts.includes(''), 'text-missing-choice'],
      [texts.some((each) => caseDraftPrompts.includes(each)), 'text-unwritten'],
      [judgment === '', 'judgment-missing'],
      [endangers && judgment !== 'poor', 'endangers-not-poor'],
      [next === '', 'next-missing'],
      [isSaidBefore, 'choices-alike'],
    ]
    return found.flatMap(([isSo, kind]) => (isSo ? [at(kind, id, choice.id)] : []))
  })
}

function decisionFindings(id: string, form: DecisionForm): readonly CaseFinding[] {
  const { choices, skills, sources, question } = form
  const found: CaseFindingKind[] = []
  if (question === '') found.push('text-missing-question')
  if (skills.length === 0) found.push('skills-missing')
  if (sources.length === 0) found.push('sources-missing')
  if (choices.length < 2) found.push('choices-few')
  if (choices.length > mostChoices) found.push('choices-many')
  if (choices.length > 0 && !choices.some(({ judgment }) => judgment === 'good')) found.push('good-missing')
  const points = casePointsFlaws(decisionOf(id, form)).map(({ kind, optionId }) => at(kind, id, optionId))
  return [...found.map((kind) => at(kind, id)), ...choiceFindings(id, form), ...points]
}

function nodeFindings({ id, form }: DraftNode): readonly CaseFinding[] {
  const found: CaseFindingKind[] = []
  if (form.scene === '') found.push('text-missing-scene')
  if ((form.noteAbout === '') !== (form.noteGentle === '')) found.push('text-missing-gentle')
  const texts = [form.scene, form.noteGentle, form.kind === 'ending' ? form.lesson : form.question]
  if (texts.some((each) => caseDraftPrompts.includes(each))) found.push('text-unwritten')
  if (form.kind === 'ending' && form.lesson === '') found.push('text-missing-lesson')
  const own = found.map((kind) => at(kind, id))
  return form.kind === 'decision' ? [...own, ...decisionFindings(id, form)] : own
}

const graphFinding = (flaw: CaseGraphFlaw): CaseFinding => ({
  kind: flaw.kind,
  nodeId: 'nodeId' in flaw ? flaw.nodeId : null,
  choiceId: 'optionId' in flaw ? flaw.optionId : null,
  skill: 'skill' in flaw ? flaw.skill : null,
})

/** The scenes that can be reached from one, itself included. */
function reachedFrom(graph: CaseGraph, from: string): ReadonlySet<string> {
  const found = new Set<string>()
  const waiting = [from]
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const node = graph.nodes.find((each) => each.id === id)
    if (!node || found.has(id)) continue
    found.add(id)
    if (node.kind === 'decision') waiting.push(...node.options.map(({ next }) => next))
  }
  return found
}

/** Where a draft leads nowhere: scenes that nobody reaches, and scenes from which no ending is reached. */
export function strandedNodes(graph: CaseGraph) {
  const reached = reachedFrom(graph, graph.start)
  const isEnding = (id: string) => graph.nodes.some((node) => node.id === id && node.kind === 'ending')
  return {
    unreachable: graph.nodes.filter(({ id }) => !reached.has(id)).map(({ id }) => id),
    endless: graph.nodes.filter(({ id }) => ![...reachedFrom(graph, id)].some(isEnding)).map(({ id }) => id),
  }
}

function shapeFindings(graph: CaseGraph): readonly CaseFinding[] {
  const { unreachable, endless } = strandedNodes(graph)
  const outcomes = new Set(graph.nodes.flatMap((node) => (node.kind === 'ending' ? [node.outcome] : [])))
  const isOneSided = !outcomes.has('good') || outcomes.size < 2
  // A choice that leads nowhere yet is told by `next-missing`; the rest of the shape is judged once all of them lead on.
  const flaws = caseGraphFlaws(graph).filter((flaw) => flaw.kind !== 'unreachable')
  return [
    ...flaws.filter((flaw) => !(flaw.kind === 'next-unknown' && isEmptyNext(graph, flaw))).map(graphFinding),
    ...unreachable.map((id) => at('unreachable', id)),
    ...endless.map((id) => at('leads-to-no-end', id)),
    ...(isOneSided ? [at('endings-one-sided')] : []),
  ]
}

function isEmptyNext({ nodes }: CaseGraph, { nodeId, optionId }: { nodeId: string; optionId: string }) {
  const node = nodes.find(({ id }) => id === nodeId)
  return node?.kind === 'decision' && node.options.some(({ id, next }) => id === optionId && next === '')
}

function frameFindings({ opening, debrief }: CaseDraft): readonly CaseFinding[] {
  const { setting, role, patient, known, contentNote } = opening
  const said = [setting, role, patient.name, patient.pronouns, patient.reason, contentNote]
  const isOpen = said.includes('') || patient.age === null || known.length === 0
  const unsaid = caseSkills.filter((skill) => Object.values(debrief[skill]).includes(''))
  return [
    ...(isOpen ? [at('opening-missing')] : []),
    ...unsaid.map((skill): CaseFinding => ({ ...at('debrief-missing'), skill })),
  ]
}

/** Everything that is still to mend in the encounter of a draft, each at its place. */
export function caseFindings(draft: CaseDraft): readonly CaseFinding[] {
  return [...frameFindings(draft), ...shapeFindings(draftGraph(draft)), ...draft.nodes.flatMap(nodeFindings)]
}
