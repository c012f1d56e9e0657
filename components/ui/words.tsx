import { createTranslator } from 'next-intl'
import { getLocale, getMessages } from 'next-intl/server'

type Words = ReturnType<typeof createTranslator>

// A translator parses each message and makes its number formats once; next-intl's own lives for one request only.
const made = new WeakMap<object, Map<string, Words>>()

/** The messages of a namespace in the reader's language, as `getTranslations` gives them, for pages where speed matters. */
export async function wordsOf(namespace: string): Promise<Words> {
  const [locale, messages] = [await getLocale(), await getMessages()]
  const known = made.get(messages) ?? new Map<string, Words>()
  made.set(messages, known)
  const key = `${locale} ${namespace}`
  const words = known.get(key) ?? createTranslator({ locale, messages, namespace, timeZone: 'UTC' })
  known.set(key, words)
  return words
}
