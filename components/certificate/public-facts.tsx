import { getTranslations } from 'next-intl/server'
import { Facts } from '#components/certificate/facts'
import { StandingMark } from '#components/certificate/standing-mark'
import { printCertificateNumber } from '#lib/domain/certification/certificate-number'
import type { PublicCertificate } from '#lib/domain/certification/public-certificate'

type PublicFactsProps = { readonly certificate: PublicCertificate; formatDay(on: string): string }

/** All that the public page shows of a certificate. */
export async function PublicFacts({ certificate, formatDay }: PublicFactsProps) {
  const t = await getTranslations('certificates')
  const { number, standing, initials, trackTitle, modules, cases, completedOn, validThrough } = certificate
  return (
    <div className="card">
      <Facts
        facts={[
          [
            t('verify.status'),
            <StandingMark key="standing" standing={standing} words={t(`verify.standing.${standing}`)} />,
          ],
          [t('verify.initials'), initials || t('verify.noInitials')],
          [t('verify.track'), trackTitle],
          [t('completedOn'), formatDay(completedOn)],
          [t('validThrough'), validThrough ? formatDay(validThrough) : t('noEnd')],
          [
            cases.length > 0 ? t('modulesAndCases') : t('modules'),
            <ul className="space-y-1" key="modules">
              {[...modules, ...cases].map((part) => (
                <li key={part.title}>{t('verify.moduleVersion', part)}</li>
              ))}
            </ul>,
          ],
          [
            t('number'),
            <span className="font-mono" key="number">
              {printCertificateNumber(number)}
            </span>,
          ],
        ]}
      />
    </div>
  )
}
