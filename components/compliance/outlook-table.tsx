import { getTranslations } from 'next-intl/server'
import { dayWords } from '#components/compliance/day-words'
import type { Outlook } from '#lib/domain/compliance/forecast'

type OutlookTableProps = {
  readonly outlook: readonly Outlook[]
  /** The same days, if something were otherwise. */
  readonly whatIf: readonly Outlook[] | null
}

const columns = ['current', 'late', 'ahead', 'away'] as const

/** A line for each month. Where something is asked, each figure stands beside the one as it is. On a phone, cards. */
export async function OutlookTable({ outlook, whatIf }: OutlookTableProps) {
  const t = await getTranslations('overview')
  const day = await dayWords()
  return (
    <table className="mb-8 w-full border-collapse text-left max-md:block">
      <caption className="sr-only">{t('forecast.caption')}</caption>
      <thead className="max-md:sr-only">
        <tr className="border-line border-b">
          <th className="py-2 pr-3 text-sm font-semibold" scope="col">
            {t('forecast.month')}
          </th>
          {columns.map((column) => (
            <th className="px-3 py-2 text-right text-sm font-semibold" key={column} scope="col">
              {t(`forecast.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="max-md:block max-md:space-y-3">
        {outlook.map((line, index) => (
          <tr
            className="border-line max-md:bg-raised border-b max-md:block max-md:rounded-xl max-md:border max-md:p-4"
            key={line.on}
          >
            <th className="py-2 pr-3 font-medium whitespace-nowrap max-md:block" scope="row">
              {day(line.on)}
            </th>
            {columns.map((column) => (
              <Figure
                after={whatIf?.[index]?.[column]}
                before={line[column]}
                key={column}
                label={t(`forecast.${column}`)}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

async function Figure({
  label,
  before,
  after,
}: {
  label: string
  before: number
  after: number | undefined
}) {
  const t = await getTranslations('overview')
  const isOther = after !== undefined && after !== before
  return (
    <td className="px-3 py-2 text-right tabular-nums max-md:flex max-md:justify-between max-md:gap-4 max-md:px-0 max-md:py-0.5">
      <span className="text-muted text-sm md:hidden">{label}</span>
      <span>
        {before}
        {isOther && (
          <strong className="text-accent ml-2">
            → <span className="sr-only">{t('forecast.then')}: </span>
            {after}
          </strong>
        )}
      </span>
    </td>
  )
}
