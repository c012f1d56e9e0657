import { getTranslations } from 'next-intl/server'
import { Facts } from '#components/certificate/facts'
import { QrCode } from '#components/ui/qr-code'
import {
  type Certificate,
  certifiedMinutes,
  certifiedObjectives,
} from '#lib/domain/certification/certificate'

type CertificateSheetProps = {
  readonly certificate: Certificate & { readonly reviewNotes: readonly string[] }
  readonly printedNumber: string
  readonly verificationUrl: string
  readonly qr: { readonly d: string; readonly size: number }
  formatDay(on: string): string
}

/** The document as it was issued. It reads the same on the screen and on paper. */
export async function CertificateSheet(props: CertificateSheetProps) {
  const { certificate, formatDay } = props
  const t = await getTranslations('certificates')
  const people = await getTranslations('people')
  return (
    <article className="card sm:p-10 print:border-0 print:p-0">
      <h1 className="text-accent text-xl print:text-black">{t('heading')}</h1>
      <p className="text-muted mt-6 print:mt-3">{t('recordsThat')}</p>
      <p className="text-3xl leading-tight font-semibold wrap-anywhere sm:text-4xl">
        {certificate.printedName}
      </p>
      <p className="text-muted mt-4">{t('completed')}</p>
      <p className="mb-8 text-2xl font-semibold print:mb-4">{certificate.trackTitle}</p>
      <Facts
        facts={[
          [t('completedOn'), formatDay(certificate.completedOn)],
          [t('validThrough'), certificate.validThrough ? formatDay(certificate.validThrough) : t('noEnd')],
          [t('practice'), certificate.practiceName],
          [t('role'), people(`roles.${certificate.role}` as never)],
          [t('learningTime'), t('minutes', { count: certifiedMinutes(certificate) })],
          [t('objectives'), t('objectivesTested', { count: certifiedObjectives(certificate) })],
        ]}
      />
      <Parts cases={certificate.cases} modules={certificate.modules} />
      {certificate.reviewNotes.length > 0 && (
        <section className="mt-8 print:mt-5">
          <h2 className="text-base">{t('review')}</h2>
          {certificate.reviewNotes.map((note) => (
            <p className="text-muted text-sm" key={note}>
              {note}
            </p>
          ))}
        </section>
      )}
      <Proof {...props} />
    </article>
  )
}

async function Parts({ modules, cases }: Pick<Certificate, 'modules' | 'cases'>) {
  const t = await getTranslations('certificates')
  const parts = [
    ...modules.map((each) => ({ ...each, id: each.moduleVersionId })),
    ...cases.map((each) => ({ ...each, id: each.caseVersionId })),
  ]
  return (
    <section className="mt-8 print:mt-5">
      <h2 className="mb-2 text-base" id="modules">
        {cases.length > 0 ? t('modulesAndCases') : t('modules')}
      </h2>
      <table aria-labelledby="modules" className="w-full">
        <thead>
          <tr className="border-line text-muted border-b text-left text-sm">
            <th className="py-2 pr-3 font-normal" scope="col">
              {cases.length > 0 ? t('moduleOrCase') : t('module')}
            </th>
            <th className="py-2 pr-3 text-right font-normal" scope="col">
              {t('version')}
            </th>
            <th className="py-2 text-right font-normal" scope="col">
              {t('minutesHead')}
            </th>
          </tr>
        </thead>
        <tbody>
          {parts.map(({ id, title, version, minutes }) => (
            <tr className="border-line border-b" key={id}>
              <th className="py-2 pr-3 text-left font-normal" scope="row">
                {title}
              </th>
              <td className="py-2 pr-3 text-right tabular-nums">{version}</td>
              <td className="py-2 text-right tabular-nums">{minutes}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

async function Proof({ printedNumber, verificationUrl, qr }: CertificateSheetProps) {
  const t = await getTranslations('certificates')
  return (
    <div className="mt-10 break-inside-avoid gap-6 sm:flex sm:items-center print:mt-5 print:flex print:items-center">
      <div className="w-40 shrink-0 print:w-32">
        <QrCode label={t('qr')} qr={qr} />
      </div>
      <div className="mt-4 sm:mt-0 print:mt-0">
        <p className="font-semibold">{t('disclaimer')}</p>
        <p className="text-muted mt-3 text-sm">{t('number')}</p>
        <p className="font-mono wrap-anywhere">{printedNumber}</p>
        <p className="text-muted mt-3 text-sm">{t('verifyAt')}</p>
        <p className="wrap-anywhere">
          <a href={verificationUrl}>{verificationUrl.replace(/^https?:\/\//, '')}</a>
        </p>
      </div>
    </div>
  )
}
