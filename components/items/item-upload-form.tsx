import { getTranslations } from 'next-intl/server'
import { FileField } from '#components/form/file-field'
import { type Returned, SelectField } from '#components/form/form-parts'
import { bloomLevels, type Objective } from '#lib/domain/curriculum/module'

type ItemUploadFormProps = {
  readonly action: string
  readonly objectives: readonly Objective[]
  readonly sources: readonly { readonly id: string; readonly citation: string }[]
  readonly returned: Returned
}

/** The way in for a file of items, with what its items may leave unsaid. */
export async function ItemUploadForm({ action, objectives, sources, returned }: ItemUploadFormProps) {
  const t = await getTranslations('exchange')
  const items = await getTranslations('items')
  const fields = await getTranslations('fields')
  const open = { value: '', label: t('items.asSaid') }
  return (
    <form action={action} className="card space-y-4" encType="multipart/form-data" method="post" noValidate>
      <h2>{t('items.in')}</h2>
      <p>{t('items.inHint')}</p>
      <FileField
        accept=".csv,.tsv,.xlsx,.gift,.txt,text/csv,text/plain"
        hint={t('items.fileHint')}
        label={t('items.file')}
        name="file"
        returned={returned}
      />
      <h3>{t('items.unsaid')}</h3>
      <p className="text-muted text-sm">{t('items.unsaidHint')}</p>
      <SelectField
        choices={[open, ...objectives.map(({ id, text }) => ({ value: id, label: text }))]}
        label={fields('itemObjective')}
        name="itemObjective"
        returned={returned}
      />
      <SelectField
        choices={[open, ...bloomLevels.map((level) => ({ value: level, label: items(`bloom.${level}`) }))]}
        label={fields('itemBloom')}
        name="itemBloom"
        returned={returned}
      />
      <SelectField
        choices={[open, ...sources.map(({ id, citation }) => ({ value: id, label: citation.slice(0, 90) }))]}
        label={fields('itemSource')}
        name="itemSource"
        returned={returned}
      />
      <button className="button" type="submit">
        {t('items.look')}
      </button>
    </form>
  )
}
