import type { AskForAttemptsRefusal } from '#lib/use-cases/training/ask-for-attempts'
import type { SaveAnswersRefusal } from '#lib/use-cases/training/save-answers'
import type { StartAttemptRefusal } from '#lib/use-cases/training/start-attempt'
import type { SubmitAttemptRefusal } from '#lib/use-cases/training/submit-attempt'

export type QuizRefusal =
  | AskForAttemptsRefusal
  | SaveAnswersRefusal
  | StartAttemptRefusal
  | SubmitAttemptRefusal
