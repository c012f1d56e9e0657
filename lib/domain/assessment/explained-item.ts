import { type ItemKind, sidesOf } from '#lib/domain/curriculum/item-kind'
import type { ItemText, Vignette } from '#lib/domain/curriculum/module'
import { isRight } from '#lib/domain/curriculum/score-attempt'

type Keyed = {
  readonly itemId: string
  readonly kind: ItemKind
  readonly vignette: Vignette | null
  readonly stem: string
  readonly prompts: readonly ItemText[]
  readonly options: readonly ItemText[]
  readonly chosen: readonly string[]
  readonly correctOptionIds: readonly [string, ...string[]]
  readonly rationales: Readonly<Record<string, string>>
}

/** A part of an answer in words; of a matching item `of` is what it goes with. */
export type AnswerLine = { readonly of: string | null; readonly text: string; readonly why: string | null }

/** An item as a result explains it: words alone, no ids of options. */
export type ExplainedItem = {
  readonly itemId: string
  readonly kind: ItemKind
  readonly vignette: string | null
  readonly stem: string
  readonly isRight: boolean
  /** The right answer: of an ordering in the right order, of a matching item one for each prompt. */
  readonly right: readonly AnswerLine[]
  /** The options that are in no right answer. */
  readonly others: readonly AnswerLine[]
  /** What was answered, in the order given; empty where nothing was. */
  readonly own: readonly AnswerLine[]
}

/** What is right about an item, why, and what is wrong with the rest. */
export function explainedItem(item: Keyed): ExplainedItem {
  const { itemId, kind, vignette, stem, options, chosen, correctOptionIds, rationales } = item
  const inRight = new Set(correctOptionIds.map((part) => sidesOf(part)?.optionId ?? part))
  const others = options.filter(({ id }) => !inRight.has(id))
  return {
    itemId,
    kind,
    vignette: vignette?.text ?? null,
    stem,
    isRight: isRight(item, chosen),
    right: linesOf(item, correctOptionIds),
    others: others.map(({ id, text }) => ({ of: null, text, why: rationales[id] ?? null })),
    own: linesOf(item, chosen).map((line) => ({ ...line, why: null })),
  }
}

/** An answer in words. Of several options the order shown, of prompts theirs; of an ordering its own. */
function linesOf({ kind, prompts, options, rationales }: Keyed, answer: readonly string[]): AnswerLine[] {
  const textOf = new Map(options.map(({ id, text }) => [id, text]))
  const line = (id: string, of: ItemText | null): AnswerLine[] => {
    const text = textOf.get(id)
    const why = (of && rationales[of.id]) ?? rationales[id] ?? null
    return text === undefined ? [] : [{ of: of?.text ?? null, text, why }]
  }
  switch (kind) {
    case 'single':
    case 'multiple':
      return options.filter(({ id }) => answer.includes(id)).flatMap(({ id }) => line(id, null))
    case 'ordering':
      return answer.flatMap((id) => line(id, null))
    case 'matching': {
      const sides = answer.flatMap((pair) => sidesOf(pair) ?? [])
      return prompts.flatMap((prompt) =>
        sides
          .filter(({ promptId }) => promptId === prompt.id)
          .flatMap(({ optionId }) => line(optionId, prompt)),
      )
    }
  }
}

type Standing = {
  /** Whether every policy that asks for the training now shows right answers. */
  readonly allowed: boolean
  /** Passed in the turn of now. */
  readonly isCompleted: boolean
  readonly attemptsLeft: number
  /** An attempt at the same quiz is open. */
  readonly isSitting: boolean
}

/** Right answers are shown once nothing of the quiz is left to do, and never beside an open attempt. */
export function mayShowKeys({ allowed, isCompleted, attemptsLeft, isSitting }: Standing): boolean {
  return allowed && !isSitting && (isCompleted || attemptsLeft === 0)
}
