import { getTranslations } from 'next-intl/server'
import type { Returned } from '#components/form/form-parts'
import { TextArea } from '#components/form/text-area'

type RevocationFormProps = { readonly action: string; readonly returned: Returned }

/** Why a certificate is revoked; the button says that it is for good. */
export async function RevocationForm({ action, returned }: RevocationFormProps) {
  const t = await getTranslations('entries')
  return (
    <form action={action} className="space-y-5" method="post" noValidate>
      <p>{t('revocation.hint')}</p>
      <TextArea
        hint={t('revocation.reasonHint')}
        label={t('revocation.reason')}
        name="reason"
        returned={returned}
      />
      <button className="button" type="submit">
        {t('revocation.button')}
      </button>
    </form>
  )
}
