import { getTranslations } from 'next-intl/server'
import { dayWords } from '#components/compliance/day-words'
import type { LocalDate } from '#lib/domain/calendar'
import type { ReminderText } from '#lib/domain/mail/reminder-text'

type EarlierTextsProps = {
  readonly texts: readonly {
    readonly version: number
    readonly text: ReminderText | null
    readonly recordedOn: LocalDate
    readonly recordedBy: string | null
  }[]
}

/** What stood here before, the newest first; nothing where nothing did. */
export async function EarlierTexts({ texts }: EarlierTextsProps) {
  if (texts.length === 0) return null
  const t = await getTranslations('reminders')
  const day = await dayWords()
  return (
    <details className="border-line mt-10 border-t pt-2">
      <summary className="text-accent cursor-pointer py-2.5">{t('text.earlierTitle')}</summary>
      <ul className="space-y-5">
        {texts.map(({ version, text, recordedOn, recordedBy: name }) => (
          <li key={version}>
            <p className="text-muted text-sm">
              {name === null ? day(recordedOn) : t('text.by', { on: day(recordedOn), name })}
            </p>
            <p className="font-semibold">{text ? text.subject : t('settings.default')}</p>
            {text && <p className="break-words whitespace-pre-wrap">{text.body}</p>}
          </li>
        ))}
      </ul>
    </details>
  )
}
