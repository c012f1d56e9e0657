import type { ItemKind } from '#lib/domain/curriculum/item-kind'

/** A ready item of a bank, without words and without its key. */
export type BankItem = {
  readonly id: string
  readonly kind: ItemKind
  readonly objectiveId: string
  /** The set that it is drawn with; null where it stands alone. */
  readonly vignetteId: string | null
  readonly mustPass: boolean
  readonly promptIds: readonly string[]
  readonly optionIds: readonly string[]
}

/** One item of a drawn quiz, with its options in the order in which they are shown. */
export type DrawnItem = {
  readonly itemId: string
  readonly kind: ItemKind
  /** Of a matching item, in the order in which they are shown. */
  readonly promptIds: readonly string[]
  readonly optionIds: readonly string[]
}
