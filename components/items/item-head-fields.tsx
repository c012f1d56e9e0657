import { getTranslations } from 'next-intl/server'
import { CheckboxGroup, FieldFrame, type Returned, SelectField } from '#components/form/form-parts'
import { RadioGroup } from '#components/form/radio-group'
import { itemStates } from '#lib/domain/curriculum/item-kind'
import { bloomLevels, type Objective, type Vignette } from '#lib/domain/curriculum/module'

export type ItemChoices = {
  readonly objectives: readonly Objective[]
  readonly vignettes: readonly Vignette[]
  readonly sources: readonly {
    readonly id: string
    readonly citation: string
    readonly isOfLessons: boolean
  }[]
}
type Props = { readonly returned: Returned; readonly choices: ItemChoices }

/** What an item belongs to, rests on and asks of people. */
export async function ItemHeadFields({ returned, choices }: Props) {
  const t = await getTranslations('items')
  const fields = await getTranslations('fields')
  const open = { value: '', label: t('choose') }
  const { objectives, vignettes } = choices
  return (
    <>
      <SelectField
        choices={[open, ...objectives.map(({ id, text }) => ({ value: id, label: text }))]}
        label={fields('itemObjective')}
        name="itemObjective"
        returned={returned}
      />
      <SelectField
        choices={[open, ...bloomLevels.map((level) => ({ value: level, label: t(`bloom.${level}`) }))]}
        label={fields('itemBloom')}
        name="itemBloom"
        returned={returned}
      />
      <SourceField choices={choices} returned={returned} />
      {vignettes.length > 0 && (
        <SelectField
          choices={[
            { value: '', label: t('none') },
            ...vignettes.map(({ id, text }) => ({ value: id, label: text.slice(0, 90) })),
          ]}
          hint={t('vignetteHint')}
          label={fields('itemVignette')}
          name="itemVignette"
          returned={returned}
        />
      )}
      <CheckboxGroup
        choices={[{ value: 'on', label: t('mustPass'), hint: t('mustPassHint') }]}
        label={fields('mustPass')}
        name="mustPass"
        returned={returned}
      />
      <RadioGroup
        choices={itemStates.map((state) => ({ value: state, label: t(`state.${state}`) }))}
        hint={t('stateHint')}
        label={fields('itemState')}
        name="itemState"
        returned={returned}
      />
    </>
  )
}

async function SourceField({ returned, choices: { sources } }: Props) {
  const t = await getTranslations('items')
  const fields = await getTranslations('fields')
  const typed = returned.values['itemSource']
  const groups = [
    { label: t('sourcesOfLessons'), sources: sources.filter(({ isOfLessons }) => isOfLessons) },
    { label: t('otherSources'), sources: sources.filter(({ isOfLessons }) => !isOfLessons) },
  ]
  return (
    <FieldFrame label={fields('itemSource')} name="itemSource" returned={returned}>
      {(described) => (
        <select
          className="field max-w-prose"
          defaultValue={typeof typed === 'string' ? typed : ''}
          name="itemSource"
          {...described}
        >
          <option value="">{t('choose')}</option>
          {groups
            .filter((group) => group.sources.length > 0)
            .map((group) => (
              <optgroup key={group.label} label={group.label}>
                {group.sources.map(({ id, citation }) => (
                  <option key={id} value={id}>
                    {citation.length > 90 ? `${citation.slice(0, 90)}…` : citation}
                  </option>
                ))}
              </optgroup>
            ))}
        </select>
      )}
    </FieldFrame>
  )
}
