import type { SkipShownLessonsRefusal } from '#lib/use-cases/forms/skip-shown-lessons'
import type { StartFormRefusal } from '#lib/use-cases/forms/start-form'
import type { SubmitFormAnswerRefusal } from '#lib/use-cases/forms/submit-form-answer'

export type FormRefusal = SkipShownLessonsRefusal | StartFormRefusal | SubmitFormAnswerRefusal
