import { getTranslations } from 'next-intl/server'
import { type PlacedChoice, PlaceFields } from '#components/authoring/place-fields'
import { type Returned, TextField } from '#components/form/form-parts'
import { TextArea } from '#components/form/text-area'

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
  readonly modules: readonly PlacedChoice[]
  readonly cases: readonly PlacedChoice[]
  readonly returned: Returned
}

/** A track: its words, and a place for each module and each case that is in it. */
export async function TrackForm({ action, hidden, track, modules, cases, returned }: TrackFormProps) {
  const t = await getTranslations('authoring')
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
      <PlaceFields
        choices={modules}
        legend={t('track.places')}
        name="place"
        placed={track?.moduleIds ?? []}
        returned={returned}
      />
      {cases.length > 0 && (
        <PlaceFields
          choices={cases}
          hint={t('track.casesHint')}
          legend={t('track.cases')}
          name="case"
          placed={track?.caseIds ?? []}
          returned={returned}
        />
      )}
      <button className="button" type="submit">
        {t('track.save')}
      </button>
      <p className="text-muted text-sm">{t('track.hint')}</p>
    </form>
  )
}
