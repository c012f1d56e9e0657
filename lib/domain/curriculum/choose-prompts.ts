import type { BankItem } from '#lib/domain/curriculum/bank-item'
import type { ModuleVersionId } from '#lib/domain/ids'

export const fewestPrompts = 3
export const mostPrompts = 5

/** An item that may be asked again. */
export type PromptCandidate = {
  readonly moduleVersionId: ModuleVersionId
  readonly item: BankItem
  /** It was answered wrongly in this turn, in the quiz or since. */
  readonly wasMissed: boolean
  /** How likely it is still known, from 0 to 1; 0 where this person has not met it. */
  readonly recall: number
}

/**
 * What a short review asks, the most needed first: items that were missed, then others of their objectives, then must-pass
 * items, then the rest; within each what is most likely forgotten, and what was never met before that. As many as were
 * missed, three at least and five at most; none where there are not three. The same history gives the same review.
 */
export function choosePrompts(candidates: readonly PromptCandidate[]): readonly PromptCandidate[] {
  const missed = candidates.filter(({ wasMissed }) => wasMissed)
  const weak = new Set(missed.map(objectiveOf))
  const need = (candidate: PromptCandidate) => {
    if (candidate.wasMissed) return 0
    if (weak.has(objectiveOf(candidate))) return 1
    return candidate.item.mustPass ? 2 : 3
  }
  const size = Math.min(Math.max(missed.length, fewestPrompts), mostPrompts)
  const chosen = candidates
    .toSorted((a, b) => need(a) - need(b) || a.recall - b.recall || (nameOf(a) < nameOf(b) ? -1 : 1))
    .slice(0, size)
  return chosen.length < fewestPrompts ? [] : chosen
}

const objectiveOf = ({ moduleVersionId, item }: PromptCandidate) => `${moduleVersionId} ${item.objectiveId}`
const nameOf = ({ moduleVersionId, item }: PromptCandidate) => `${moduleVersionId} ${item.id}`
