import { getLocale, getTranslations } from 'next-intl/server'
import { NameForm } from '#components/certificate/name-form'
import { PublicFacts } from '#components/certificate/public-facts'
import { ErrorSummary, Notice } from '#components/form/form-parts'
import { Shell } from '#components/layout/shell'
import { printCertificateNumber } from '#lib/domain/certification/certificate-number'
import { viewVerification } from '#lib/use-cases/certificates/view-verification'
import { dayFormatter } from '#lib/web/format-day'
import { visitorPageContext } from '#lib/web/page'
import { routes } from '#lib/web/routes'

/** What anybody may learn who has the number: status, training, dates and initials. */
export default async function VerificationPage({
  params,
  searchParams,
}: PageProps<'/verify/[certificateNumber]'>) {
  const { certificateNumber } = await params
  const { view, actor, returned } = await visitorPageContext(
    (context) => viewVerification(context, { certificateNumber }),
    { path: routes.verifyCertificate(certificateNumber), search: searchParams },
  )
  const t = await getTranslations('certificates.verify')
  const printed = printCertificateNumber(view.number)
  return (
    <Shell actor={actor}>
      <h1 className="mb-6">{t('foundTitle')}</h1>
      <Notice returned={returned} />
      <ErrorSummary returned={returned} />
      <PublicFacts certificate={view} formatDay={dayFormatter(await getLocale())} />
      <p className="mt-4">{t('limits')}</p>
      <p className="text-muted mt-2 text-sm">
        {t('signed')} <a href={routes.verificationKeys}>{t('keys')}</a>
      </p>
      <section className="mt-10">
        <h2 className="mb-2">{t('nameTitle')}</h2>
        <p className="mb-4">{t('nameHint')}</p>
        <NameForm action={routes.nameComparison(printed)} returned={returned} />
      </section>
      <p className="mt-10">
        <a href={routes.verify}>{t('another')}</a>
      </p>
    </Shell>
  )
}
