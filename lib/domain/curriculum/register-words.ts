import type { Contact, Source, Term } from '#lib/domain/curriculum/reference'
import type { Language } from '#lib/domain/language'

/** `wordsIn`: the language of its words, where that is not the reader's since nobody translated it yet. */
type InWords<Entry> = Omit<Entry, 'es'> & { readonly wordsIn?: Language }

/** A contact in the reader's language. A service that has no name in it keeps the one that it has. */
export function contactIn({ es, ...contact }: Contact, language: Language): InWords<Contact> {
  if (language === 'en') return contact
  if (!es) return { ...contact, wordsIn: 'en' }
  const { notes: _english, ...others } = contact
  return { ...others, ...es }
}

export type ShownSource = Omit<Source, 'remark'> & { readonly remark?: string }

/** A source with our remark in the reader's language; the citation stays as the work is cited. */
export function sourceIn({ remark, ...source }: Source, language: Language): ShownSource {
  return remark ? { ...source, remark: remark[language] } : source
}

export type ShownTerm = InWords<Term>

/** A glossary entry in the reader's language. */
export function termIn({ es, ...term }: Term, language: Language): ShownTerm {
  if (language === 'en') return term
  return es ? { ...term, ...es } : { ...term, wordsIn: 'en' }
}
