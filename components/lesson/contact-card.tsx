import type { ReactNode } from 'react'
import type { DrawComponent } from '#components/lesson/drawing'
import type { LessonLabels } from '#components/lesson/lesson-labels'
import type { ShownContact } from '#lib/domain/curriculum/local-contacts'

/** A number has eleven digits here, and fifteen after a plus anywhere. What has more is two numbers in one line. */
const mostDigits = (digits: string) => (digits.startsWith('+') ? 16 : 11)

/** The digits to dial; undefined for words and for two numbers in one line, which no telephone can dial. */
function dialled(number: string): string | undefined {
  const digits = number.replace(/[^\d+]/g, '')
  const written = /^\+?[\d() .-]+$/.test(number.trim())
  return written && digits.length <= mostDigits(digits) ? digits : undefined
}

const row = (name: string, value: ReactNode) => (
  <div className="@sm:flex @sm:items-baseline @sm:gap-3">
    <dt className="text-muted @sm:w-32 @sm:shrink-0">{name}</dt>
    <dd>{value}</dd>
  </div>
)

function phone(number: string) {
  const digits = dialled(number)
  return digits === undefined ? (
    number
  ) : (
    <a className="inline-flex min-h-11 items-center text-lg font-semibold" href={`tel:${digits}`}>
      {number}
    </a>
  )
}

function textMessage(words: string) {
  const code = /^\d+/.exec(words)?.[0]
  return code === undefined ? words : <a href={`sms:${code}`}>{words}</a>
}

function ways({ phone: number, text, chat }: ShownContact, labels: LessonLabels['contact']) {
  return (
    <>
      {number === undefined ? null : row(labels.phone, phone(number))}
      {text === undefined ? null : row(labels.text, textMessage(text))}
      {chat === undefined
        ? null
        : row(
            labels.chat,
            <a href={chat} rel="noopener noreferrer">
              {labels.openChat}
            </a>,
          )}
    </>
  )
}

type ContactCardProps = {
  readonly contact: ShownContact
  readonly labels: LessonLabels['contact']
  readonly id?: string | undefined
  formatDate(date: string): string
}

/** One service with how to reach it, when that was checked, and how sure we are. */
export function ContactCard({ contact, labels, id, formatDate }: ContactCardProps) {
  const isReachable = Boolean(contact.phone ?? contact.text ?? contact.chat)
  return (
    <div className="border-line bg-raised @container rounded-lg border p-4" id={id}>
      {contact.wordsIn === undefined ? null : <p className="text-sm font-medium">{labels.notTranslated}</p>}
      <p className="font-semibold" lang={contact.wordsIn}>
        {contact.name}
      </p>
      <p className="text-muted text-sm" lang={contact.wordsIn}>
        {contact.who}
      </p>
      {isReachable ? (
        <dl className="my-3 space-y-2">
          {ways(contact, labels)}
          {row(labels.hours, contact.hours)}
          {contact.languages === undefined ? null : row(labels.languages, contact.languages)}
        </dl>
      ) : (
        <p className="my-3">{labels.notEntered}</p>
      )}
      {contact.notes === undefined ? null : (
        <p className="text-sm" lang={contact.wordsIn}>
          {contact.notes}
        </p>
      )}
      {isReachable ? (
        <p className="text-muted text-sm">
          {labels.checkedOn} <time dateTime={contact.checkedOn}>{formatDate(contact.checkedOn)}</time>.{' '}
          {labels.confidence[contact.confidence]}
        </p>
      ) : null}
    </div>
  )
}

export const drawContact: DrawComponent<'Contact'> = ({ props }, { contacts, labels, formatDate }, id) => {
  const contact = contacts.get(props.id)
  return contact ? ContactCard({ contact, labels: labels.contact, id, formatDate }) : null
}
