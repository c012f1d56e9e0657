import { z } from 'zod'
import { nameId, optionId, review, words } from '#lib/content/schema-parts'

/** `es/version.yaml` of a case: the words of `case.yaml` and `version.yaml`. What is no word is said once, in the original. */
export const caseTranslationSchema = z.strictObject({
  title: words,
  summary: words,
  /** Of the translation. */
  ...review,
})
export type CaseTranslationFile = Readonly<z.infer<typeof caseTranslationSchema>>

const opening = z.strictObject({
  setting: words,
  role: words,
  patient: z.strictObject({ pronouns: words, reason: words }),
  known: z.array(words),
  contentNote: words,
})

const option = z.strictObject({ id: optionId, text: words, consequence: words, feedback: words })

/** A decision has a question and options, an ending a lesson; which of them it is, the original says. */
const node = z.strictObject({
  id: nameId,
  scene: words,
  contentNote: z.strictObject({ about: words, gentle: words }).exactOptional(),
  question: words.exactOptional(),
  options: z.array(option).exactOptional(),
  lesson: words.exactOptional(),
})
export type NodeWords = Readonly<z.infer<typeof node>>

/** `es/encounter.yaml`: the words of each node; points, judgments and ways are the original's. */
export const encounterTranslationSchema = z.strictObject({
  opening,
  nodes: z.array(node),
  /** By skill. The keys are not an enum here, since that would put them into its order. */
  debrief: z.record(nameId, z.strictObject({ strong: words, weak: words })),
})
export type EncounterTranslationFile = Readonly<z.infer<typeof encounterTranslationSchema>>
