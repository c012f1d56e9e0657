import { getTranslations } from 'next-intl/server'
import { dayWords } from '#components/compliance/day-words'
import type { LocalDate } from '#lib/domain/calendar'

export type TimelineEntry = {
  readonly id: string
  readonly kind: string
  readonly on: LocalDate
  readonly recordedOn: LocalDate
  readonly role: string | null
  readonly employmentKind: string | null
  readonly location: string | null
  readonly module: string | null
  readonly caseTitle: string | null
  readonly track: string | null
  readonly trackVersion: number | null
  readonly requirement: string | null
  readonly language: string | null
  readonly through: LocalDate | null
  readonly category: string | null
  readonly by: string | null
  readonly isOwn: boolean
  readonly reason: string | null
  readonly corrects: string | null
  readonly outcome: string | null
  readonly mending: {
    readonly outcome: 'moved' | 'void'
    readonly on: LocalDate
    readonly recordedOn: LocalDate
    readonly by: string | null
    readonly reason: string | null
    readonly replanned: boolean
  } | null
  /** The page that corrects it, where the reader may. */
  readonly correctHref: string | null
}

/** What a fact says beside itself: language, who recorded it and when, why, and what a correction says of it. */
export async function TimelineNotes({ entry }: { readonly entry: TimelineEntry }) {
  const t = await getTranslations('practice')
  const { language, reason, isOwn } = entry
  const recorded = await recordedWords(entry)
  const mended = await mendingWords(entry)
  return (
    <>
      {language && <span className="text-muted block text-sm">{t('person.takenIn', { language })}</span>}
      {mended && <span className="block text-sm font-medium">{mended}</span>}
      {recorded && <span className="text-muted block text-sm">{recorded}</span>}
      {isOwn && <span className="block text-sm">{t('person.byOwn')}</span>}
      {reason && <span className="block text-sm">{t('person.reason', { reason })}</span>}
    </>
  )
}

/** Who recorded it, and when, where that was another day than the one it speaks of. */
async function recordedWords({ by, on, recordedOn }: TimelineEntry): Promise<string | null> {
  const t = await getTranslations('practice')
  const day = await dayWords()
  if (recordedOn === on) return by && t('person.by', { name: by })
  return by
    ? t('person.byOn', { name: by, on: day(recordedOn) })
    : t('person.recordedOn', { on: day(recordedOn) })
}

async function mendingWords({ mending }: TimelineEntry): Promise<string | null> {
  if (!mending) return null
  const t = await getTranslations('practice')
  const day = await dayWords()
  const { outcome, on, recordedOn, by, reason, replanned } = mending
  const values = { on: day(recordedOn), by: by ?? 'none' }
  const struck = replanned ? t('person.replaced', values) : t('person.struck', values)
  const said = outcome === 'moved' ? t('person.moved', { ...values, to: day(on) }) : struck
  return reason ? `${said} ${t('person.mendingReason', { reason })}` : said
}
