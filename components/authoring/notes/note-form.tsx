import { getTranslations } from 'next-intl/server'
import { FindingWords } from '#components/authoring/finding-line'
import { FieldFrame, type Returned } from '#components/form/form-parts'
import type { Language } from '#lib/domain/language'

type Finding = {
  readonly line: number
  readonly column: number
  readonly message: string
  readonly code: string | null
  readonly values: Readonly<Record<string, string>>
}

type NoteFormProps = {
  readonly action: string
  readonly language: Language
  readonly source: string
  readonly after: number
  /** What was found in the text that stands in the form. */
  readonly found: { readonly problems: readonly Finding[]; readonly advice: readonly Finding[] }
  readonly returned: Returned
}

/** A text to write, with what was found in it. */
export async function NoteForm({ action, language, source, after, found, returned }: NoteFormProps) {
  const t = await getTranslations('notes')
  const { noteText: typed } = returned.values
  return (
    <form action={action} className="space-y-4" method="post" noValidate>
      <input name="after" type="hidden" value={after} />
      <FieldFrame
        hint={t('form.hint')}
        label={t('form.label', { language })}
        name="noteText"
        returned={returned}
      >
        {(described) => (
          <textarea
            className="field max-w-prose"
            defaultValue={typeof typed === 'string' ? typed : source}
            lang={language}
            name="noteText"
            rows={12}
            spellCheck
            {...described}
          />
        )}
      </FieldFrame>
      <Findings findings={found.problems} look="border-danger" title={t('form.problems')} />
      <Findings findings={found.advice} look="border-notice-line" title={t('form.advice')} />
      <details className="max-w-prose">
        <summary className="min-h-11 cursor-pointer py-2.5">{t('form.how')}</summary>
        <ul className="mb-2 list-disc space-y-1 pl-6">
          <li>{t('form.paragraphs')}</li>
          <li>{t('form.heading')}</li>
          <li>{t('form.list')}</li>
          <li>{t('form.bold')}</li>
        </ul>
      </details>
      <button className="button" type="submit">
        {t('form.save')}
      </button>
    </form>
  )
}

type FindingsProps = { readonly findings: readonly Finding[]; readonly title: string; readonly look: string }

async function Findings({ findings, title, look }: FindingsProps) {
  if (findings.length === 0) return null
  const t = await getTranslations('gates')
  return (
    <section>
      <h3 className="text-base font-medium">{title}</h3>
      <ul className="mt-2 space-y-2">
        {findings.map((finding) => (
          <li
            className={`border-l-4 pl-3 ${look}`}
            key={`${finding.line}-${finding.column}-${finding.message}`}
          >
            <p className="text-muted text-sm">{t('line', { line: finding.line, column: finding.column })}</p>
            <FindingWords finding={finding} />
            {finding.values['words'] && <p>{t('found', { words: finding.values['words'] })}</p>}
            {finding.values['instead'] && <p>{t('instead', { instead: finding.values['instead'] })}</p>}
          </li>
        ))}
      </ul>
    </section>
  )
}
