/** How a policy lets the quizzes of its track be taken, beside the attempt limit. */
export type AssessmentTerms = {
  /** Hours between the hand-in of one attempt at a quiz and the start of the next; 0 for none. */
  readonly cooldownHours: number
}

/** What holds where a policy says nothing. */
export const noAssessmentTerms: AssessmentTerms = { cooldownHours: 0 }
