import { getFormatter, getTranslations } from 'next-intl/server'
import { FileField } from '#components/form/file-field'
import type { Returned } from '#components/form/form-parts'

type PictureFormProps = {
  readonly action: string
  readonly usedBytes: number
  readonly quotaBytes: number
  readonly returned: Returned
}

/** The way in for a picture. */
export async function PictureForm({ action, usedBytes, quotaBytes, returned }: PictureFormProps) {
  const t = await getTranslations('media')
  const format = await getFormatter()
  const megabytes = (bytes: number) => format.number(bytes / 1_000_000, { maximumFractionDigits: 1 })
  return (
    <form action={action} className="card space-y-4" encType="multipart/form-data" method="post" noValidate>
      <h2>{t('add')}</h2>
      <FileField
        accept=".png,.jpg,.jpeg,.webp,image/png,image/jpeg,image/webp"
        hint={t('fileHint')}
        label={t('file')}
        name="picture"
        returned={returned}
      />
      <p className="text-muted text-sm">
        {t('room', { used: megabytes(usedBytes), quota: megabytes(quotaBytes) })}
      </p>
      <button className="button" type="submit">
        {t('upload')}
      </button>
    </form>
  )
}
