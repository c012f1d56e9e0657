/** The languages that Beacon speaks; the first is the one that every text exists in. */
export const languages = ['en', 'es'] as const
export type Language = (typeof languages)[number]

export const isLanguage = (text: string | null | undefined): text is Language =>
  languages.some((language) => language === text)

/**
 * The language that a browser would rather have, by the weights of its `Accept-Language`; the earlier where two weigh the
 * same. `es-MX` is Spanish. English where it names none of ours.
 * Source: RFC 9110, section 12.5.4.
 */
export function languageAccepted(header: string | null | undefined): Language {
  const wishes = (header ?? '').slice(0, 1000).split(',').map(wishFrom)
  const ours = wishes.flatMap(({ language, weight }) =>
    isLanguage(language) && weight > 0 ? [{ language, weight }] : [],
  )
  return ours.toSorted((a, b) => b.weight - a.weight)[0]?.language ?? 'en'
}

function wishFrom(wish: string): { readonly language: string | undefined; readonly weight: number } {
  const [tag = '', ...parameters] = wish.split(';').map((part) => part.trim().toLowerCase())
  const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2)
  return { language: tag.split('-')[0], weight: weight === undefined ? 1 : Number(weight) || 0 }
}
