import { headers } from 'next/headers'
import { getTranslations } from 'next-intl/server'
import { VerifyForm } from '#components/certificate/verify-form'
import { Shell } from '#components/layout/shell'
import { actorIfKnown } from '#lib/web/page'
import { lastPartOf } from '#lib/web/request-path'
import { routes } from '#lib/web/routes'
import { saidInStyle } from '#lib/web/words-in-style'

export const metadata = saidInStyle('verify')

/** What was looked for stays in the field, to be compared with the paper and mended. */
export default async function UnknownCertificate() {
  const path = (await headers()).get('x-beacon-path') ?? ''
  const typed = { problems: [], values: { number: lastPartOf(path).slice(0, 100) } }
  const t = await getTranslations('certificates.verify')
  return (
    <Shell actor={await actorIfKnown()}>
      <h1 className="mb-4">{t('unknownTitle')}</h1>
      <p className="mb-6">{t('unknown')}</p>
      <VerifyForm action={routes.verify} returned={typed} />
    </Shell>
  )
}
