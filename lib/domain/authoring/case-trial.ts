import type { DebriefForm, NodeForm } from '#lib/domain/authoring/case-form'
import type { CaseScene, DecisionScene } from '#lib/domain/curriculum/case'
import type { CaseGraph, CaseNode, SkillPoints } from '#lib/domain/curriculum/case-graph'
import { type DebriefedStep, debriefedSteps } from '#lib/domain/curriculum/debriefed-steps'
import { type CaseStep, findOption, type SkillResult, scoreCase } from '#lib/domain/curriculum/score-case'

/** Choices after which a trial goes no further: a draft may lead around in circles. */
export const longestTrial = 60

type Node = { readonly id: string; readonly form: NodeForm }
type Written = {
  readonly graph: CaseGraph
  readonly nodes: readonly Node[]
  readonly debrief: DebriefForm
}

type TrialPlace =
  | { readonly kind: 'scene'; readonly scene: DecisionScene }
  | {
      readonly kind: 'ending'
      readonly scene: CaseScene
      readonly lesson: string
      readonly skills: readonly (SkillResult & { readonly words: string })[]
    }
  /** The last choice leads to no scene yet. */
  | { readonly kind: 'nowhere' }
  | { readonly kind: 'too-long' }

/** Where a trial of a draft stands, and what its way shows. */
export type CaseTrial = {
  /** The scene that it began with. */
  readonly from: string
  /** Letters of the choices that could be made. */
  readonly way: string
  readonly steps: readonly DebriefedStep[]
  /** Of the last choice, by its own scene; empty before the first. */
  readonly points: SkillPoints
  /** The scene that stands there now, or the last one that did. */
  readonly nodeId: string
  readonly place: TrialPlace
}

const noteOf = ({ noteAbout: about, noteGentle: gentle }: NodeForm) =>
  about === '' || gentle === '' ? {} : { contentNote: { about, gentle } }

function sceneOf({ id, form }: Node): CaseScene {
  const shown = { id, scene: form.scene, ...noteOf(form) }
  if (form.kind === 'ending') return { ...shown, kind: 'ending' }
  const options = form.choices.map((choice) => ({ id: choice.id, text: choice.text }))
  return { ...shown, kind: 'decision', question: form.question, options }
}

const wordsOf = ({ form }: Node) =>
  Object.fromEntries(
    (form.kind === 'decision' ? form.choices : []).map(({ id, consequence, feedback }) => [
      id,
      { consequence, feedback },
    ]),
  )

const nodeIn = ({ nodes }: CaseGraph, id: string) =>
  id === '' ? undefined : nodes.find((node) => node.id === id)

type Walked = { readonly steps: readonly CaseStep[]; readonly points: SkillPoints; readonly at?: CaseNode }

/** Takes the choices as far as they can be taken. */
function walked(graph: CaseGraph, from: CaseNode, letters: readonly string[]): Walked {
  const steps: CaseStep[] = []
  let at: CaseNode | undefined = from
  let points: SkillPoints = {}
  for (const letter of letters.slice(0, longestTrial)) {
    const option = at?.kind === 'decision' ? findOption(at, letter) : undefined
    if (!at || !option) break
    steps.push({ nodeId: at.id, optionId: letter })
    points = option.points
    at = nodeIn(graph, option.next)
  }
  return at ? { steps, points, at } : { steps, points }
}

/**
 * A draft of a case as it is played, from any scene and as far as it is sound. Pure: nothing of a trial is kept. Undefined
 * where the draft has no scene.
 *
 * @param from unknown ones begin where the case begins, or with the first scene.
 * @param way a letter for each choice; what cannot be chosen, and all behind it, is left out.
 */
export function caseTrial(written: Written, from: string, way: string): CaseTrial | undefined {
  const { graph, nodes } = written
  const first = nodeIn(graph, from) ?? nodeIn(graph, graph.start) ?? graph.nodes.find(({ id }) => id !== '')
  if (!first) return undefined
  const { steps: taken, points, at } = walked(graph, first, [...way])
  const scenes = nodes.map(sceneOf)
  const words = { options: Object.fromEntries(nodes.map((node) => [node.id, wordsOf(node)])) }
  return {
    from: first.id,
    way: taken.map(({ optionId }) => optionId).join(''),
    steps: debriefedSteps({ graph, scenes, words }, taken),
    points,
    nodeId: at?.id ?? taken.at(-1)?.nodeId ?? first.id,
    place: placeOf(written, { ...graph, start: first.id }, taken, at),
  }
}

function placeOf(
  { nodes, debrief }: Written,
  graph: CaseGraph,
  taken: readonly CaseStep[],
  at: CaseNode | undefined,
): TrialPlace {
  const node = at && nodes.find(({ id }) => id === at.id)
  if (!node) return { kind: 'nowhere' }
  const scene = sceneOf(node)
  if (scene.kind === 'decision') {
    return taken.length === longestTrial ? { kind: 'too-long' } : { kind: 'scene', scene }
  }
  const lesson = node.form.kind === 'ending' ? node.form.lesson : ''
  const skills = scoreCase(graph, taken).skills.map((result) => ({
    ...result,
    words: debrief[result.skill][result.level === 'strong' ? 'strong' : 'weak'],
  }))
  return { kind: 'ending', scene, lesson, skills }
}
