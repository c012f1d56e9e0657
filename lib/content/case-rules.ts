import type { DecisionEntry, EncounterFile, NodeEntry, OptionEntry } from '#lib/content/case-schema'
import { wordProblems } from '#lib/content/case-words'
import type { FileProblem } from '#lib/content/file-problem'
import type { YamlFile } from '#lib/content/yaml-file'
import { type CaseGraphFlaw, caseGraphFlaws, caseOutcomes } from '#lib/domain/curriculum/case-graph'
import { type CasePointsFlaw, casePointsFlaws } from '#lib/domain/curriculum/case-points'

type Path = readonly PropertyKey[]
type Point = (path: Path, message: string) => FileProblem

/** Whatever stands twice among texts that each stand for themselves. */
function twice(texts: readonly string[], place: (index: number) => Path, at: Point) {
  return texts.flatMap((text, index) =>
    texts.indexOf(text) < index ? [at(place(index), `“${text}” stands here twice. Give each its own.`)] : [],
  )
}

const pointsWords: Record<CasePointsFlaw['kind'], string> = {
  'other-skills': 'Give points for exactly the skills of this decision.',
  'good-without-full-points': 'A good option has all points in each skill. Give 2, or judge it fair.',
  'fair-with-full-points': 'A fair option leaves something out. Give fewer points, or judge it good.',
  'poor-scores-too-much': 'A poor option scores less than any better one, and at most half of the points.',
  'equals-score-unequally': 'Options that are judged alike score alike. Give it the same sum of points.',
}

function optionProblems(option: OptionEntry, path: Path, at: Point): readonly FileProblem[] {
  return option.endangers && option.judgment !== 'poor'
    ? [at([...path, 'judgment'], 'An option that endangers somebody is poor.')]
    : []
}

function decisionProblems(decision: DecisionEntry, path: Path, at: Point): readonly FileProblem[] {
  const { options, skills } = decision
  const optionPath = (id: string) => [...path, 'options', options.findIndex((option) => option.id === id)]
  const best = options.filter(({ judgment }) => judgment === 'good')
  return [
    ...options.flatMap((option, index) => optionProblems(option, [...path, 'options', index], at)),
    ...twice(
      options.map(({ id }) => id),
      (index) => [...path, 'options', index, 'id'],
      at,
    ),
    ...twice(
      options.map(({ text }) => text),
      (index) => [...path, 'options', index, 'text'],
      at,
    ),
    ...twice(skills, (index) => [...path, 'skills', index], at),
    ...(best.length === 0 ? [at([...path, 'options'], 'No option is good. Write one that is.')] : []),
    ...casePointsFlaws(decision).map(({ kind, optionId }) =>
      at([...optionPath(optionId), 'points'], pointsWords[kind]),
    ),
  ]
}

function graphProblem(flaw: CaseGraphFlaw, nodes: readonly NodeEntry[], at: Point): FileProblem {
  const nodePath = (id: string) => ['nodes', nodes.findIndex((node) => node.id === id)]
  switch (flaw.kind) {
    case 'start-unknown':
      return at(['start'], 'There is no such node. Name the one that the case starts with.')
    case 'next-unknown': {
      const node = nodes.find(({ id }) => id === flaw.nodeId)
      const options = node?.kind === 'decision' ? node.options : []
      const index = options.findIndex(({ id }) => id === flaw.optionId)
      return at([...nodePath(flaw.nodeId), 'options', index, 'next'], 'There is no such node. Write it.')
    }
    case 'walks-in-a-circle':
      return at(nodePath(flaw.nodeId), 'This node leads back to itself. Lead on, so that the case ends.')
    case 'unreachable':
      return at(nodePath(flaw.nodeId), 'Nobody can reach this node. Lead there, or delete it.')
    case 'good-choices-end-badly':
      return at(nodePath(flaw.nodeId), 'Good choices alone lead to this ending. Lead them to a good one.')
    case 'one-poor-choice-ends-it':
      return at(nodePath(flaw.nodeId), 'A single poor choice ends here. Give it a way back.')
    case 'one-good-way-only':
      return at(['nodes'], 'Only one way through is good. Write another that is as good.')
    case 'skill-can-be-missed':
      return at(['nodes'], `A good ending can be reached without “${flaw.skill}”. Ask for it on every way.`)
  }
}

function unknownSources(encounter: YamlFile<EncounterFile>, sources: readonly string[] | undefined) {
  const { value, problemAt: at } = encounter
  const named: readonly (readonly [Path, readonly string[]])[] = [
    ...value.nodes.map((node, index) => [['nodes', index], node.sources ?? []] as const),
    ...Object.entries(value.debrief).map(([skill, part]) => [['debrief', skill], part.sources] as const),
  ]
  return named.flatMap(([path, ids]) =>
    ids.flatMap((id, index) =>
      sources && !sources.includes(id)
        ? [at([...path, 'sources', index], `There is no source “${id}” in sources.yaml.`)]
        : [],
    ),
  )
}

function endingProblems(nodes: readonly NodeEntry[], at: Point) {
  const outcomes = nodes.flatMap((node) => (node.kind === 'ending' ? [node.outcome] : []))
  const isOneSided = !outcomes.includes('good') || new Set(outcomes).size < 2
  return isOneSided
    ? [at(['nodes'], `A case can end well and in another way. Write endings of: ${caseOutcomes.join(', ')}.`)]
    : []
}

/** Every rule of `encounter.yaml` that its schema cannot say. */
export function encounterProblems(
  encounter: YamlFile<EncounterFile>,
  sources: readonly string[] | undefined,
): readonly FileProblem[] {
  const { value, problemAt: at } = encounter
  const ids = value.nodes.map(({ id }) => id)
  const repeated = twice(ids, (index) => ['nodes', index, 'id'], at)
  return [
    ...wordProblems(value, at),
    ...repeated,
    ...value.nodes.flatMap((node, index) =>
      node.kind === 'decision' ? decisionProblems(node, ['nodes', index], at) : [],
    ),
    ...unknownSources(encounter, sources),
    ...endingProblems(value.nodes, at),
    ...(repeated.length > 0 ? [] : caseGraphFlaws(value).map((flaw) => graphProblem(flaw, value.nodes, at))),
  ]
}
