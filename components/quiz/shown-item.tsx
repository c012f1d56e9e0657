import type { ItemKind } from '#lib/domain/curriculum/item-kind'
import type { ItemText, Vignette } from '#lib/domain/curriculum/module'
import type { Language } from '#lib/domain/language'

export type ShownItem = {
  readonly itemId: string
  readonly kind: ItemKind
  /** The text that it shares with the items beside it. */
  readonly vignette: Vignette | null
  readonly stem: string
  readonly prompts: readonly ItemText[]
  readonly options: readonly ItemText[]
  /** What was saved. */
  readonly chosen: readonly string[]
  /** Of what was saved; 0 where nothing was. */
  readonly revision: number
}

/** What stands in a form's fields, by name. */
export type Fields = Readonly<Record<string, string | readonly string[]>>
export type AnswerPartProps = {
  readonly item: ShownItem
  /** What stands in its fields. */
  readonly fields: Fields
  readonly language: Language
}
