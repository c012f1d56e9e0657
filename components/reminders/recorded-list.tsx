import { getTranslations } from 'next-intl/server'
import { dayWords } from '#components/compliance/day-words'
import { kindWords } from '#components/reminders/kind-words'
import type { LocalDate } from '#lib/domain/calendar'
import type { SkipReason } from '#lib/domain/compliance/reminder-schedule'
import type { MailState } from '#lib/domain/mail/outbox'

type Line = {
  readonly staffMemberId: string
  readonly name: string
  readonly requirementId: string
  readonly requirementName: string
  readonly kind: string
  readonly dueOn: LocalDate
  readonly on: LocalDate
  readonly isAutomatic: boolean
  readonly outcome: MailState | SkipReason
  readonly problem: string | null
}

type RecordedListProps = {
  readonly lines: readonly Line[]
  readonly hrefForPerson: (staffMemberId: string) => string
}

/** Every reminder with what became of it, the newest first. */
export async function RecordedList({ lines, hrefForPerson }: RecordedListProps) {
  const t = await getTranslations('reminders')
  return (
    <section aria-labelledby="recorded">
      <h2 id="recorded">{t('record.recordedTitle')}</h2>
      {lines.length === 0 && <p className="card mt-2">{t('record.recordedNone')}</p>}
      <ul className="mt-2 space-y-2">
        {lines.map((line) => (
          <RecordedItem
            href={hrefForPerson(line.staffMemberId)}
            key={`${line.staffMemberId} ${line.requirementId} ${line.dueOn} ${line.kind}`}
            line={line}
          />
        ))}
      </ul>
    </section>
  )
}

const looks: Readonly<Partial<Record<Line['outcome'], string>>> = {
  sent: 'text-good',
  failed: 'text-danger',
}

async function RecordedItem({ line, href }: { line: Line; href: string }) {
  const t = await getTranslations('reminders')
  const day = await dayWords()
  const kind = await kindWords()
  return (
    <li className="card py-2">
      <span className="flex flex-wrap items-center gap-x-3">
        <span className="text-muted text-sm">{day(line.on)}</span>
        <a className="inline-flex min-h-11 items-center font-medium" href={href}>
          {line.name}
        </a>
        <span className={`font-medium ${looks[line.outcome] ?? 'text-muted'}`}>
          {t(`outcome.${line.outcome}`)}
        </span>
      </span>
      <span className="block">
        {kind(line.kind)} · {line.requirementName}, {t('record.dueOn', { on: day(line.dueOn) })}
        {!line.isAutomatic && ` · ${t('record.byHand')}`}
      </span>
      {line.problem && <span className="text-muted block text-sm wrap-anywhere">{line.problem}</span>}
    </li>
  )
}
