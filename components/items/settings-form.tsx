import { getTranslations } from 'next-intl/server'
import { problemWords, type Returned, TextField } from '#components/form/form-parts'
import { RadioGroup } from '#components/form/radio-group'
import type { Objective } from '#lib/domain/curriculum/module'

type SettingsFormProps = {
  readonly action: string
  readonly returned: Returned
  readonly settings: {
    readonly passMarkPercent: number
    readonly draw: number
    readonly blueprint: Readonly<Record<string, number>> | null
  }
  readonly objectives: readonly (Objective & { readonly ready: number })[]
  readonly language: string
  readonly mark: string
}

/** What an attempt asks and what passes. */
export async function SettingsForm(props: SettingsFormProps) {
  const { action, returned, settings, objectives, language, mark } = props
  const t = await getTranslations('items')
  return (
    <form action={action} className="space-y-5" method="post">
      <TextField
        defaultValue={String(settings.passMarkPercent)}
        hint={t('settings.passMarkHint')}
        inputMode="numeric"
        label={t('settings.passMark')}
        name="passMark"
        returned={returned}
      />
      <TextField
        defaultValue={String(settings.draw)}
        inputMode="numeric"
        label={t('settings.draw')}
        name="draw"
        returned={returned}
      />
      <RadioGroup
        choices={[
          { value: 'evenly', label: t('settings.evenly') },
          { value: 'counts', label: t('settings.counts') },
        ]}
        defaultValue={settings.blueprint ? 'counts' : 'evenly'}
        label={t('settings.spread')}
        name="spread"
        returned={returned}
      />
      <Counts counts={settings.blueprint} language={language} objectives={objectives} returned={returned} />
      <input name="mark" type="hidden" value={mark} />
      <button className="button" type="submit">
        {t('settings.save')}
      </button>
    </form>
  )
}

type CountsProps = Pick<SettingsFormProps, 'returned' | 'objectives' | 'language'> & {
  readonly counts: Readonly<Record<string, number>> | null
}

async function Counts({ counts, language, objectives, returned }: CountsProps) {
  const t = await getTranslations('items')
  const wordsOf = await problemWords()
  const problem = returned.problems.find(({ field }) => field === 'blueprint')
  return (
    <fieldset
      aria-describedby={problem ? 'blueprint-hint blueprint-problem' : 'blueprint-hint'}
      className={problem ? 'border-danger border-l-4 pl-3' : ''}
      id="blueprint"
      tabIndex={-1}
    >
      <legend className="mb-1 font-medium">{t('settings.countsTitle')}</legend>
      <p className="text-muted mb-1 text-sm" id="blueprint-hint">
        {t('settings.countsHint')}
      </p>
      {problem && (
        <p className="text-danger mb-1 font-medium" id="blueprint-problem">
          {wordsOf(problem)}
        </p>
      )}
      {objectives.map(({ id, text, ready }) => {
        const typed = returned.values[`count.${id}`]
        return (
          <label className="flex flex-wrap items-center gap-3 py-1.5" key={id}>
            <input
              className="field w-20"
              defaultValue={typeof typed === 'string' ? typed : String(counts?.[id] ?? 0)}
              inputMode="numeric"
              name={`count.${id}`}
              type="text"
            />
            <span className="min-w-0 flex-1">
              <span lang={language}>{text}</span>
              <span className="text-muted block text-sm">{t('settings.ready', { ready })}</span>
            </span>
          </label>
        )
      })}
    </fieldset>
  )
}
