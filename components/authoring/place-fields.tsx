import { getTranslations } from 'next-intl/server'
import type { Returned } from '#components/form/form-parts'

/** A module or a case that a track can have. */
export type PlacedChoice = {
  readonly id: string
  readonly title: string
  readonly isOwn: boolean
  readonly minutes: number
}

type PlaceFieldsProps = {
  /** What the names of its fields begin with: "place" for modules, "case" for cases. */
  readonly name: 'place' | 'case'
  readonly legend: string
  readonly hint?: string
  readonly choices: readonly PlacedChoice[]
  /** Ids of those that are in the track, in their order. */
  readonly placed: readonly string[]
  readonly returned: Returned
}

/** A place for each part that a track can have; one without a place is not in it. */
export async function PlaceFields({ name, legend, hint, choices, placed, returned }: PlaceFieldsProps) {
  const t = await getTranslations('authoring')
  const places = choices.map((_, index) => String(index + 1))
  return (
    <fieldset className="space-y-3">
      <legend className="mb-2 font-medium">{legend}</legend>
      {hint && <p className="text-muted text-sm">{hint}</p>}
      {choices.map(({ id, title, isOwn, minutes }) => {
        const field = `${name}.${id}`
        const typed = returned.values[field]
        const place = placed.indexOf(id) + 1
        const standing = place > 0 ? String(place) : ''
        return (
          <p className="card flex flex-col gap-2 sm:flex-row sm:items-center sm:gap-3" key={id}>
            <label className="sr-only" htmlFor={field}>
              {t('track.place', { title })}
            </label>
            <select
              className="field w-auto max-w-full shrink-0"
              defaultValue={typeof typed === 'string' ? typed : standing}
              id={field}
              name={field}
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
  )
}
