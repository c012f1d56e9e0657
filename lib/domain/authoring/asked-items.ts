import type { BankItem } from '#lib/domain/curriculum/bank-item'
import { type Blueprint, evenShare, shelvesOf } from '#lib/domain/curriculum/blueprint'

/** What each attempt at a quiz asks, for people who decide it. */
export type AskedItems = {
  readonly draw: number
  /** Items that attempts draw from. */
  readonly ready: number
  /** The fewest right answers that reach the pass mark. */
  readonly passing: number
  /** Ready items that nobody may get wrong. */
  readonly mustPass: number
  /** Of each objective, how many at least; `isExact` where no more are asked. */
  readonly objectives: readonly { readonly id: string; readonly asked: number; readonly isExact: boolean }[]
}

type Settings = {
  readonly passMarkPercent: number
  readonly draw: number
  readonly blueprint: Blueprint | null
}

/** @param objectiveIds all of the module, in its order. */
export function askedItems(
  bank: readonly BankItem[],
  { passMarkPercent, draw, blueprint }: Settings,
  objectiveIds: readonly string[],
): AskedItems {
  const shelves = shelvesOf(bank)
  const share = evenShare(draw, shelves)
  const isSpreadExactly = share * shelves.length === draw
  const hasItems = (id: string) => shelves.some(({ objectiveId }) => objectiveId === id)
  return {
    draw,
    ready: bank.length,
    passing: Math.ceil((draw * passMarkPercent) / 100),
    mustPass: bank.filter((item) => item.mustPass).length,
    objectives: objectiveIds.map((id) =>
      blueprint
        ? { id, asked: blueprint[id] ?? 0, isExact: true }
        : { id, asked: hasItems(id) ? share : 0, isExact: isSpreadExactly || !hasItems(id) },
    ),
  }
}
