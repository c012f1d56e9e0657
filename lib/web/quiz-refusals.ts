import type { SaveAnswersRefusal } from '#lib/use-cases/training/save-answers'
import type { StartAttemptRefusal } from '#lib/use-cases/training/start-attempt'
import type { SubmitAttemptRefusal } from '#lib/use-cases/training/submit-attempt'

export type QuizRefusal = SaveAnswersRefusal | StartAttemptRefusal | SubmitAttemptRefusal
