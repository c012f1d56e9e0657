import type { TextLanguage } from '#lib/domain/curriculum/wording/wording-rule'

export type Sentence = {
  /** Offset in the passage, in UTF-16 units. */
  readonly at: number
  readonly text: string
}

const abbreviation =
  /(?<!\p{L})(?:Dr|Dra|Mr|Mrs|Ms|Sr|Sra|St|vs|No|Núm|Art|Ud|Uds|Ej|e\.g|i\.e|p\. ?ej|a\.m|p\.m|U\.S|EE\. ?UU|\p{Lu})\.$/u

/** The sentences of a passage with their places. A line that ends without a full stop is a sentence too. */
export function sentencesIn(text: string): readonly Sentence[] {
  const sentences: Sentence[] = []
  let from = 0
  const add = (to: number) => {
    const raw = text.slice(from, to)
    const trimmed = raw.trim()
    if (trimmed !== '') sentences.push({ at: from + raw.indexOf(trimmed), text: trimmed })
    from = to
  }
  for (const end of text.matchAll(/[.!?…]["”’»)·]*\s+(?=["“‘«¿¡(]?[\p{Lu}\d¿¡·])/gu)) {
    const stop = end.index + 1
    if (!abbreviation.test(text.slice(from, stop))) add(end.index + end[0].length)
  }
  add(text.length)
  return sentences
}

const quotations = [/“[^”]*”/gu, /«[^»]*»/gu, /"[^"]*"/gu, /(?<!\p{L})‘[^’]*’(?!\p{L})/gu]

/** A translation of what was just quoted: “promiscuous” (promiscua). */
const gloss = /(?<=[”»"’]) \([^()]{1,40}\)/gu

/** Words with a fixed sense in law or in the names of services and laws: nobody is labelled by them. */
const termsOfArt: Readonly<Record<TextLanguage, readonly RegExp[]>> = {
  en: [
    /(?<!\p{L})crime[ -]victims?[’']?s?(?!\p{L})/giu,
    /(?<!\p{L})victims? (?:of|from) (?:a |one |such )?(?:severe forms? of|crimes?|listed crimes?|qualifying)(?!\p{L})/giu,
    /(?<!\p{L})victims?[’']?s?[ -](?:blam\w+|advoca\w+|services?|assist\w+|compensation|rights|witness\w*|impact|centered|notification|specialists?|coordinators?|status|visas?)(?!\p{L})/giu,
    /(?<!\p{L})(?:alien registration|rescue (?:inhalers?|medic\w+|doses?|breath\w*|squads?|crews?|teams?|workers?)|(?:search|fire) and rescue|animal rescue)(?!\p{L})/giu,
    /(?<!\p{L})Alcoholics Anonymous|Narcotics Anonymous/gu,
    /(?<!\p{L})(?:Office (?:for|on)|Trafficking|Sexual Assault|Survivors and|Rights of) Victims?(?:[’']s?)?(?: of (?:Crime|Trafficking))?/gu,
    /(?:\p{Lu}[\p{L}’']*[ ,]+)(?:(?:\p{Lu}[\p{L}’']*|of|and|for|the|to)[ ,]+)*(?:Act|Fund|Office|Program|Division|Clinic|Unit)(?!\p{L})/gu,
  ],
  es: [
    /(?<!\p{L})v[ií]ctimas? (?:del?|de un) (?:crimen|delitos?|una forma grave|formas? graves?)(?!\p{L})/giu,
    /(?<!\p{L})(?:defensor\w*|servicios?|derechos|compensación|indemnización|asistencia|atención|apoyo)(?: \p{L}+)? (?:de|para|a) (?:las? )?v[ií]ctimas?(?: del crimen| de delitos?)?(?!\p{L})/giu,
    /(?<!\p{L})(?:inhalador\w*|medica\w+|dosis|respiraci\w+|equipos?|cuerpos?|bomberos) (?:de|y) rescate(?!\p{L})/giu,
    /(?<!\p{L})Alcohólicos Anónimos|Narcóticos Anónimos/gu,
    /(?<!\p{L})(?:Ley|Oficina|Fondo|Programa|Unidad|División)(?: (?:Federal|Nacional|Estatal))? (?:de|para|contra|sobre) [^.;:]{0,80}?(?:Víctimas?|Trata|Crimen|Delitos?)(?: (?:de|del) (?:la |las )?\p{Lu}\p{L}+)*/gu,
  ],
}

/** The last sign before the closing mark stays, since it may end the sentence. */
const blank = (words: string) => words.replace(/[^.!?](?=.)|[.!?](?!.$)(?=.)/gsu, '·')

/**
 * The passage with quoted speech and terms of art blotted out, sign for sign, so that every offset stays.
 */
export function ownWords(text: string, language: TextLanguage): string {
  const unquoted = [...quotations, gloss].reduce((masked, quoted) => masked.replace(quoted, blank), text)
  return termsOfArt[language].reduce(
    (masked, term) => masked.replace(term, (words) => '§'.repeat(words.length)),
    unquoted,
  )
}
