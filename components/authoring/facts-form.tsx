import { getTranslations } from 'next-intl/server'
import { type Returned, TextField } from '#components/form/form-parts'
import { TextArea } from '#components/form/text-area'

type FactsFormProps = {
  readonly action: string
  readonly base: number
  readonly facts: {
    readonly title: string
    readonly summary: string
    readonly minutes: number | null
    readonly objectives: readonly { readonly id: string; readonly text: string }[]
  }
  readonly returned: Returned
}

const mostObjectives = 6

/** What a module says of itself. */
export async function FactsForm({ action, base, facts, returned }: FactsFormProps) {
  const t = await getTranslations('authoring')
  return (
    <form action={action} className="space-y-5" method="post" noValidate>
      <input name="base" type="hidden" value={base} />
      <TextField
        autoComplete="off"
        defaultValue={facts.title}
        label={t('form.moduleTitle')}
        name="moduleTitle"
        returned={returned}
      />
      <TextArea
        defaultValue={facts.summary}
        label={t('form.moduleSummary')}
        name="moduleSummary"
        returned={returned}
        rows={2}
      />
      <TextField
        defaultValue={facts.minutes === null ? '' : String(facts.minutes)}
        hint={t('form.moduleMinutesHint')}
        inputMode="numeric"
        label={t('form.moduleMinutes')}
        name="moduleMinutes"
        returned={returned}
      />
      {facts.objectives.slice(0, mostObjectives).map(({ id, text }, index) => (
        <TextArea
          defaultValue={text}
          key={id}
          label={t('form.objective', { number: index + 1 })}
          name={`objective${index + 1}`}
          returned={returned}
          rows={2}
        />
      ))}
      <button className="button" type="submit">
        {t('facts.save')}
      </button>
    </form>
  )
}
