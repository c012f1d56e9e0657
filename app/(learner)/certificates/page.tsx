import { getLocale, getTranslations } from 'next-intl/server'
import { CertificateList } from '#components/certificate/certificate-list'
import { Shell } from '#components/layout/shell'
import { viewCertificates } from '#lib/use-cases/certificates/view-certificates'
import { dayFormatter } from '#lib/web/format-day'
import { pageContext } from '#lib/web/page'
import { routes } from '#lib/web/routes'

export default async function CertificatesPage() {
  const { view, actor } = await pageContext(viewCertificates)
  const t = await getTranslations('certificates')
  return (
    <Shell actor={actor}>
      <h1 className="mb-2">{t('title')}</h1>
      {view.length > 0 ? (
        <>
          <p className="mb-8">{t('intro')}</p>
          <CertificateList
            certificates={view}
            formatDay={dayFormatter(await getLocale())}
            hrefFor={routes.certificate}
          />
        </>
      ) : (
        <div className="card mt-6">
          <p className="mb-4">{t('empty')}</p>
          <a className="button" href={routes.training}>
            {t('emptyAction')}
          </a>
        </div>
      )}
    </Shell>
  )
}
