import { getTranslations } from 'next-intl/server'
import { FileField } from '#components/form/file-field'
import type { Returned } from '#components/form/form-parts'

/** The way in for a file of staff. */
export async function UploadForm({ action, returned }: { action: string; returned: Returned }) {
  const t = await getTranslations('imports')
  return (
    <form action={action} className="space-y-5" encType="multipart/form-data" method="post" noValidate>
      <p>{t('intro')}</p>
      <FileField
        accept=".csv,.tsv,.txt,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        hint={t('fileHint')}
        label={t('file')}
        name="file"
        returned={returned}
      />
      <button className="button" type="submit">
        {t('upload')}
      </button>
    </form>
  )
}
