import { type ItemKind, sidesOf } from '#lib/domain/curriculum/item-kind'
import type { ItemText } from '#lib/domain/curriculum/module'

type Keyed = {
  readonly kind: ItemKind
  readonly prompts: readonly ItemText[]
  readonly options: readonly ItemText[]
  readonly correctOptionIds: readonly string[]
  /** By the id of an option or a prompt; not every one has words. */
  readonly rationales: Readonly<Record<string, string>>
}

/** A part of a right answer in words; of a matching item `of` is what it goes with. */
export type StepLine = { readonly of: string | null; readonly text: string; readonly why: string | null }

/** What is right, and why, in words alone: of an ordering in the right order, of a matching item one line for each prompt. */
export function rightStep({
  kind,
  prompts,
  options,
  correctOptionIds,
  rationales,
}: Keyed): readonly StepLine[] {
  const right = (ids: readonly string[]) => ids.flatMap((wanted) => options.filter(({ id }) => id === wanted))
  switch (kind) {
    case 'single':
    case 'multiple':
    case 'ordering':
      return right(correctOptionIds).map(({ id, text }) => ({ of: null, text, why: rationales[id] ?? null }))
    case 'matching': {
      const sides = correctOptionIds.flatMap((pair) => sidesOf(pair) ?? [])
      return prompts.flatMap((prompt) => {
        const why = rationales[prompt.id] ?? null
        const partners = sides
          .filter(({ promptId }) => promptId === prompt.id)
          .map(({ optionId }) => optionId)
        return right(partners).map(({ text }) => ({ of: prompt.text, text, why }))
      })
    }
  }
}
