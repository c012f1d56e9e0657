import type { SaveQuizItemRefusal } from '#lib/use-cases/authoring/save-quiz-item'
import type { SaveQuizSettingsRefusal } from '#lib/use-cases/authoring/save-quiz-settings'

export type ItemRefusal = SaveQuizItemRefusal | SaveQuizSettingsRefusal

/** The field that a refusal is about. */
export const itemRefusalFields = {
  'quiz-objective-unknown': 'itemObjective',
  'quiz-source-unknown': 'itemSource',
  'quiz-vignette-unknown': 'itemVignette',
  'quiz-key-change-unconfirmed': 'keyChange',
  'quiz-blueprint-sum': 'blueprint',
} as const satisfies Partial<Record<ItemRefusal, string>>
