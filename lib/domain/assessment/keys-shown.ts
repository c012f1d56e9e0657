type Standing = {
  /** Whether every policy that asks for the training now shows right answers. */
  readonly allowed: boolean
  /** The module is completed in the turn of now, or in an earlier one and nothing of this one was begun. */
  readonly isCompleted: boolean
  readonly attemptsLeft: number
  /** An attempt at the same quiz is open, or a form that asks one of its items. */
  readonly isSitting: boolean
}

/** The same module in another training of the same person. */
export type StandingElsewhere = Omit<Standing, 'isSitting'> & {
  /** What asks for that training waits for it, or something of its turn of now was begun. */
  readonly isUnderWay: boolean
}

/**
 * Whether right answers would help at the same quiz in another training that never shows them. Where it shows them too, the
 * practice has said that they may be known.
 */
export function helpsElsewhere({
  allowed,
  isCompleted,
  attemptsLeft,
  isUnderWay,
}: StandingElsewhere): boolean {
  return !allowed && isUnderWay && !isCompleted && attemptsLeft > 0
}

/** Right answers are shown once nothing of the quiz is left to do, and never beside an open attempt. */
export function mayShowKeys({ allowed, isCompleted, attemptsLeft, isSitting }: Standing): boolean {
  return allowed && !isSitting && (isCompleted || attemptsLeft === 0)
}
