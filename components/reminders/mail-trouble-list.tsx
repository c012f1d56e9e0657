import { getTranslations } from 'next-intl/server'

export type Trouble = {
  readonly id: string
  /** Null for somebody from outside, who has no page. */
  readonly staffMemberId: string | null
  readonly name: string
  readonly toAddress: string
  readonly isRetried: boolean
  readonly problem: string
}

type MailTroubleListProps = {
  readonly trouble: readonly Trouble[]
  readonly hrefForPerson: (staffMemberId: string) => string
}

/** What did not arrive, and what the mail server said; nothing where everything did. */
export async function MailTroubleList({ trouble, hrefForPerson }: MailTroubleListProps) {
  if (trouble.length === 0) return null
  const t = await getTranslations('reminders')
  return (
    <section aria-labelledby="trouble" className="border-danger mb-8 border-l-4 pl-4">
      <h2 id="trouble">{t('record.troubleTitle')}</h2>
      <p className="text-muted mb-2">{t('record.troubleHint')}</p>
      <ul className="space-y-2">
        {trouble.map(({ id, staffMemberId, name, toAddress, isRetried, problem }) => (
          <li key={id}>
            <span className="flex flex-wrap items-center gap-x-3">
              {staffMemberId === null ? (
                <span className="font-medium">{name}</span>
              ) : (
                <a
                  className="inline-flex min-h-11 items-center font-medium"
                  href={hrefForPerson(staffMemberId)}
                >
                  {name}
                </a>
              )}
              <span className="wrap-anywhere">{toAddress}</span>
              <span className="font-medium">{t(isRetried ? 'record.retried' : 'record.givenUp')}</span>
            </span>
            <span className="text-muted block text-sm wrap-anywhere">{problem}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
