import { randomUUID } from 'node:crypto'
import { getTranslations } from 'next-intl/server'
import { momentWords } from '#components/ui/moment-words'

type TimeOverProps = {
  readonly moduleTitle: string
  readonly endsAt: string
  readonly timeZone: string
  /** How many questions have an answer that was saved, of how many. */
  readonly saved: number
  readonly count: number
  /** Where it is handed in. */
  readonly action: string
}

/** Instead of the questions of a sitting whose time is over: what is handed in, and the button that does it. */
export async function TimeOver({ moduleTitle, endsAt, timeZone, saved, count, action }: TimeOverProps) {
  const t = await getTranslations('quiz')
  const moment = await momentWords(timeZone)
  return (
    <>
      <h1 className="mb-6">{t('title', { module: moduleTitle })}</h1>
      <div className="card space-y-4">
        <p className="font-semibold">{t('time.over', { at: moment(endsAt) })}</p>
        <p>{t('time.savedInTime', { saved, count })}</p>
        <form action={action} method="post">
          <input name="idempotencyKey" type="hidden" value={randomUUID()} />
          <button className="button" type="submit">
            {t('time.handInSaved')}
          </button>
        </form>
      </div>
    </>
  )
}
