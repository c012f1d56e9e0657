import { z } from 'zod'
import { nameId, optionId, review, words } from '#lib/content/schema-parts'

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

const option = z.strictObject({ id: optionId, text: words, rationale: words })

/** `es/quiz.yaml`: the words of each item; key, objective and source are the original's. */
export const quizTranslationSchema = z.strictObject({
  items: z.array(z.strictObject({ id: nameId, stem: words, options: z.array(option).length(4) })),
})
export type QuizTranslationFile = Readonly<z.infer<typeof quizTranslationSchema>>
