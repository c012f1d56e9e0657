import { getTranslations } from 'next-intl/server'
import { CheckboxGroup, type Returned, TextField } from '#components/form/form-parts'

type Named = { readonly id: string; readonly words: string }

type LessonAboutProps = {
  readonly action: string
  readonly about: {
    readonly id: string
    readonly base: number
    readonly title: string
    readonly minutes: number | null
    readonly objectives: readonly string[]
    readonly sources: readonly string[]
  }
  readonly choices: { readonly objectives: readonly Named[]; readonly sources: readonly Named[] }
  readonly returned: Returned
}

/** What a lesson is called and teaches, where it is written. */
export async function LessonAbout({ action, about, choices, returned }: LessonAboutProps) {
  const t = await getTranslations('lessonAbout')
  const { id, base, title, minutes, objectives, sources } = about
  const isRefused = returned.problems.some(({ field }) => field?.startsWith('lesson'))
  const optionsOf = (named: readonly Named[]) =>
    named.map(({ id: value, words: label }) => ({ value, label }))
  return (
    <details className="border-line bg-raised mb-4 rounded-lg border px-4" id="about" open={isRefused}>
      <summary className="min-h-11 cursor-pointer py-2.5 font-medium">{t('summary')}</summary>
      <form action={action} className="space-y-5 pt-2 pb-5" method="post" noValidate>
        <input name="base" type="hidden" value={base} />
        <input name="lessonId" type="hidden" value={id} />
        <TextField
          autoComplete="off"
          defaultValue={title}
          label={t('title')}
          name="lessonTitle"
          returned={returned}
        />
        <TextField
          defaultValue={minutes === null ? '' : String(minutes)}
          hint={t('minutesHint')}
          inputMode="numeric"
          label={t('minutes')}
          name="lessonMinutes"
          returned={returned}
        />
        <CheckboxGroup
          choices={optionsOf(choices.objectives)}
          defaultValues={objectives}
          hint={t('objectivesHint')}
          label={t('objectives')}
          name="lessonObjectives"
          returned={returned}
        />
        {sources.length > 0 ? (
          <CheckboxGroup
            choices={optionsOf(choices.sources.filter((each) => sources.includes(each.id)))}
            defaultValues={sources}
            hint={t('sourcesHint')}
            label={t('sources')}
            name="lessonSources"
            returned={returned}
          />
        ) : (
          <p className="max-w-prose">{t('noSources')}</p>
        )}
        <button className="button-quiet" type="submit">
          {t('save')}
        </button>
      </form>
    </details>
  )
}
