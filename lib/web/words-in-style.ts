import type { Metadata } from 'next'
import type { Language } from '#lib/domain/language'
import { messages } from '#lib/web/messages'
import { routes } from '#lib/web/routes'

// The framework sends a page that calls notFound() with the right status and an empty body, and lets a script draw what it
// says (https://github.com/vercel/next.js/issues/62228). Without JavaScript nobody would read a word. A style sheet is
// loaded all the same, and can say them; once the script has drawn the page, it fits nothing any more.

const wordsIn = ({
  account: { linkOver },
  certificates: { verify },
  common,
}: (typeof messages)[Language]) => ({
  'not-found': [common.notFoundTitle, common.notFoundBody, common.notFoundWithoutScript],
  reset: [linkOver.title, linkOver.body, linkOver.reset],
  invitation: [linkOver.title, linkOver.body, linkOver.invitation],
  outside: [linkOver.title, linkOver.body, linkOver.outside],
  'set-up': [linkOver.title, linkOver.body, linkOver.setUp],
  verify: [verify.unknownTitle, verify.unknown],
})

export type WordsKind = keyof ReturnType<typeof wordsIn>
export const isWordsKind = (kind: string): kind is WordsKind => Object.hasOwn(wordsIn(messages.en), kind)

/** The metadata of a `not-found.tsx`. */
export function saidInStyle(kind: WordsKind): Metadata {
  return { icons: { icon: '/icons/icon.svg', other: [{ rel: 'stylesheet', url: routes.words(kind) }] } }
}

export function wordsStyle(kind: WordsKind, language: Language): string {
  const [title = '', ...body] = wordsIn(messages[language])[kind]
  return `:root{color-scheme:light dark}
#__next_error__ body{max-width:40rem;margin:0 auto;padding:3rem 1rem;font:1rem/1.6 system-ui,sans-serif}
#__next_error__ body::before{display:block;font-size:1.8rem;font-weight:600;content:${text(title)}}
#__next_error__ body::after{display:block;margin-top:1rem;white-space:pre-line;content:${text(body.join('\n\n'))}}
`
}

/** A string of CSS: every character that could end it, as its number. */
const text = (words: string) =>
  `"${words.replace(/["\\<\n]/g, (sign) => `\\${sign.charCodeAt(0).toString(16)} `)}"`
