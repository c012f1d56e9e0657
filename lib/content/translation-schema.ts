import { z } from 'zod'
import { vignettes } from '#lib/content/quiz-schema'
import { nameId, optionId, promptId, review, words } from '#lib/content/schema-parts'

/** The languages that a version may be translated into, each in a folder of its name beside the original. */
export const translationLanguages = ['es'] as const
export type TranslationLanguage = (typeof translationLanguages)[number]

/** `es/version.yaml`: the words of `module.yaml` and `version.yaml`. What is no word is said once, in the original. */
export const translationSchema = z.strictObject({
  title: words,
  summary: words,
  objectives: z.array(z.strictObject({ id: nameId, text: words })),
  /** Of the translation. */
  ...review,
  lessons: z.array(z.strictObject({ id: nameId, title: words })),
})
export type TranslationFile = Readonly<z.infer<typeof translationSchema>>

const option = z.strictObject({ id: optionId, text: words, rationale: words.exactOptional() })
const prompt = z.strictObject({ id: promptId, text: words, rationale: words })
const item = z.strictObject({
  id: nameId,
  stem: words,
  prompts: z.array(prompt).exactOptional(),
  options: z.array(option),
})

/** `es/quiz.yaml`: the words of each item; kind, key, objective and source are the original's. */
export const quizTranslationSchema = z.strictObject({ vignettes, items: z.array(item) })
export type QuizTranslationFile = Readonly<z.infer<typeof quizTranslationSchema>>
