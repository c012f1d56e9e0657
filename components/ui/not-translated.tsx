import { getLocale } from 'next-intl/server'
import { wordsOf } from '#components/ui/words'
import type { Language } from '#lib/domain/language'

/** Says of a text that it is not in the reader's language, and in which it is. Nothing where it is. */
export async function NotTranslated({ language }: { readonly language: Language }) {
  if (language === (await getLocale())) return null
  const t = await wordsOf('common')
  return (
    <p className="border-notice-line bg-notice my-4 rounded-lg border px-4 py-2">
      {t('notTranslated', { language })}
    </p>
  )
}
