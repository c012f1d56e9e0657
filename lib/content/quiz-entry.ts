import type { QuizEntry } from '#lib/content/quiz-schema'
import { pairOf } from '#lib/domain/curriculum/item-kind'

export const promptsOf = (item: QuizEntry) => (item.kind === 'matching' ? item.prompts : [])

/** The answer that is right, as an attempt stores one. */
export function rightAnswer(item: QuizEntry): readonly string[] {
  switch (item.kind) {
    case 'single':
    case 'multiple':
      return item.options.filter(({ correct }) => correct).map(({ id }) => id)
    case 'ordering':
      return item.options.toSorted((a, b) => a.place - b.place).map(({ id }) => id)
    case 'matching':
      return item.prompts.map(({ id, option }) => pairOf(id, option))
  }
}

/** The options that a right answer holds: all but those that are wrong wherever they are chosen. */
export const isRightSomewhere = (item: QuizEntry, optionId: string) =>
  item.kind === 'matching'
    ? item.prompts.some(({ option }) => option === optionId)
    : rightAnswer(item).includes(optionId)

type Explained = { readonly id: string; readonly rationale?: string }

/** Why each option and each prompt is what it is, by id. */
export const rationalesOf = (parts: readonly Explained[]): Readonly<Record<string, string>> =>
  Object.fromEntries(parts.flatMap(({ id, rationale }) => (rationale === undefined ? [] : [[id, rationale]])))

type Worded = {
  readonly stem: string
  readonly options: readonly WordedPart[]
  readonly prompts?: readonly WordedPart[]
}
type WordedPart = { readonly text: string; readonly rationale?: string }

/** Every text of an item, its own or translated. */
export const textsOf = (item: Worded): readonly string[] => [
  item.stem,
  ...[...(item.prompts ?? []), ...item.options].flatMap(({ text, rationale }) => [text, rationale ?? '']),
]
