import { getTranslations } from 'next-intl/server'
import { type Returned, SelectField } from '#components/form/form-parts'
import { columnLetter, importFields } from '#lib/domain/people/roster-import/columns'
import type { ImportSettings } from '#lib/domain/people/roster-import/import-state'

type ColumnsFormProps = {
  readonly action: string
  readonly settings: ImportSettings
  readonly rows: number
  /** A few rows as they stand in the file. */
  readonly sampleRows: readonly (readonly string[])[]
  readonly returned: Returned
  /** Where another step of the page is the main one. */
  readonly isAgain?: true
}

/** What each column holds, guessed and to be changed. */
export async function ColumnsForm({
  action,
  settings,
  rows,
  sampleRows,
  returned,
  isAgain,
}: ColumnsFormProps) {
  const t = await getTranslations('imports')
  const choices = [
    { value: '', label: t('columns.notRead') },
    ...importFields.map((field) => ({ value: field, label: t(`columns.fields.${field}`) })),
  ]
  return (
    <form action={action} className="space-y-5" method="post">
      <h2>{t('columns.title')}</h2>
      <p>{t('columns.intro', { rows })}</p>
      <div className="grid gap-5 sm:grid-cols-2">
        {settings.headers.map((header, index) => {
          const samples = sampleRows.flatMap((cells) => (cells[index] ? [cells[index].slice(0, 40)] : []))
          const texts = [...new Set(samples)].map((text) => t('columns.quoted', { text }))
          const letter = columnLetter(index)
          return (
            <SelectField
              choices={choices}
              defaultValue={settings.columns[index] ?? ''}
              key={letter}
              label={`${t('columns.column', { letter })}: ${t('columns.holds', { header: header || t('columns.unnamed') })}`}
              name={`column.${index}`}
              returned={returned}
              {...(texts.length > 0 && { hint: t('columns.examples', { texts: texts.join(', ') }) })}
            />
          )
        })}
      </div>
      <button className={isAgain ? 'button-quiet' : 'button'} type="submit">
        {t('columns.button')}
      </button>
    </form>
  )
}
