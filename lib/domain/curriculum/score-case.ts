import {
  type CaseDecision,
  type CaseGraph,
  type CaseNode,
  type CaseOption,
  type CaseOutcome,
  type CaseSkill,
  caseSkills,
} from '#lib/domain/curriculum/case-graph'
import { mostPoints } from '#lib/domain/curriculum/case-points'
import { invariant } from '#lib/domain/invariant'

/** One choice on a way through a case. */
export type CaseStep = { readonly nodeId: string; readonly optionId: string }

/** `not-met`: no decision on this way was about it, which is nobody's fault. */
export type SkillLevel = 'strong' | 'weak' | 'not-met'
export type SkillResult = {
  readonly skill: CaseSkill
  readonly level: SkillLevel
  readonly points: number
  readonly outOf: number
}
export type CaseScore = {
  readonly endingId: string
  readonly outcome: CaseOutcome
  /** All five, in the order in which the debrief speaks of them. */
  readonly skills: readonly SkillResult[]
}

export function nodeOf({ nodes }: CaseGraph, nodeId: string): CaseNode {
  const node = nodes.find(({ id }) => id === nodeId)
  invariant(node, 'a published case leads to nodes that it has')
  return node
}

/** Undefined where the decision has no such option. */
export function findOption({ options }: CaseDecision, optionId: string): CaseOption | undefined {
  return options.find(({ id }) => id === optionId)
}

type Taken = { readonly decision: CaseDecision; readonly option: CaseOption }

function taken(graph: CaseGraph, { nodeId, optionId }: CaseStep): Taken {
  const decision = nodeOf(graph, nodeId)
  const option = decision.kind === 'decision' ? findOption(decision, optionId) : undefined
  invariant(decision.kind === 'decision' && option, 'a choice that was made is an option of its decision')
  return { decision, option }
}

/**
 * What a way through a case shows, skill by skill: a pure function of the version and the choices, so that the same choices
 * always give the same score, and nothing needs to be stored beside them. `steps` lead from the start to an ending.
 */
export function scoreCase(graph: CaseGraph, steps: readonly CaseStep[]): CaseScore {
  const way = steps.map((step) => taken(graph, step))
  const ending = nodeOf(graph, way.at(-1)?.option.next ?? graph.start)
  invariant(ending.kind === 'ending', 'a case is scored at its end')
  const skills = caseSkills.map((skill) => skillResult(skill, way))
  return { endingId: ending.id, outcome: ending.outcome, skills }
}

/** Strong: three quarters of the points or more, and no choice about it that could have endangered somebody. */
function skillResult(skill: CaseSkill, way: readonly Taken[]): SkillResult {
  const met = way.filter(({ decision }) => decision.skills.includes(skill))
  const points = met.reduce((sum, { option }) => sum + (option.points[skill] ?? 0), 0)
  const outOf = met.length * mostPoints
  if (outOf === 0) return { skill, level: 'not-met', points, outOf }
  const isStrong = points * 4 >= outOf * 3 && !met.some(({ option }) => option.endangers)
  return { skill, level: isStrong ? 'strong' : 'weak', points, outOf }
}

export type ReviewedStep = CaseStep & {
  readonly judgment: CaseOption['judgment']
  readonly endangers: boolean
  /** The good options that were not chosen: what one could have done as well, or instead. */
  readonly otherGood: readonly string[]
}

/** Each choice beside the good ones that it was not. */
export function reviewedSteps(graph: CaseGraph, steps: readonly CaseStep[]): readonly ReviewedStep[] {
  return steps.map((step) => {
    const { decision, option } = taken(graph, step)
    const good = decision.options.filter(({ id, judgment }) => judgment === 'good' && id !== option.id)
    return {
      ...step,
      judgment: option.judgment,
      endangers: option.endangers === true,
      otherGood: good.map(({ id }) => id),
    }
  })
}

/** How many decisions are left from a node, itself included, on the longest way of good choices: "3 of about 7". */
export function decisionsLeft(graph: CaseGraph, nodeId: string): number {
  const node = nodeOf(graph, nodeId)
  if (node.kind === 'ending') return 0
  const good = node.options.filter(({ judgment }) => judgment === 'good')
  return 1 + Math.max(...good.map(({ next }) => decisionsLeft(graph, next)))
}
