import { getTranslations } from 'next-intl/server'
import { dayWords } from '#components/compliance/day-words'
import type { LocalDate } from '#lib/domain/calendar'
import { type CertificateNumber, printCertificateNumber } from '#lib/domain/certification/certificate-number'

type CertificateListProps = {
  readonly certificates: readonly {
    readonly number: CertificateNumber
    readonly trackTitle: string
    readonly completedOn: LocalDate
    readonly validThrough: LocalDate | null
    readonly revoked: boolean
    /** The page that revokes it. */
    readonly revokeHref: string
  }[]
  /** The public page that verifies a number. */
  readonly hrefFor: (number: string) => string
}

/** Every certificate that a person earned at this practice. */
export async function CertificateList({ certificates, hrefFor }: CertificateListProps) {
  const t = await getTranslations('practice')
  const entries = await getTranslations('entries')
  const day = await dayWords()
  return (
    <section className="card">
      <h2 className="mb-3">{t('person.certificates')}</h2>
      {certificates.length === 0 && <p className="text-muted">{t('none')}</p>}
      <ul className="space-y-3">
        {certificates.map(({ number, trackTitle, completedOn, validThrough, revoked, revokeHref }) => (
          <li key={number}>
            <span className="font-semibold">{trackTitle}</span>
            {revoked && <span className="text-danger ml-2 font-semibold">{t('person.revoked')}</span>}
            <span className="block">
              {t('person.completedOn')} {day(completedOn)} ·{' '}
              {validThrough ? t('person.validThrough', { on: day(validThrough) }) : t('person.noEnd')}
            </span>
            <a
              className="inline-flex min-h-11 items-center font-mono text-sm break-all"
              href={hrefFor(number)}
            >
              {printCertificateNumber(number)}
            </a>
            {!revoked && (
              <a
                aria-label={entries('revokeLink', { number: printCertificateNumber(number) })}
                className="no-print ml-4 inline-flex min-h-11 items-center text-sm"
                href={revokeHref}
              >
                {entries('revoke')}
              </a>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
