import { getTranslations } from 'next-intl/server'
import { dayWords } from '#components/compliance/day-words'
import { momentWords } from '#components/ui/moment-words'
import type { Instant, LocalDate } from '#lib/domain/calendar'
import type { TimeAllowance } from '#lib/domain/training/time-limit'

type Ahead = {
  readonly kind: 'ahead'
  readonly policyMinutes: number
  readonly minutes: number | null
  readonly endsAt: Instant | null
  readonly accommodation: {
    readonly allowance: TimeAllowance
    readonly since: LocalDate
    readonly by: string | null
  } | null
}

type QuizTimeProps = {
  readonly time: Ahead | { readonly kind: 'running' | 'over'; readonly endsAt: Instant } | null
  readonly timeZone: string
}

/** How long an attempt may take, said before it begins: until when it would run, and what becomes of the answers then. */
export async function QuizTime({ time, timeZone }: QuizTimeProps) {
  const t = await getTranslations('quiz.time')
  const moment = await momentWords(timeZone)
  if (time === null) return <p>{t('none')}</p>
  if (time.kind !== 'ahead') {
    return <p className="font-semibold">{t(time.kind, { at: moment(time.endsAt) })}</p>
  }
  const { minutes, endsAt } = time
  return (
    <>
      {minutes === null ? (
        <p className="font-semibold">{t('noneForYou', { minutes: time.policyMinutes })}</p>
      ) : (
        <p className="font-semibold">
          {endsAt ? t('ahead', { minutes, at: moment(endsAt) }) : t('onceBegun', { minutes })}
        </p>
      )}
      <OwnAllowance {...time} />
      {minutes !== null && <p>{t('atTheEnd')}</p>}
    </>
  )
}

async function OwnAllowance({ accommodation, policyMinutes, minutes }: Ahead) {
  if (accommodation === null) return null
  const t = await getTranslations('quiz.time')
  const day = await dayWords()
  const said = { by: accommodation.by ?? t('somebody'), since: day(accommodation.since) }
  return (
    <p>
      {minutes !== null && t('moreForYou', { minutes: policyMinutes })} {t('recordedBy', said)}
    </p>
  )
}
