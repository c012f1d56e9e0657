import { getTranslations } from 'next-intl/server'
import { type Returned, TextField } from '#components/form/form-parts'

const nothing: Returned = { problems: [], values: {} }

/** Asks for a number and shows its page: a GET, since looking changes nothing. */
export async function VerifyForm({ action, returned = nothing }: { action: string; returned?: Returned }) {
  const t = await getTranslations('certificates.verify')
  return (
    <form action={action} className="space-y-5" method="get" noValidate>
      <TextField hint={t('hint')} label={t('label')} name="number" returned={returned} />
      <button className="button" type="submit">
        {t('button')}
      </button>
    </form>
  )
}
