import { getTranslations } from 'next-intl/server'
import { CheckboxGroup, type Returned, SelectField } from '#components/form/form-parts'
import { RadioGroup } from '#components/form/radio-group'
import { TextArea } from '#components/form/text-area'
import { type ItemForm, type OptionForm, slotField, slotsOf } from '#lib/domain/authoring/item-form'

type Props = { readonly form: ItemForm; readonly returned: Returned }

/** A place to write each option and entry, and to say what is right. */
export async function ItemSlots({ form, returned }: Props) {
  const t = await getTranslations('items')
  const isMarked = form.kind === 'single' || form.kind === 'multiple'
  return (
    <>
      {form.kind === 'matching' && <PromptSlots form={form} returned={returned} />}
      <h2>{t('options')}</h2>
      {form.options.map((option, index) => (
        <OptionSlot
          form={form}
          isOptional={index >= slotsOf[form.kind].fewest}
          key={option.id}
          option={option}
          returned={returned}
        />
      ))}
      {isMarked && <RightMarks form={form} returned={returned} />}
    </>
  )
}

type OptionSlotProps = Props & { readonly option: OptionForm; readonly isOptional: boolean }

async function OptionSlot({ form, option: { id }, isOptional, returned }: OptionSlotProps) {
  const t = await getTranslations('items')
  const fields = await getTranslations('fields')
  const count = form.options.length
  const places = Array.from({ length: count }, (_, index) => String(index + 1))
  const text = slotField('text', id)
  return (
    <div className="card space-y-3">
      <TextArea
        {...(isOptional ? { hint: t('optional') } : {})}
        label={fields(text as 'textA')}
        name={text}
        returned={returned}
        rows={2}
      />
      <TextArea
        {...(form.kind === 'matching' ? { hint: t('rationaleOfMatching') } : {})}
        label={`${fields(slotField('rationale', id) as 'rationaleA')}`}
        name={slotField('rationale', id)}
        returned={returned}
        rows={2}
      />
      {form.kind === 'ordering' && (
        <SelectField
          choices={[
            { value: '', label: t('choose') },
            ...places.map((place) => ({ value: place, label: place })),
          ]}
          label={fields(slotField('place', id) as 'placeA')}
          name={slotField('place', id)}
          returned={returned}
        />
      )}
    </div>
  )
}

async function PromptSlots({ form, returned }: Props) {
  const t = await getTranslations('items')
  const fields = await getTranslations('fields')
  return (
    <>
      <h2>{t('prompts')}</h2>
      {form.prompts.map(({ id }, index) => (
        <div className="card space-y-3" key={id}>
          <TextArea
            {...(index >= slotsOf.matching.fewest ? { hint: t('optional') } : {})}
            label={fields(slotField('prompt', id) as 'promptP')}
            name={slotField('prompt', id)}
            returned={returned}
            rows={2}
          />
          <SelectField
            choices={[
              { value: '', label: t('choose') },
              ...form.options.map((option) => ({
                value: option.id,
                label: t('right.option', { letter: option.id.toUpperCase(), text: option.text }),
              })),
            ]}
            label={fields(slotField('pair', id) as 'pairP')}
            name={slotField('pair', id)}
            returned={returned}
          />
          <TextArea
            label={fields(slotField('because', id) as 'becauseP')}
            name={slotField('because', id)}
            returned={returned}
            rows={2}
          />
        </div>
      ))}
    </>
  )
}

/** Apart from the options, so that whoever writes one marks none; nothing is marked beforehand. */
async function RightMarks({ form, returned }: Props) {
  const t = await getTranslations('items')
  const choices = form.options.map(({ id, text }) => ({
    value: id,
    label: text === '' ? id.toUpperCase() : t('right.option', { letter: id.toUpperCase(), text }),
  }))
  const props = { choices, hint: t('right.hint'), name: 'right', returned }
  return form.kind === 'single' ? (
    <RadioGroup label={t('right.single')} {...props} />
  ) : (
    <CheckboxGroup label={t('right.multiple')} {...props} />
  )
}
