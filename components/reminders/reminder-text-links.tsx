import { getTranslations } from 'next-intl/server'
import type { Language } from '#lib/domain/language'
import type { ReminderMoment } from '#lib/domain/mail/reminder-text'

type TextPlace = { readonly language: Language; readonly moment: ReminderMoment }

type ReminderTextLinksProps = {
  readonly texts: readonly (TextPlace & { readonly isOwn: boolean })[]
  readonly hrefFor: (place: TextPlace) => string
}

/** The way to each text, with whose words it has. */
export async function ReminderTextLinks({ texts, hrefFor }: ReminderTextLinksProps) {
  const t = await getTranslations('reminders')
  return (
    <section aria-labelledby="words" className="mt-10">
      <h2 id="words">{t('settings.wordsTitle')}</h2>
      <p className="text-muted mb-2">{t('settings.wordsHint')}</p>
      <ul>
        {texts.map(({ language, moment, isOwn }) => (
          <li key={`${language} ${moment}`}>
            <a className="inline-flex min-h-11 items-center" href={hrefFor({ language, moment })}>
              {t(`moment.${moment}`)} ({t(`language.${language}`)})
            </a>{' '}
            <span className="text-muted">{t(isOwn ? 'settings.own' : 'settings.default')}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
