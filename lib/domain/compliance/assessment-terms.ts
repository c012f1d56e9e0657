/** When the right answers of a quiz are shown to whoever took it. The right step of a missed safety point always is. */
export const keysShownChoices = ['never', 'after-pass-or-last'] as const
export type KeysShown = (typeof keysShownChoices)[number]

/** How a policy lets the quizzes of its track be taken, beside the attempt limit. */
export type AssessmentTerms = {
  /** Hours between the hand-in of one attempt at a quiz and the start of the next; 0 for none. */
  readonly cooldownHours: number
  /** For one attempt at a quiz, before anybody's own allowance; null for no limit. */
  readonly timeLimitMinutes: number | null
  readonly keysShown: KeysShown
  /** Whether lessons may be skipped for what was shown before the training; never what a must-pass item asks about. */
  readonly testOut: boolean
}

/** What holds where a policy says nothing. */
export const noAssessmentTerms: AssessmentTerms = {
  cooldownHours: 0,
  timeLimitMinutes: null,
  keysShown: 'never',
  testOut: false,
}

/** What a policy says of its quizzes: where it leaves a term out, what holds without it. */
export const assessmentTermsFrom = (said: Partial<AssessmentTerms> = {}): AssessmentTerms => ({
  ...noAssessmentTerms,
  ...said,
})

/** What several policies that ask at once allow together: of each term what is kindest, and answers and skipped lessons only if all agree. */
export function togetherTerms(asked: readonly AssessmentTerms[]): AssessmentTerms {
  if (asked.length === 0) return noAssessmentTerms
  const limits = asked.map(({ timeLimitMinutes }) => timeLimitMinutes ?? Number.POSITIVE_INFINITY)
  const longest = Math.max(...limits)
  return {
    cooldownHours: Math.min(...asked.map(({ cooldownHours }) => cooldownHours)),
    timeLimitMinutes: Number.isFinite(longest) ? longest : null,
    keysShown: asked.every(({ keysShown }) => keysShown === 'after-pass-or-last')
      ? 'after-pass-or-last'
      : 'never',
    testOut: asked.every(({ testOut }) => testOut),
  }
}
