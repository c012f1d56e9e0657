import { fewestToCount, fewestToJudge } from '#lib/domain/assessment/disclosure'
import { facilityOf } from '#lib/domain/assessment/facility'
import type { Figure } from '#lib/domain/assessment/figure'

/** How an item fared with the same people before and after, as the database tells it: all in fives. */
export type RefresherCounts = {
  readonly itemId: string
  /** One to three months after the track was completed, or six. */
  readonly period: 'early' | 'late'
  readonly people: number
  /** Null where it must not be told. */
  readonly rightBefore: number | null
  readonly rightAfter: number | null
}

/** A share of the people; with an interval only where they are enough to judge. */
export type RefresherShare =
  | { readonly kind: 'untold' }
  | { readonly kind: 'too-few'; readonly right: number }
  | { readonly kind: 'judged'; readonly facility: Figure }

export type RefresherPeriod = {
  readonly people: number
  /** Null for fewer than ten: then only how many they are is told. */
  readonly shares: { readonly before: RefresherShare; readonly after: RefresherShare } | null
}

export type RefresherEffect = {
  readonly itemId: string
  readonly early: RefresherPeriod | null
  readonly late: RefresherPeriod | null
}

/** What may be told of the items that were asked again, in the order of their ids. */
export function refresherEffects(counts: readonly RefresherCounts[]): readonly RefresherEffect[] {
  const itemIds = [...new Set(counts.map(({ itemId }) => itemId))].toSorted()
  const of = (itemId: string, period: RefresherCounts['period']) => {
    const found = counts.find((each) => each.itemId === itemId && each.period === period)
    return found ? periodOf(found) : null
  }
  return itemIds.map((itemId) => ({ itemId, early: of(itemId, 'early'), late: of(itemId, 'late') }))
}

function periodOf({ people, rightBefore, rightAfter }: RefresherCounts): RefresherPeriod {
  if (people < fewestToCount) return { people, shares: null }
  return { people, shares: { before: shareOf(rightBefore, people), after: shareOf(rightAfter, people) } }
}

function shareOf(right: number | null, people: number): RefresherShare {
  if (right === null) return { kind: 'untold' }
  return people < fewestToJudge
    ? { kind: 'too-few', right }
    : { kind: 'judged', facility: facilityOf(right, people) }
}
