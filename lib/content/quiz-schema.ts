import { z } from 'zod'
import { nameId, optionId, promptId, shortWords, words } from '#lib/content/schema-parts'
import { itemStates } from '#lib/domain/curriculum/item-kind'
import { bloomLevels } from '#lib/domain/curriculum/module'

const head = {
  id: nameId,
  state: z.enum(itemStates).default('ready'),
  objective: nameId,
  /** The set that it belongs to. */
  vignette: nameId.exactOptional(),
  bloom: z.enum(bloomLevels),
  mustPass: z.boolean(),
  stem: words,
  source: nameId,
}

const ticked = z.strictObject({
  id: optionId,
  text: words,
  correct: z.boolean().default(false),
  rationale: words,
})
const placed = z.strictObject({ id: optionId, text: words, place: z.int().min(1).max(6), rationale: words })
/** The prompts say why an option goes with them; only one that goes with none says why not. */
const offered = z.strictObject({ id: optionId, text: shortWords, rationale: words.exactOptional() })
const prompt = z.strictObject({ id: promptId, text: words, option: optionId, rationale: words })

const item = z.discriminatedUnion('kind', [
  z.strictObject({
    ...head,
    kind: z
      .literal('single')
      .optional()
      .transform((kind) => kind ?? 'single'),
    options: z.array(ticked).length(4, 'an item has exactly 4 options'),
  }),
  z.strictObject({
    ...head,
    kind: z.literal('multiple'),
    options: z.array(ticked).min(4, 'it has 4 to 6 options').max(6, 'it has 4 to 6 options'),
  }),
  z.strictObject({
    ...head,
    kind: z.literal('ordering'),
    options: z.array(placed).min(3, 'it has 3 to 6 options').max(6, 'it has 3 to 6 options'),
  }),
  z.strictObject({
    ...head,
    kind: z.literal('matching'),
    prompts: z.array(prompt).min(3, 'it has 3 to 6 prompts').max(6, 'it has 3 to 6 prompts'),
    options: z.array(offered).min(3, 'it has 3 to 6 options').max(6, 'it has 3 to 6 options'),
  }),
])
export type QuizEntry = Readonly<z.infer<typeof item>>

/** The shared text of a set of items. */
export const vignettes = z.array(z.strictObject({ id: nameId, text: words })).default([])

/** `quiz.yaml`: the bank that attempts draw from. An item without a kind has a single right option. */
export const quizSchema = z.strictObject({ vignettes, items: z.array(item) })
export type QuizFile = Readonly<z.infer<typeof quizSchema>>
