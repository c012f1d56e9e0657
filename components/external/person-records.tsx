import { getTranslations } from 'next-intl/server'

type PersonRecordsProps = {
  readonly externalsHref: string
  readonly licencesHref: string
  /** Certificates from elsewhere that wait for a second person. */
  readonly waiting: number
}

/** The ways to what is kept of a person on pages of its own. */
export async function PersonRecords({ externalsHref, licencesHref, waiting }: PersonRecordsProps) {
  const t = await getTranslations('external.person')
  return (
    <section className="card no-print">
      <h2 className="mb-1">{t('title')}</h2>
      <ul>
        <li>
          <a className="inline-flex min-h-11 items-center" href={externalsHref}>
            {t('external')} {t('waiting', { waiting })}
          </a>
        </li>
        <li>
          <a className="inline-flex min-h-11 items-center" href={licencesHref}>
            {t('licences')}
          </a>
        </li>
      </ul>
    </section>
  )
}
