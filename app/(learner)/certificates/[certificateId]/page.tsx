import { getLocale, getTranslations } from 'next-intl/server'
import { CertificateSheet } from '#components/certificate/certificate-sheet'
import { StandingMark } from '#components/certificate/standing-mark'
import { Shell } from '#components/layout/shell'
import { PrintButton } from '#components/ui/print-button'
import type { Actor } from '#lib/domain/access/actor'
import { type CertificateView, viewCertificate } from '#lib/use-cases/certificates/view-certificate'
import { certificateId } from '#lib/web/certificate-fields'
import { dayFormatter } from '#lib/web/format-day'
import { pageContext } from '#lib/web/page'
import { paramsOr404 } from '#lib/web/params'
import { routes } from '#lib/web/routes'

/** One certificate, for its holder and for managers of its practice. */
export default async function CertificatePage({ params }: PageProps<'/certificates/[certificateId]'>) {
  const input = await paramsOr404({ certificateId }, params)
  const { view, actor } = await pageContext((context) => viewCertificate(context, input))
  return (
    <Shell actor={actor}>
      <Standing view={view} />
      <CertificateSheet {...view} formatDay={dayFormatter(await getLocale())} />
      <Actions actor={actor} view={view} />
    </Shell>
  )
}

/** Nothing where it is valid: then the document speaks for itself. A paper print says so too. */
async function Standing({ view: { standing } }: { view: CertificateView }) {
  if (standing === 'valid') return null
  const t = await getTranslations('certificates')
  return (
    <p className="mb-6">
      <StandingMark standing={standing} words={t(`standing.${standing}`)} /> {t(`standingHint.${standing}`)}
    </p>
  )
}

async function Actions({ actor, view }: { actor: Actor; view: CertificateView }) {
  const t = await getTranslations('certificates')
  const calendar = await getTranslations('calendar')
  const share = await getTranslations('external.share')
  const { id, practiceId } = view.certificate
  const worksElsewhere = actor.memberships.some((post) => post.practiceId !== practiceId)
  return (
    <div className="no-print mt-6 flex flex-wrap items-center gap-3">
      {view.standing !== 'revoked' && (
        <a className="button" href={routes.certificatePdf(id)}>
          {t('pdf')}
        </a>
      )}
      {view.own && view.standing !== 'revoked' && view.certificate.validThrough !== null && (
        <a className="button-quiet" href={routes.renewalFile(view.certificate.id)}>
          {calendar('addRenewal')}
        </a>
      )}
      <PrintButton label={t('print')} />
      {view.own && worksElsewhere && view.standing !== 'revoked' && (
        <a className="button-quiet" href={routes.certificateSharing(id)}>
          {share('link')}
        </a>
      )}
      {view.own && (
        <a className="inline-flex min-h-11 items-center" href={routes.certificates}>
          {t('all')}
        </a>
      )}
    </div>
  )
}
