import { getFormatter, getTranslations } from 'next-intl/server'
import type { Instant } from '#lib/domain/calendar'
import type { Disclosure, MailState } from '#lib/domain/mail/outbox'

type Line = {
  readonly id: string
  readonly toName: string
  readonly toAddress: string
  readonly subject: string
  readonly createdAt: Instant
  readonly state: MailState
  readonly problem: string | null
  readonly disclosure: Disclosure
  readonly body: string | null
}

type OutboxListProps = {
  readonly lines: readonly Line[]
  readonly timeZone: string
  readonly hrefFor: (id: string) => string
  readonly hrefToShow: (id: string) => string
  /** The message that the address names: it stands open. */
  readonly chosen: string | null
  /** The message that was asked for just now. */
  readonly shown: { readonly mailId: string; readonly body: string } | null
}

const tones: Record<MailState, string> = {
  sent: 'border-line text-muted',
  waiting: 'border-accent bg-accent-soft text-accent',
  'trying-again': 'border-notice-line bg-notice text-ink',
  failed: 'border-danger bg-danger-soft text-danger',
  withdrawn: 'border-line text-muted',
}

/** The practice's mail, the newest first, with the words of whatever no mail server will carry. */
export async function OutboxList({ lines, timeZone, hrefFor, hrefToShow, chosen, shown }: OutboxListProps) {
  const t = await getTranslations('practice')
  const format = await getFormatter()
  if (lines.length === 0) return <p className="card">{t('outbox.empty')}</p>
  return (
    <ul className="space-y-3">
      {lines.map((line) => (
        <li className="card target:border-accent scroll-mt-4" id={line.id} key={line.id}>
          <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
            <div>
              <h2 className="text-lg">{line.subject}</h2>
              <p>
                {line.toName} <span className="text-muted inline-block wrap-anywhere">{line.toAddress}</span>
              </p>
              <p className="text-sm">
                <a className="text-muted inline-flex min-h-6 items-center" href={hrefFor(line.id)}>
                  {format.dateTime(new Date(line.createdAt), {
                    timeZone,
                    dateStyle: 'medium',
                    timeStyle: 'short',
                  })}
                </a>
              </p>
            </div>
            <span className={`rounded-full border px-2.5 py-0.5 text-sm font-medium ${tones[line.state]}`}>
              {t(`outbox.state.${line.state}`)}
            </span>
          </div>
          {line.problem && <p className="mt-2 text-sm break-words">{line.problem}</p>}
          {shown?.mailId === line.id ? (
            <Words body={shown.body} />
          ) : (
            <Disclosed hrefToShow={hrefToShow} isOpen={line.id === chosen} line={line} />
          )}
        </li>
      ))}
    </ul>
  )
}

type DisclosedProps = {
  readonly line: Line
  readonly isOpen: boolean
  readonly hrefToShow: OutboxListProps['hrefToShow']
}

async function Disclosed({ line, isOpen, hrefToShow }: DisclosedProps) {
  const t = await getTranslations('practice')
  switch (line.disclosure) {
    case 'sent':
      return null
    case 'open':
      return (
        <details className="mt-1" open={isOpen}>
          <summary className="text-accent cursor-pointer py-2.5">{t('outbox.read')}</summary>
          <Words body={line.body ?? ''} />
        </details>
      )
    case 'on-request':
      return (
        <form action={hrefToShow(line.id)} className="mt-3" method="post">
          <button className="button-quiet" type="submit">
            {t('outbox.show')}
          </button>
          <p className="text-muted mt-1 text-sm">{t('outbox.showHint')}</p>
        </form>
      )
    case 'kept':
    case 'over':
      return <p className="text-muted mt-2 text-sm">{t(`outbox.${line.disclosure}`)}</p>
  }
}

function Words({ body }: { body: string }) {
  return (
    <p className="bg-surface border-line mt-2 rounded-lg border p-4 break-words whitespace-pre-wrap">
      {body}
    </p>
  )
}
