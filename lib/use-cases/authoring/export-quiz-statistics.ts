import { csvFile } from '#lib/csv/csv-file'
import type { Figure } from '#lib/domain/assessment/figure'
import type { ItemReport } from '#lib/domain/assessment/quiz-report'
import type {
  RefresherEffect,
  RefresherPeriod,
  RefresherShare,
} from '#lib/domain/assessment/refresher-effect'

/** What names of ours are called in the reader's language. */
export type StatisticsWords = {
  readonly column: (name: StatisticsColumn) => string
  readonly standing: (kind: ItemReport['kind']) => string
  /** Instead of a number that would be of fewer than five people. */
  readonly few: string
  /** Instead of a number where nearly everybody answered alike. */
  readonly nearlyAll: string
}

const columns = [
  'item',
  'question',
  'people',
  'standing',
  'right',
  'wrong',
  'facility',
  'facilityLow',
  'facilityHigh',
  'discrimination',
  'discriminationLow',
  'discriminationHigh',
  'wrongOptions',
  'earlyPeople',
  'earlyBefore',
  'earlyAfter',
  'latePeople',
  'lateBefore',
  'lateAfter',
] as const
export type StatisticsColumn = (typeof columns)[number]

type Shown = {
  readonly report: { readonly items: readonly ItemReport[] }
  /** Of what was asked again months later. */
  readonly kept: readonly RefresherEffect[]
  readonly bank: {
    readonly items: readonly {
      readonly itemId: string
      readonly stem: string
      readonly options: readonly { readonly id: string; readonly text: string }[]
    }[]
  }
}

/** The table of a version's items as a CSV file: exactly what the page tells, since it is made from the same report. */
export function quizStatisticsFile(
  { report: { items }, bank, kept }: Shown,
  words: StatisticsWords,
): Uint8Array {
  const byId = new Map(bank.items.map((item) => [item.itemId, item]))
  const lines = items.map((item) => {
    const named = byId.get(item.itemId)
    const texts = new Map(named?.options.map(({ id, text }) => [id, text]))
    return [
      item.itemId,
      named?.stem ?? '',
      item.people === 0 ? words.few : item.people,
      words.standing(item.kind),
      ...splitCells(item, words),
      ...figureCells(item.kind === 'judged' ? item.facility : null),
      ...figureCells(item.kind === 'judged' ? item.discrimination : null),
      wrongOptionsOf(item)
        .map(
          ({ optionIds, people }) => `${optionIds.map((id) => texts.get(id) ?? id).join(' / ')}: ${people}`,
        )
        .join('; '),
      ...keptCells(
        kept.find(({ itemId }) => itemId === item.itemId),
        words,
      ),
    ]
  })
  return csvFile(columns.map(words.column), lines)
}

const wrongOptionsOf = (item: ItemReport) =>
  item.kind === 'too-few' || item.kind === 'judged' ? item.wrongOptions : []

function splitCells(item: ItemReport, { few }: StatisticsWords): (string | number | null)[] {
  if (item.kind === 'untold' || item.kind === 'counted') return [null, null]
  switch (item.split.kind) {
    case 'told':
      return [item.split.right, item.split.wrong]
    case 'few-wrong':
      return [null, few]
    case 'few-right':
      return [few, null]
  }
}

const figureCells = (figure: Figure | null) =>
  figure
    ? [figure.value, figure.low, figure.high].map((value) => Number(value.toFixed(4)))
    : [null, null, null]

function keptCells(effect: RefresherEffect | undefined, words: StatisticsWords) {
  if (!effect) return Array.from({ length: 6 }, () => null)
  return [effect.early, effect.late].flatMap((period) => periodCells(period, words))
}

function periodCells(period: RefresherPeriod | null, words: StatisticsWords): (string | number | null)[] {
  if (period === null) return [words.few, null, null]
  const { people, shares } = period
  const told = (share: RefresherShare) => shareCell(share, people, words)
  return shares ? [people, told(shares.before), told(shares.after)] : [people, null, null]
}

/** A share where they are enough to judge; otherwise the count, in fives. */
function shareCell(share: RefresherShare, people: number, { nearlyAll }: StatisticsWords): string | number {
  switch (share.kind) {
    case 'untold':
      return nearlyAll
    case 'too-few':
      return `${share.right} / ${people}`
    case 'judged':
      return Number(share.facility.value.toFixed(4))
  }
}
