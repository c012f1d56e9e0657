import { getTranslations } from 'next-intl/server'
import { type Returned, TextField } from '#components/form/form-parts'

type ChoosePasswordFormProps = {
  readonly action: string
  readonly emailAddress: string | null
  readonly returned: Returned
}

/** One field, since nobody checks a password by typing it twice; a password manager fills it by the address above it. */
export async function ChoosePasswordForm({ action, emailAddress, returned }: ChoosePasswordFormProps) {
  const t = await getTranslations('account.newPassword')
  return (
    <form action={action} className="space-y-5" method="post" noValidate>
      {emailAddress && (
        <>
          <p className="wrap-anywhere">{t('for', { emailAddress })}</p>
          {/* Without a name it is not sent; password managers store the address with the password. */}
          <input autoComplete="username" defaultValue={emailAddress} hidden readOnly type="email" />
        </>
      )}
      <TextField
        autoComplete="new-password"
        hint={t('hint')}
        label={t('label')}
        name="password"
        returned={returned}
        type="password"
      />
      <button className="button" type="submit">
        {t('save')}
      </button>
    </form>
  )
}
