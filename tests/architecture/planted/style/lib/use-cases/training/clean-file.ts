// plant: none
type Answer = { readonly optionId: string }

/** Counts the answers. */
export function countAnswers(answers: readonly Answer[]): number {
  return answers.length
}
