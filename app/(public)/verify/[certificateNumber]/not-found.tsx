import { getTranslations } from 'next-intl/server'
import { VerifyForm } from '#components/certificate/verify-form'
import { Shell } from '#components/layout/shell'
import { actorIfKnown } from '#lib/web/page'
import { routes } from '#lib/web/routes'
import { saidInStyle } from '#lib/web/words-in-style'

export const metadata = saidInStyle('verify')

export default async function UnknownCertificate() {
  const t = await getTranslations('certificates.verify')
  return (
    <Shell actor={await actorIfKnown()}>
      <h1 className="mb-4">{t('unknownTitle')}</h1>
      <p className="mb-6">{t('unknown')}</p>
      <VerifyForm action={routes.verify} />
    </Shell>
  )
}
