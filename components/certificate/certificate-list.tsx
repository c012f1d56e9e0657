import { getTranslations } from 'next-intl/server'
import type { LocalDate } from '#lib/domain/calendar'

type Listed = {
  readonly id: string
  readonly trackTitle: string
  readonly practiceName: string
  readonly completedOn: LocalDate
  readonly validThrough: LocalDate | null
  readonly revoked: boolean
}

type CertificateListProps = {
  readonly certificates: readonly Listed[]
  hrefFor(id: string): string
  formatDay(on: string): string
}

/** By the year of completion, the latest first, as the list comes. */
export function CertificateList({ certificates, hrefFor, formatDay }: CertificateListProps) {
  const years = [...Map.groupBy(certificates, ({ completedOn }) => completedOn.slice(0, 4))]
  return (
    <>
      {years.map(([year, ofYear]) => (
        <section className="mb-8" key={year}>
          <h2 className="mb-3">{year}</h2>
          <ul className="space-y-4">
            {ofYear.map((certificate) => (
              <Row
                certificate={certificate}
                formatDay={formatDay}
                href={hrefFor(certificate.id)}
                key={certificate.id}
              />
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}

type RowProps = { readonly certificate: Listed; readonly href: string; formatDay(on: string): string }

async function Row({ certificate, href, formatDay }: RowProps) {
  const t = await getTranslations('certificates')
  const { trackTitle, practiceName, completedOn, validThrough, revoked } = certificate
  const name = t('openNamed', { on: formatDay(completedOn), track: trackTitle })
  return (
    <li className="card gap-4 sm:flex sm:items-center sm:justify-between">
      <div>
        <h3>{trackTitle}</h3>
        <p className="text-muted">{practiceName}</p>
        <p>
          {t('completedOn')} {formatDay(completedOn)}
        </p>
        <p>{validThrough ? `${t('validThrough')} ${formatDay(validThrough)}` : t('noEnd')}</p>
        {revoked && <p className="text-danger font-semibold">{t('standing.revoked')}</p>}
      </div>
      <a aria-label={name} className="button-quiet mt-4 sm:mt-0" href={href}>
        {t('open')}
      </a>
    </li>
  )
}
