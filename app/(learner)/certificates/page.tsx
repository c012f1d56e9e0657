import { getLocale, getTranslations } from 'next-intl/server'
import { CertificateList } from '#components/certificate/certificate-list'
import { ExternalAddLinks } from '#components/external/external-add-links'
import { ExternalList } from '#components/external/external-list'
import { Shell } from '#components/layout/shell'
import type { Membership } from '#lib/domain/access/actor'
import { ok } from '#lib/domain/result'
import { viewCertificates } from '#lib/use-cases/certificates/view-certificates'
import { type OwnExternal, viewOwnExternals } from '#lib/use-cases/external/view-own-externals'
import { dayFormatter } from '#lib/web/format-day'
import { pageContext } from '#lib/web/page'
import { routes } from '#lib/web/routes'

export default async function CertificatesPage() {
  const { view, actor } = await pageContext(async (context) => {
    const certificates = await viewCertificates(context)
    const externals = await viewOwnExternals(context)
    if (!certificates.ok) return certificates
    if (!externals.ok) return externals
    return ok({ certificates: certificates.value, externals: externals.value })
  })
  const t = await getTranslations('certificates')
  return (
    <Shell actor={actor}>
      <h1 className="mb-2">{t('title')}</h1>
      {view.certificates.length > 0 ? (
        <>
          <p className="mb-8">{t('intro')}</p>
          <CertificateList
            certificates={view.certificates}
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
      <OwnExternals entries={view.externals} memberships={actor.memberships} />
    </Shell>
  )
}

type OwnExternalsProps = {
  readonly entries: readonly OwnExternal[]
  readonly memberships: readonly Membership[]
}

/** What was done elsewhere, and the way to bring more of it along. */
async function OwnExternals({ entries, memberships }: OwnExternalsProps) {
  const t = await getTranslations('external.own')
  return (
    <section className="mt-10">
      <h2 className="mb-2">{t('title')}</h2>
      <p className="mb-4">{t('intro')}</p>
      {entries.length === 0 && <p className="text-muted mb-4">{t('empty')}</p>}
      <ExternalList entries={entries} hrefFor={({ id }) => routes.external(id)} seenBy="holder" />
      <div className="mt-4">
        <ExternalAddLinks hrefFor={routes.newExternal} memberships={memberships} />
      </div>
    </section>
  )
}
