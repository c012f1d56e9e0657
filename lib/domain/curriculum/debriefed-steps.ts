import type { CaseScene, CaseWords } from '#lib/domain/curriculum/case'
import type { CaseGraph, Judgment } from '#lib/domain/curriculum/case-graph'
import { type CaseStep, reviewedSteps } from '#lib/domain/curriculum/score-case'
import { invariant } from '#lib/domain/invariant'

type Way = { readonly text: string; readonly feedback: string }

export type DebriefedStep = {
  /** One that is hard to read is recalled by its gentle text. */
  readonly scene: string
  readonly question: string
  readonly chosen: Way
  readonly consequence: string
  readonly judgment: Judgment
  readonly endangers: boolean
  /** What one could have done as well, or instead. */
  readonly others: readonly Way[]
}

type Told = {
  readonly graph: CaseGraph
  readonly scenes: readonly CaseScene[]
  readonly words: Pick<CaseWords, 'options'>
}

/** Each choice on a way through a case with its words, beside the good ones that it was not. */
export function debriefedSteps(
  { graph, scenes, words }: Told,
  choices: readonly CaseStep[],
): readonly DebriefedStep[] {
  return reviewedSteps(graph, choices).map(({ nodeId, optionId, judgment, endangers, otherGood }) => {
    const scene = scenes.find(({ id }) => id === nodeId)
    const said = words.options[nodeId]
    invariant(scene?.kind === 'decision' && said, 'a choice was made at a decision that has its words')
    const wayOf = (id: string): Way => ({
      text: scene.options.find((option) => option.id === id)?.text ?? '',
      feedback: said[id]?.feedback ?? '',
    })
    return {
      scene: scene.contentNote?.gentle ?? scene.scene,
      question: scene.question,
      chosen: wayOf(optionId),
      consequence: said[optionId]?.consequence ?? '',
      judgment,
      endangers,
      others: otherGood.map(wayOf),
    }
  })
}

/** What followed from a choice. */
export type Happened = {
  readonly chosen: string
  readonly consequence: string
  readonly feedback: string
  /** The choice could bring somebody into danger, which is said at once. */
  readonly endangers: boolean
}

/** What is said at once of the choice that was made last; null where none was made. */
export function lastHappened(steps: readonly DebriefedStep[]): Happened | null {
  const last = steps.at(-1)
  if (!last) return null
  const { chosen, consequence, endangers } = last
  return { chosen: chosen.text, consequence, feedback: chosen.feedback, endangers }
}
