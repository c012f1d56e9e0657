import type { Language } from '#lib/domain/language'
import en from './messages/en.json' with { type: 'json' }
import es from './messages/es.json' with { type: 'json' }

/** The words of every mail. The compiler counts: a key that has no Spanish words is an error on the last line. */
export const mailWords: Readonly<Record<Language, typeof en>> = { en, es }
