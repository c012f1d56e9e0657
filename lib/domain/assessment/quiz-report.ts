import {
  fewestToCount,
  fewestToJudge,
  inFives,
  type OptionGroup,
  optionGroups,
  type Split,
  smallestGroup,
  splitOf,
} from '#lib/domain/assessment/disclosure'
import { discriminationOf, facilities, type Outcomes } from '#lib/domain/assessment/discrimination'
import { facilityOf } from '#lib/domain/assessment/facility'
import type { Figure } from '#lib/domain/assessment/figure'
import { drawnFormReliability, fixedFormReliability } from '#lib/domain/assessment/reliability'
import { medianTimeClass, type TimeClass } from '#lib/domain/assessment/time-taken'

/** One person's first attempt at one module version: for each item that was drawn, what was chosen and whether it was right. */
export type FirstAttempt = {
  readonly minutes: number
  readonly items: ReadonlyMap<string, { readonly isRight: boolean; readonly chosen: readonly string[] }>
}

/** `people` is always a full five. What is not told stays out of the report, whoever prints it. */
export type ItemReport = { readonly itemId: string; readonly people: number } & (
  | { readonly kind: 'untold' }
  | { readonly kind: 'counted' }
  | { readonly kind: 'too-few'; readonly split: Split; readonly wrongOptions: readonly OptionGroup[] }
  | {
      readonly kind: 'judged'
      readonly split: Split
      readonly wrongOptions: readonly OptionGroup[]
      /** Null where one of the two groups is smaller than five: then nearly all did the same. */
      readonly facility: Figure | null
      /** Null there too, and where it cannot be computed. */
      readonly discrimination: Figure | null
    }
)

export type Reliability =
  | { readonly kind: 'too-few' }
  | { readonly kind: 'not-computable' }
  | { readonly kind: 'fixed-form'; readonly figure: Figure }
  | { readonly kind: 'drawn-form'; readonly figure: Figure }

export type QuizReport = {
  readonly people: number
  readonly items: readonly ItemReport[]
  readonly reliability: Reliability
  /** Null for too few. */
  readonly timeTaken: TimeClass | null
}

/**
 * What may be told of a module version's quiz. `attempts`: the first attempt of each person at this version, in the order in
 * which they were submitted: one person counts once, and nobody who has seen the key or a result. `itemIds`: the bank.
 */
export function quizReport(itemIds: readonly string[], attempts: readonly FirstAttempt[]): QuizReport {
  const counted = inFives(attempts)
  const outcomes = new Map(counted.map((attempt) => [attempt, outcomesOf(attempt)]))
  const facility = facilities([...outcomes.values()])
  const items = itemIds.map((itemId) => {
    const answering = inFives(counted.filter(({ items }) => items.has(itemId)))
    const known = answering.flatMap((attempt) => outcomes.get(attempt) ?? [])
    return itemReport(itemId, answering, { outcomes: known, facility })
  })
  const isEnough = counted.length >= fewestToJudge
  return {
    people: counted.length,
    items,
    reliability: isEnough ? reliabilityOf([...outcomes.values()]) : { kind: 'too-few' },
    timeTaken: (isEnough && medianTimeClass(counted.map(({ minutes }) => minutes))) || null,
  }
}

const outcomesOf = ({ items }: FirstAttempt): Outcomes =>
  new Map([...items].map(([itemId, { isRight }]) => [itemId, isRight]))

type Known = { readonly outcomes: readonly Outcomes[]; readonly facility: ReadonlyMap<string, number> }

function itemReport(itemId: string, attempts: readonly FirstAttempt[], known: Known): ItemReport {
  const people = attempts.length
  if (people < smallestGroup) return { itemId, people: 0, kind: 'untold' }
  if (people < fewestToCount) return { itemId, people, kind: 'counted' }
  const answers = attempts.flatMap(({ items }) => items.get(itemId) ?? [])
  const right = answers.filter(({ isRight }) => isRight).length
  const split = splitOf(right, people)
  const wrongOptions = split.kind === 'told' ? wrongOptionsOf(answers) : []
  if (people < fewestToJudge) return { itemId, people, kind: 'too-few', split, wrongOptions }
  const isTold = split.kind === 'told'
  const discrimination = isTold && discriminationOf(itemId, known.outcomes, known.facility)
  return {
    itemId,
    people,
    kind: 'judged',
    split,
    wrongOptions,
    facility: isTold ? facilityOf(right, people) : null,
    discrimination: discrimination || null,
  }
}

type ChosenAnswer = { readonly isRight: boolean; readonly chosen: readonly string[] }

/** Nothing where an answer is more than one option: the ways to be wrong are then not options. */
function wrongOptionsOf(answers: readonly ChosenAnswer[]): readonly OptionGroup[] {
  if (answers.some(({ chosen }) => chosen.length > 1)) return []
  const wrong = answers.filter(({ isRight }) => !isRight)
  const byOption = Map.groupBy(wrong, ({ chosen }) => chosen[0] ?? '')
  return optionGroups(new Map([...byOption].map(([optionId, { length }]) => [optionId, length])))
}

/** Whether everybody had the same items decides which reliability there is. */
function reliabilityOf(attempts: readonly Outcomes[]): Reliability {
  const sets = new Set(attempts.map((attempt) => [...attempt.keys()].toSorted().join(' ')))
  const rows = attempts.map((attempt) =>
    [...attempt].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, isRight]) => (isRight ? 1 : 0)),
  )
  const isFixed = sets.size === 1
  const figure = isFixed ? fixedFormReliability(rows) : drawnFormReliability(rows)
  if (!figure) return { kind: 'not-computable' }
  return { kind: isFixed ? 'fixed-form' : 'drawn-form', figure }
}
