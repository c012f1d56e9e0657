import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { VerifyForm } from '#components/certificate/verify-form'
import { ErrorSummary } from '#components/form/form-parts'
import { Shell } from '#components/layout/shell'
import { parseCertificateNumber, printCertificateNumber } from '#lib/domain/certification/certificate-number'
import { ok } from '#lib/domain/result'
import { visitorPageContext } from '#lib/web/page'
import { routes } from '#lib/web/routes'

/** Takes a number from paper. What cannot be one goes to the same answer as one that nobody has. */
export default async function VerifyPage({ searchParams }: PageProps<'/verify'>) {
  const { number } = await searchParams
  const typed = typeof number === 'string' ? number.trim().slice(0, 100) : undefined
  if (typed) {
    const parsed = parseCertificateNumber(typed)
    redirect(routes.verifyCertificate(parsed ? printCertificateNumber(parsed) : typed))
  }
  const { actor } = await visitorPageContext(async () => ok(null))
  const t = await getTranslations('certificates.verify')
  const problems = typed === '' ? [{ field: 'number', words: 'certificate-number-missing' }] : []
  const returned = { problems, values: {} }
  return (
    <Shell actor={actor}>
      <h1 className="mb-4">{t('title')}</h1>
      <ErrorSummary returned={returned} />
      <p className="mb-6">{t('intro')}</p>
      <VerifyForm action={routes.verify} returned={returned} />
    </Shell>
  )
}
