import { phrase } from '#lib/domain/curriculum/wording/phrase'
import type { WordingRule } from '#lib/domain/curriculum/wording/wording-rule'

/** Labels that reduce a person to an act, an illness or a status. */
export const stigmaLanguage: WordingRule = {
  id: 'stigma-language',
  severity: 'blocking',
  why: 'A label stands in for the person, and patients and colleagues read it.',
  source: 'soar-terminology',
  voices: ['says'],
  parts: ['text', 'label', 'alternative'],
  wordings: {
    en: [
      {
        pattern: phrase`(?:child|teen(?:age)?|juvenile|underage) prostitut\p{L}+`,
        instead: 'a child who is sexually exploited',
      },
      {
        pattern: phrase`prostitutes?|prostituted|hookers?|whores?|sluts?|streetwalkers?|call girls?`,
        instead: 'a person who sells sex',
      },
      { pattern: phrase`johns|turn(?:s|ed|ing)? tricks`, instead: 'buyers of sex' },
      { pattern: phrase`pimps?|pimped|pimping|madams?`, instead: 'exploiter, trafficker' },
      {
        pattern: phrase`addicts?|junk(?:ie|y|ies)s?|crackheads?|druggies?|meth ?heads?|(?:drug|substance|alcohol) abusers?|drunks|alcoholics?|(?:habitual|drug) users?`,
        instead: 'a person with a substance use disorder',
      },
      {
        pattern: phrase`(?:drug screens?|urines?|tests?) ${String.raw`(?:\p{L}+ ){0,3}`}(?:dirty|clean)|dirty (?:urines?|drug screens?|drug tests?|screens?)`,
        instead: 'a positive (or negative) drug screen',
      },
      {
        pattern: phrase`illegal (?:alien|immigrant|migrant|worker|resident)s?|illegals|(?:criminal )?aliens`,
        instead: 'a person without immigration status',
      },
      {
        pattern: phrase`non-?complian(?:t|ce)|unco-?operative|difficult patients?|problem patients?|frequent fl[iy]ers?|drug-seek(?:ing|ers?)|attention-seek(?:ing|ers?)|manipulative|hysterical|promiscuous`,
        instead: 'what happened, in plain words',
      },
      {
        pattern: phrase`damaged goods|(?:damaged|ruined|broken|used|fallen|dirty|spoiled) (?:girls?|wom[ae]n|boys?|child(?:ren)?|people|patients?|survivors?)`,
        instead: 'a person who has been harmed',
      },
      {
        pattern: phrase`(?:crazy|psycho|nutty|retarded|insane) (?:patients?|girls?|wom[ae]n|m[ae]n|people|persons?)|retards?|psychos?|transgenders|transgendered|transvestites?|wetbacks?|crippled?s?`,
        instead: 'the words that the person uses',
      },
      {
        pattern: phrase`the (?:homeless|mentally ill|disabled|undocumented|trafficked|poor)(?=\s*(?:$|[.,;]|are|who|often|come|have|and))`,
        instead: 'people who …',
      },
    ],
    es: [
      {
        pattern: phrase`prostitución infantil|(?:niñ[oa]s?|menores) prostitu(?:id|t)[oa]s?`,
        instead: 'explotación sexual de niñas y niños',
      },
      {
        pattern: phrase`prostitut[oa]s?|prostituidas?|putas?|rameras?|mujer(?:es|zuelas?)? (?:de la (?:calle|vida)|fáciles|públicas?)`,
        instead: 'una persona que vende sexo',
      },
      {
        pattern: phrase`padrotes?|chulos?|alcahuetes?|madrotas?`,
        instead: 'la persona que explota, tratante',
      },
      {
        pattern: phrase`(?:drogadict|toxicóman|narcodependiente|drogodependiente)[oa]?s?|drogat[ao]s?|yonquis?|viciosos?|borrach[oa]s?|alcohólicos|(?:(?:el|la|los|las|un|una|unos|unas|es|son) )(?:adict|alcohólic)[oa]s?(?! a(?!\p{L}))|(?:el|la|los|las|unos|de) (?:adict)[oa]s?`,
        instead: 'una persona con un trastorno por consumo de sustancias',
      },
      {
        pattern: phrase`(?:los|las|unos|unas|muchos|muchas|de|estos) ilegales|(?:inmigrante|migrante|trabajador|extranjer[oa]|persona)(?:es|as|s)? ilegal(?:es)?|mojados|espaldas mojadas`,
        instead: 'una persona sin estatus migratorio',
      },
      {
        pattern: phrase`incumplidor(?:es|as?)?|incumplid[oa]s?|poco cooperador(?:es|as?)?|no cooperador(?:es|as?)?|(?:paciente|mujer|persona|joven)s? (?:muy )?(?:difícil(?:es)?|problemátic[oa]s?|conflictiv[oa]s?)|manipulador(?:es|as?)?|histéric[oa]s?|promiscu[oa]s?|llamar la atención|busca(?:n|dor\p{L}*)? (?:de )?(?:drogas|pastillas)`,
        instead: 'lo que pasó, en palabras sencillas',
      },
      {
        pattern: phrase`(?:mujer|niñ[oa]|joven|persona|víctima)(?:es|s)? (?:dañad|arruinad|rot|perdid|suci|usad)[oa]s?|mercancía dañada`,
        instead: 'una persona a quien se le hizo daño',
      },
      {
        pattern: phrase`(?:paciente|mujer|hombre|persona)s? (?:loc|retrasad)[oa]s?|retrasad[oa]s? mental(?:es)?|minusválid[oa]s?|lisiad[oa]s?|maric(?:a|ón|ones|as)|travestis?|invertidos`,
        instead: 'las palabras que usa la persona',
      },
    ],
  },
}
