import { getTranslations } from 'next-intl/server'
import { type Returned, TextField } from '#components/form/form-parts'

/** Autofill is off: the name is somebody else's, and stands on the paper. */
export async function NameForm({ action, returned }: { action: string; returned: Returned }) {
  const t = await getTranslations('certificates.verify')
  return (
    <form action={action} className="space-y-5" method="post" noValidate>
      <TextField autoComplete="off" label={t('nameLabel')} name="printedName" returned={returned} />
      <button className="button-quiet" type="submit">
        {t('nameButton')}
      </button>
    </form>
  )
}
