import { getTranslations } from 'next-intl/server'
import { type Returned, TextField } from '#components/form/form-parts'
import { PrintButton } from '#components/ui/print-button'
import { QrCode } from '#components/ui/qr-code'

type EnrolmentProps = {
  readonly enrolling: {
    readonly qr: { readonly d: string; readonly size: number }
    readonly secret: string
    readonly recoveryCodes: readonly string[]
  }
  readonly addresses: { readonly confirmation: string; readonly enrolment: string }
  readonly returned: Returned
}

/** Add the key to the app, keep the codes, show that it works. Only the codes are printed. */
export async function SecondFactorEnrolment({ enrolling, addresses, returned }: EnrolmentProps) {
  const t = await getTranslations('account.second')
  return (
    <div className="space-y-10">
      <section className="no-print">
        <h2 className="mb-2">{t('scanTitle')}</h2>
        <p className="mb-3">{t('scanHint')}</p>
        <QrCode label={t('qr')} qr={enrolling.qr} />
        <p className="mt-4">{t('typeHint')}</p>
        <p className="font-mono text-lg wrap-anywhere">{enrolling.secret}</p>
      </section>
      <section>
        <h2 className="mb-2">{t('codesTitle')}</h2>
        <p className="mb-3">{t('codesHint')}</p>
        <ul aria-label={t('codesLabel')} className="card mb-3 grid gap-x-6 gap-y-2 font-mono sm:grid-cols-2">
          {enrolling.recoveryCodes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ul>
        <PrintButton label={t('print')} />
      </section>
      <section className="no-print">
        <h2 className="mb-3">{t('confirmTitle')}</h2>
        <form action={addresses.confirmation} className="space-y-5" method="post" noValidate>
          <TextField
            autoComplete="one-time-code"
            inputMode="numeric"
            label={t('codeLabel')}
            name="code"
            returned={returned}
          />
          <button className="button" type="submit">
            {t('confirm')}
          </button>
        </form>
        <form action={addresses.enrolment} className="mt-8" method="post">
          <button className="button-quiet" type="submit">
            {t('again')}
          </button>
        </form>
      </section>
    </div>
  )
}
