import { getTranslations } from 'next-intl/server'
import { CheckboxGroup, type Returned } from '#components/form/form-parts'
import { TextArea } from '#components/form/text-area'
import { type ItemChoices, ItemHeadFields } from '#components/items/item-head-fields'
import { ItemSlots } from '#components/items/item-slots'
import type { ItemForm } from '#lib/domain/authoring/item-form'

type ItemEditorProps = {
  readonly action: string
  /** What the lists to choose from show; the fields show what `returned` has. */
  readonly form: ItemForm
  readonly returned: Returned
  readonly choices: ItemChoices
  /** Of the item as it was read; null for one that begins. */
  readonly mark: string | null
}

/** The whole of an item, to write or change. Nothing is saved before the button is pressed. */
export async function ItemEditor({ action, form, returned, choices, mark }: ItemEditorProps) {
  const t = await getTranslations('items')
  const fields = await getTranslations('fields')
  return (
    <form action={action} className="space-y-5" method="post">
      <p className="text-muted">{t(`kindHint.${form.kind}`)}</p>
      <TextArea label={fields('itemStem')} name="itemStem" returned={returned} />
      <ItemSlots form={form} returned={returned} />
      {mark !== null && (
        <CheckboxGroup
          choices={[{ value: 'on', label: t('keyChange') }]}
          label={fields('keyChange')}
          name="keyChange"
          returned={returned}
        />
      )}
      <ItemHeadFields choices={choices} returned={returned} />
      <input id="itemKind" name="itemKind" type="hidden" value={form.kind} />
      {mark !== null && <input name="mark" type="hidden" value={mark} />}
      <button className="button" type="submit">
        {t(mark === null ? 'addItem' : 'save')}
      </button>
    </form>
  )
}
