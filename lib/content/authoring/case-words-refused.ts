import { phoneNumberAt } from '#lib/content/lesson/phone-text'
import { hiddenCharacter } from '#lib/domain/curriculum/source/hidden-characters'

export type CaseWordsRefusal = 'case-words-phone' | 'case-words-hidden-sign'

/** What no text of a case may hold; the same is asked of whole files before publication. */
export function caseWordsRefused(texts: readonly string[]): CaseWordsRefusal | undefined {
  if (texts.some((text) => phoneNumberAt(text) !== undefined)) return 'case-words-phone'
  return texts.some(hiddenCharacter) ? 'case-words-hidden-sign' : undefined
}
