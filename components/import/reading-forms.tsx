import { getTranslations } from 'next-intl/server'
import { SelectField } from '#components/form/form-parts'
import type { ImportSettings } from '#lib/domain/people/roster-import/import-state'

const untouched = { problems: [], values: {} }

type EncodingFormProps = {
  readonly action: string
  readonly samples: readonly { readonly encoding: string; readonly lines: readonly string[] }[]
}

/** The same lines read in several ways: whoever knows the names sees which is right. */
export async function EncodingForm({ action, samples }: EncodingFormProps) {
  const t = await getTranslations('imports')
  return (
    <section className="space-y-5">
      <h2>{t('reading.title')}</h2>
      <p>{t('reading.intro')}</p>
      {samples.map(({ encoding, lines }) => (
        <form action={action} className="card space-y-3" key={encoding} method="post">
          <input name="encoding" type="hidden" value={encoding} />
          <h3>{t(`reading.encodings.${encoding}` as 'reading.encodings.utf-8')}</h3>
          {lines.map((line) => (
            <p className="break-words" key={line}>
              {line}
            </p>
          ))}
          <button className="button-quiet" type="submit">
            {t('reading.button')}
            <span className="sr-only">
              {' '}
              {t(`reading.encodings.${encoding}` as 'reading.encodings.utf-8')}
            </span>
          </button>
        </form>
      ))}
      <p className="text-muted">{t('reading.none')}</p>
    </section>
  )
}

const encodings = ['utf-8', 'windows-1252', 'iso-8859-15', 'macintosh', 'utf-16le', 'utf-16be'] as const
const delimiters = [
  [',', 'comma'],
  [';', 'semicolon'],
  ['\t', 'tab'],
  ['|', 'bar'],
] as const

type OtherReadingProps = { readonly action: string; readonly settings: ImportSettings }

/** For a file that tells wrong how it is written, and for a workbook of several sheets. */
export async function OtherReading({ action, settings }: OtherReadingProps) {
  const t = await getTranslations('imports')
  const { format, sheets, sheet, encoding, delimiter } = settings
  if (format === 'xlsx' && sheets.length < 2) return null
  const asTold = { value: '', label: t('reading.asTold') }
  return (
    <details className="card mt-8">
      <summary className="min-h-11 cursor-pointer py-2">{t('reading.other')}</summary>
      <form action={action} className="mt-3 space-y-4" method="post">
        {format === 'xlsx' && (
          <SelectField
            choices={sheets.map((label, index) => ({ value: String(index), label }))}
            defaultValue={String(sheet)}
            label={t('reading.sheet')}
            name="sheet"
            returned={untouched}
          />
        )}
        {format === 'csv' && (
          <>
            <SelectField
              choices={[
                asTold,
                ...encodings.map((value) => ({ value, label: t(`reading.encodings.${value}`) })),
              ]}
              defaultValue={encoding ?? ''}
              label={t('reading.encoding')}
              name="encoding"
              returned={untouched}
            />
            <SelectField
              choices={[
                asTold,
                ...delimiters.map(([value, name]) => ({ value, label: t(`reading.delimiters.${name}`) })),
              ]}
              defaultValue={delimiter ?? ''}
              label={t('reading.delimiter')}
              name="delimiter"
              returned={untouched}
            />
          </>
        )}
        <button className="button-quiet" type="submit">
          {t('reading.button')}
        </button>
      </form>
    </details>
  )
}
