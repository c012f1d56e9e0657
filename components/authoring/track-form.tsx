import { getTranslations } from 'next-intl/server'
import { CheckboxGroup, type Returned, TextField } from '#components/form/form-parts'
import { TextArea } from '#components/form/text-area'

type Part = {
  readonly id: string
  readonly title: string
  readonly isOwn: boolean
  readonly minutes: number
}

type TrackFormProps = {
  readonly action: string
  /** What the form says beside its fields. */
  readonly hidden: Readonly<Record<string, string | number>>
  readonly track: {
    readonly title: string
    readonly summary: string
    readonly moduleIds: readonly string[]
    readonly caseIds: readonly string[]
  } | null
  readonly modules: readonly Part[]
  readonly cases: readonly Part[]
  readonly returned: Returned
}

/** A track: its words, and a place for each module that is in it. */
export async function TrackForm({ action, hidden, track, modules, cases, returned }: TrackFormProps) {
  const t = await getTranslations('authoring')
  const places = modules.map((_, index) => String(index + 1))
  return (
    <form action={action} className="space-y-5" method="post" noValidate>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} name={name} type="hidden" value={value} />
      ))}
      <TextField
        autoComplete="off"
        defaultValue={track?.title}
        label={t('track.trackTitle')}
        name="trackTitle"
        returned={returned}
      />
      <TextArea
        defaultValue={track?.summary}
        label={t('track.trackSummary')}
        name="trackSummary"
        returned={returned}
        rows={2}
      />
      <fieldset className="space-y-3">
        <legend className="mb-2 font-medium">{t('track.places')}</legend>
        {modules.map(({ id, title, isOwn, minutes }) => {
          const name = `place.${id}`
          const typed = returned.values[name]
          const place = (track?.moduleIds.indexOf(id) ?? -1) + 1
          const standing = place > 0 ? String(place) : ''
          return (
            <p className="card flex flex-col gap-2 sm:flex-row sm:items-center sm:gap-3" key={id}>
              <label className="sr-only" htmlFor={name}>
                {t('track.place', { title })}
              </label>
              <select
                className="field w-auto max-w-full shrink-0"
                defaultValue={typeof typed === 'string' ? typed : standing}
                id={name}
                name={name}
              >
                <option value="">{t('track.unused')}</option>
                {places.map((each) => (
                  <option key={each} value={each}>
                    {each}
                  </option>
                ))}
              </select>
              <span>
                {title} {isOwn && <strong>({t('track.own')})</strong>}{' '}
                <span className="text-muted text-sm">{t('minutes', { minutes })}</span>
              </span>
            </p>
          )
        })}
      </fieldset>
      <CheckboxGroup
        choices={cases.map(({ id, title, isOwn, minutes }) => ({
          value: id,
          label: isOwn ? `${title} (${t('track.own')})` : title,
          hint: t('minutes', { minutes }),
        }))}
        defaultValues={track?.caseIds ?? []}
        hint={t('track.casesHint')}
        label={t('track.cases')}
        name="trackCases"
        returned={returned}
      />
      <button className="button" type="submit">
        {t('track.save')}
      </button>
      <p className="text-muted text-sm">{t('track.hint')}</p>
    </form>
  )
}
