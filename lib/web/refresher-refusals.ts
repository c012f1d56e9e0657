import type { AnswerPromptRefusal } from '#lib/use-cases/refreshers/answer-prompt'

export type RefresherRefusal = AnswerPromptRefusal
