import { type ItemKind, sidesOf } from '#lib/domain/curriculum/item-kind'
import type { ItemText } from '#lib/domain/curriculum/module'

/** An item as it was asked, what was answered, and what would have been right and why. */
export type AnsweredItem = {
  readonly kind: ItemKind
  readonly prompts: readonly ItemText[]
  readonly options: readonly ItemText[]
  readonly chosen: readonly string[]
  readonly correctOptionIds: readonly string[]
  /** By the id of an option or a prompt; not every one has words. */
  readonly rationales: Readonly<Record<string, string>>
}

type Explained = { readonly id: string; readonly text: string; readonly why: string | null }

/** An answer looked at again, with words on every option. */
export type ReviewedAnswer =
  | {
      readonly kind: 'choice'
      readonly options: readonly (Explained & { readonly isChosen: boolean; readonly isRight: boolean })[]
    }
  /** In the right order; places are from 1. */
  | { readonly kind: 'ordering'; readonly lines: readonly (Explained & { readonly ownPlace: number })[] }
  | {
      readonly kind: 'matching'
      readonly lines: readonly (Explained & { readonly own: string; readonly right: string })[]
      /** What is said of the choices themselves. */
      readonly options: readonly Explained[]
    }

export function reviewedAnswer(item: AnsweredItem): ReviewedAnswer {
  const explained = ({ id, text }: ItemText): Explained => ({ id, text, why: item.rationales[id] ?? null })
  const { chosen, correctOptionIds } = item
  switch (item.kind) {
    case 'single':
    case 'multiple':
      return {
        kind: 'choice',
        options: item.options.map((option) => ({
          ...explained(option),
          isChosen: chosen.includes(option.id),
          isRight: correctOptionIds.includes(option.id),
        })),
      }
    case 'ordering': {
      const inOrder = item.options.toSorted(
        (a, b) => placeIn(correctOptionIds, a) - placeIn(correctOptionIds, b),
      )
      return {
        kind: 'ordering',
        lines: inOrder.map((option) => ({ ...explained(option), ownPlace: placeIn(chosen, option) })),
      }
    }
    case 'matching':
      return {
        kind: 'matching',
        lines: item.prompts.map((prompt) => ({
          ...explained(prompt),
          own: partnerOf(prompt, chosen, item.options),
          right: partnerOf(prompt, correctOptionIds, item.options),
        })),
        options: item.options.map(explained).filter(({ why }) => why !== null),
      }
  }
}

const placeIn = (ids: readonly string[], { id }: ItemText) => ids.indexOf(id) + 1

function partnerOf({ id }: ItemText, pairs: readonly string[], options: readonly ItemText[]): string {
  const pair = pairs.map(sidesOf).find((sides) => sides?.promptId === id)
  return options.find((option) => option.id === pair?.optionId)?.text ?? ''
}
