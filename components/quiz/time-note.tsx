import { getTranslations } from 'next-intl/server'
import { momentWords } from '#components/ui/moment-words'

/** On the page of a sitting: when its time is over, and what counts then. */
export async function TimeNote({ endsAt, timeZone }: { endsAt: string; timeZone: string }) {
  const t = await getTranslations('quiz.time')
  const moment = await momentWords(timeZone)
  return (
    <div className="border-line bg-raised mb-6 space-y-2 rounded-xl border p-4">
      <p className="font-semibold">{t('running', { at: moment(endsAt) })}</p>
      <p>{t('atTheEnd')}</p>
      <noscript>
        <p>{t('saveYourself')}</p>
      </noscript>
    </div>
  )
}
