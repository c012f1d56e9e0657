import { isLanguage } from '#lib/domain/language'
import en from './messages/en/common.json' with { type: 'json' }
import es from './messages/es/common.json' with { type: 'json' }

const common = { en, es }

/**
 * What a page says that failed, in the language of the document. It stands by itself, since what usually brings the words may
 * be what failed.
 */
export function faultWords() {
  const language = typeof document === 'undefined' ? 'en' : document.documentElement.lang
  const { faultTitle, faultBody, tryAgain, help } = common[isLanguage(language) ? language : 'en']
  return { title: faultTitle, body: faultBody, again: tryAgain, help }
}
