import { phrase } from '#lib/domain/curriculum/wording/phrase'
import type { TextLanguage } from '#lib/domain/curriculum/wording/wording-rule'

type Balance = { readonly leans: RegExp; readonly counterweight: RegExp }

const sexOnly: Readonly<Record<TextLanguage, Balance>> = {
  en: {
    leans: phrase`sex|sexual(?:ly)?|prostitut\p{L}+|brothels?|escorts?|pornograph\p{L}*`,
    counterweight: phrase`labou?r|workers?|wages?|unpaid|employers?|boss(?:es)?|foreman|crew|farms?|factory|factories|plant|overtime|pay`,
  },
  es: {
    leans: phrase`sexo|sexual(?:es|mente)?|prostit\p{L}+|prostíbulos?|pornograf\p{L}+`,
    counterweight: phrase`laboral(?:es)?|trabajador(?:es|as?)?|salarios?|sueldos?|empleador(?:es|as?)?|jef[ea]s?|patrón|capataz|cuadrilla|fábricas?|fincas?|granjas?|forzoso|paga|pago`,
  },
}

const foreignOnly: Readonly<Record<TextLanguage, Balance>> = {
  en: {
    leans: phrase`immigra\p{L}+|migrants?|visas?|borders?|deport\p{L}+|foreign\p{L}*|undocumented|passports?|abroad|other countries`,
    counterweight: phrase`citizens?|born (?:and raised )?(?:here|in|nearby)|residents?|neighbors?|local|hometown|raised (?:here|in)|from here|no border`,
  },
  es: {
    leans: phrase`inmigra\p{L}+|migra\p{L}+|visas?|fronteras?|deporta\p{L}+|extranjer[oa]s?|indocumentad[oa]s?|pasaportes?|otros países`,
    counterweight: phrase`ciudadan[oa]s?|nacid[oa]s? (?:aquí|en)|nació (?:aquí|en)|nacieron|residentes?|vecin[oa]s?|locales|de aquí|criad[oa]s? (?:aquí|en)`,
  },
}

/** Below this many mentions a module says too little about either to be one-sided. */
const fewestMentions = 20
/** One counterweight to this many mentions is enough to keep the other side in sight. */
const mostToOne = 8

const count = (pattern: RegExp, text: string) => [...text.matchAll(pattern)].length

function isOneSided(text: string, { leans, counterweight }: Balance): boolean {
  const mentions = count(leans, text)
  return mentions >= fewestMentions && count(counterweight, text) * mostToOne < mentions
}

export type ModuleLean = 'sex-only-module' | 'foreign-only-module'

/** Whether everything that a module says speaks of sex alone, or of people from elsewhere alone. Counts words only. */
export function moduleLeans(texts: readonly string[], language: TextLanguage): readonly ModuleLean[] {
  const text = texts.join('\n')
  return [
    ...(isOneSided(text, sexOnly[language]) ? (['sex-only-module'] as const) : []),
    ...(isOneSided(text, foreignOnly[language]) ? (['foreign-only-module'] as const) : []),
  ]
}
