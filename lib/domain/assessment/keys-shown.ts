type Standing = {
  /** Whether every policy that asks for the training now shows right answers. */
  readonly allowed: boolean
  /** The module is completed in the turn of now, or in an earlier one and nothing of this one was begun. */
  readonly isCompleted: boolean
  readonly attemptsLeft: number
  /** An attempt at the same quiz is open. */
  readonly isSitting: boolean
}

/** Right answers are shown once nothing of the quiz is left to do, and never beside an open attempt. */
export function mayShowKeys({ allowed, isCompleted, attemptsLeft, isSitting }: Standing): boolean {
  return allowed && !isSitting && (isCompleted || attemptsLeft === 0)
}
