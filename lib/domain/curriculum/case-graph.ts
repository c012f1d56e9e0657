/** What a case exercises, and what its debrief speaks of. */
export const caseSkills = ['privacy', 'choice', 'safety', 'documentation', 'referral'] as const
export type CaseSkill = (typeof caseSkills)[number]

/**
 * How good an option is where it stands: `good` could hardly be better, `fair` helps and leaves something out, `poor` does
 * harm or misses the patient.
 */
export const judgments = ['good', 'fair', 'poor'] as const
export type Judgment = (typeof judgments)[number]

export const caseOutcomes = ['good', 'mixed', 'missed', 'harm'] as const
export type CaseOutcome = (typeof caseOutcomes)[number]

/** Points by skill, 0 to 2 each. */
export type SkillPoints = Readonly<Partial<Record<CaseSkill, number>>>

export type CaseOption = {
  readonly id: string
  readonly judgment: Judgment
  /** It can bring somebody into danger: the player says so at once. */
  readonly endangers?: true
  readonly points: SkillPoints
  /** Id of the node that follows. */
  readonly next: string
}
export type CaseDecision = {
  readonly kind: 'decision'
  readonly id: string
  readonly skills: readonly CaseSkill[]
  readonly options: readonly CaseOption[]
}
export type CaseEnding = { readonly kind: 'ending'; readonly id: string; readonly outcome: CaseOutcome }
export type CaseNode = CaseDecision | CaseEnding

/** A branching patient encounter without its words. */
export type CaseGraph = { readonly start: string; readonly nodes: readonly CaseNode[] }

/** What is wrong with the graph of a case, and where. */
export type CaseGraphFlaw =
  | { readonly kind: 'start-unknown' }
  | { readonly kind: 'next-unknown'; readonly nodeId: string; readonly optionId: string }
  | { readonly kind: 'walks-in-a-circle'; readonly nodeId: string }
  | { readonly kind: 'unreachable'; readonly nodeId: string }
  | { readonly kind: 'good-choices-end-badly'; readonly nodeId: string }
  | { readonly kind: 'one-poor-choice-ends-it'; readonly nodeId: string }
  | { readonly kind: 'one-good-way-only' }
  | { readonly kind: 'skill-can-be-missed'; readonly skill: CaseSkill }

type Nodes = ReadonlyMap<string, CaseNode>
/** Whether a way goes on with this option. */
type Follows = (option: CaseOption, decision?: CaseDecision) => boolean

const everyOption: Follows = () => true
const goodOption: Follows = ({ judgment }) => judgment === 'good'
const notPoor: Follows = ({ judgment }) => judgment !== 'poor'

const optionsOf = (node: CaseNode | undefined) => (node?.kind === 'decision' ? node.options : [])

/** The nodes that can be reached from the start by options that `follows` lets through. */
function reached({ start }: CaseGraph, nodes: Nodes, follows: Follows): ReadonlySet<string> {
  const found = new Set<string>()
  const waiting = [start]
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const node = nodes.get(id)
    if (!node || found.has(id)) continue
    found.add(id)
    if (node.kind === 'ending') continue
    waiting.push(...node.options.filter((option) => follows(option, node)).map(({ next }) => next))
  }
  return found
}

function unknownNodes({ start, nodes: listed }: CaseGraph, nodes: Nodes): readonly CaseGraphFlaw[] {
  const lost = listed.flatMap((node) =>
    optionsOf(node)
      .filter(({ next }) => !nodes.has(next))
      .map(({ id }): CaseGraphFlaw => ({ kind: 'next-unknown', nodeId: node.id, optionId: id })),
  )
  return nodes.has(start) ? lost : [{ kind: 'start-unknown' }, ...lost]
}

/** The nodes that lead back to themselves. With none, every way through comes to an ending, hence to the debrief. */
function circles({ nodes: listed }: CaseGraph, nodes: Nodes): readonly CaseGraphFlaw[] {
  const leadsBack = ({ id }: CaseNode) =>
    optionsOf(nodes.get(id)).some(({ next }) =>
      reached({ start: next, nodes: listed }, nodes, everyOption).has(id),
    )
  return listed.filter(leadsBack).map(({ id }) => ({ kind: 'walks-in-a-circle', nodeId: id }))
}

/** The nodes that can be reached with one poor choice at most. */
function reachedWithOnePoorChoice(graph: CaseGraph, nodes: Nodes): ReadonlySet<string> {
  const without = reached(graph, nodes, notPoor)
  const slips = [...without].flatMap((id) => optionsOf(nodes.get(id)).filter((option) => !notPoor(option)))
  const after = slips.flatMap(({ next }) => [...reached({ ...graph, start: next }, nodes, notPoor)])
  return new Set([...without, ...after])
}

/**
 * How many different ways of only good choices lead from a node to a good ending. The graph has no circle. Ways double with
 * each decision where they meet again, so that each node is counted once.
 */
function goodWays(id: string, nodes: Nodes, counted = new Map<string, number>()): number {
  const node = nodes.get(id)
  if (node?.kind === 'ending') return node.outcome === 'good' ? 1 : 0
  const known = counted.get(id)
  if (known !== undefined) return known
  const ways = optionsOf(node)
    .filter(({ judgment }) => judgment === 'good')
    .reduce((sum, { next }) => sum + goodWays(next, nodes, counted), 0)
  counted.set(id, ways)
  return ways
}

function fairnessFlaws(graph: CaseGraph, nodes: Nodes): readonly CaseGraphFlaw[] {
  const byGoodChoices = reached(graph, nodes, goodOption)
  const byOneSlip = reachedWithOnePoorChoice(graph, nodes)
  const badEndings = graph.nodes.filter((node) => node.kind === 'ending' && node.outcome !== 'good')
  const unfair = badEndings.flatMap(({ id }): readonly CaseGraphFlaw[] => {
    if (byGoodChoices.has(id)) return [{ kind: 'good-choices-end-badly', nodeId: id }]
    return byOneSlip.has(id) ? [{ kind: 'one-poor-choice-ends-it', nodeId: id }] : []
  })
  return goodWays(graph.start, nodes) < 2 ? [...unfair, { kind: 'one-good-way-only' }] : unfair
}

/** The skills that someone can finish well without ever meeting. */
function missableSkills(graph: CaseGraph, nodes: Nodes): readonly CaseGraphFlaw[] {
  const isGoodEnding = (id: string) => {
    const node = nodes.get(id)
    return node?.kind === 'ending' && node.outcome === 'good'
  }
  return caseSkills
    .filter((skill) => {
      const without: Follows = (_, decision) => !decision?.skills.includes(skill)
      return [...reached(graph, nodes, without)].some(isGoodEnding)
    })
    .map((skill) => ({ kind: 'skill-can-be-missed', skill }))
}

/**
 * Everything that is wrong with the shape of a case: options that lead nowhere, circles, nodes that nobody reaches, good
 * choices that end badly, a single poor choice that ends it, only one good way through, and a skill that a good way
 * through can leave out. The first three hide the rest.
 */
export function caseGraphFlaws(graph: CaseGraph): readonly CaseGraphFlaw[] {
  const nodes: Nodes = new Map(graph.nodes.map((node) => [node.id, node]))
  const broken = [...unknownNodes(graph, nodes), ...circles(graph, nodes)]
  if (broken.length > 0) return broken
  const all = reached(graph, nodes, everyOption)
  const unreachable = graph.nodes.filter(({ id }) => !all.has(id))
  return [
    ...unreachable.map(({ id }): CaseGraphFlaw => ({ kind: 'unreachable', nodeId: id })),
    ...fairnessFlaws(graph, nodes),
    ...missableSkills(graph, nodes),
  ]
}
