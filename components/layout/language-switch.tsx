import { getLocale } from 'next-intl/server'
import { languages } from '#lib/domain/language'

/** Each language calls itself by its own name, so that its readers find it. */
const names = { en: 'English', es: 'Español' } as const

/** A plain form that comes back to this very page. No script is needed. */
export async function LanguageSwitch() {
  const locale = await getLocale()
  return (
    <form action="/language" method="post">
      {languages
        .filter((language) => language !== locale)
        .map((language) => (
          <button
            className="text-accent inline-flex min-h-11 min-w-11 cursor-pointer items-center underline"
            key={language}
            lang={language}
            name="language"
            type="submit"
            value={language}
          >
            {names[language]}
          </button>
        ))}
    </form>
  )
}
