import { getTranslations } from 'next-intl/server'
import { columnLetter, type ImportField } from '#lib/domain/people/roster-import/columns'
import type { ImportSettings } from '#lib/domain/people/roster-import/import-state'
import type { RowCause } from '#lib/domain/people/roster-import/imported-row'

export type ProblemGroup = {
  readonly cause: RowCause
  readonly field: ImportField | null
  readonly rows: number
  readonly numbers: readonly number[]
  readonly texts: readonly string[] | null
}

type ProblemGroupsProps = {
  readonly problems: readonly ProblemGroup[]
  readonly settings: ImportSettings
}

/** Every problem once, with its rows, its column and how to mend it. */
export async function ProblemGroups({ problems, settings }: ProblemGroupsProps) {
  if (problems.length === 0) return null
  const t = await getTranslations('imports')
  return (
    <section className="border-notice-line bg-notice rounded-xl border p-4">
      <h2>{t('problems.title')}</h2>
      <p className="mt-1">{t('problems.intro')}</p>
      <ul className="mt-3 space-y-4">
        {problems.map((problem) => (
          <li key={`${problem.cause} ${problem.field}`}>
            <h3>{t(`problems.${problem.cause}.what`)}</h3>
            <p className="text-sm">
              <RowNumbers numbers={problem.numbers} rows={problem.rows} />
              <ColumnPlace field={problem.field} settings={settings} />
            </p>
            {problem.texts && problem.texts.length > 0 && (
              <p className="text-sm break-words">
                {t('problems.stands', { texts: problem.texts.map((text) => `“${text}”`).join(', ') })}
              </p>
            )}
            <p>{t(`problems.${problem.cause}.mend`)}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The rows as the spreadsheet counts them, and how many there are beyond those named. */
export async function RowNumbers({ numbers, rows }: { numbers: readonly number[]; rows: number }) {
  const t = await getTranslations('imports')
  const named = numbers.join(', ')
  const more = rows - numbers.length
  return more > 0
    ? t('preview.moreRows', { rows, numbers: named, more })
    : t('preview.rows', { rows, numbers: named })
}

type ColumnPlaceProps = { readonly field: ImportField | null; readonly settings: ImportSettings }

async function ColumnPlace({ field, settings }: ColumnPlaceProps) {
  const t = await getTranslations('imports')
  const index = field === null ? -1 : settings.columns.indexOf(field)
  if (index === -1) return null
  return `, ${t('preview.columnAt', { letter: columnLetter(index), header: settings.headers[index] ?? '' })}`
}
