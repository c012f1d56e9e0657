import { getTranslations } from 'next-intl/server'
import { CheckboxGroup, type Returned } from '#components/form/form-parts'

type ItemConfirmFormProps = {
  readonly action: string
  /** Of the bank for which the list below says what would happen. */
  readonly mark: string
  readonly hasKeyChange: boolean
  readonly returned: Returned
}

/** Writes what the list says. */
export async function ItemConfirmForm({ action, mark, hasKeyChange, returned }: ItemConfirmFormProps) {
  const t = await getTranslations('exchange')
  return (
    <form action={action} className="card mb-6 space-y-4" method="post">
      <p>{t('items.confirmHint')}</p>
      <input name="mark" type="hidden" value={mark} />
      {hasKeyChange && (
        <CheckboxGroup
          choices={[{ value: 'on', label: t('items.keyChange'), hint: t('items.keyChangeHint') }]}
          label={t('items.keyChangeLabel')}
          name="keyChange"
          returned={returned}
        />
      )}
      <button className="button" type="submit">
        {t('items.confirm')}
      </button>
    </form>
  )
}
