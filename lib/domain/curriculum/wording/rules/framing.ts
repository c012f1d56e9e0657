import { phrase, within } from '#lib/domain/curriculum/wording/phrase'
import { englishKind, spanishKind } from '#lib/domain/curriculum/wording/rules/people'
import type { WordingRule } from '#lib/domain/curriculum/wording/wording-rule'

const trafficking =
  '(?<!(?:sex|sexual|sexual exploitation|labor|drug|arms|and) )(?:human )?trafficking(?: in persons| of persons)?'
const traffickingInSpanish =
  '(?:la )?trata(?: de (?:personas|seres humanos))?(?! (?:sexual|laboral|con fines))'
const bothKinds = 'name sex and labor trafficking, and every gender'
const bothKindsInSpanish = 'nombre la trata sexual y la laboral, y a todos los géneros'
const everywhere = 'no movement and no border is needed; citizens are trafficked too'
const everywhereInSpanish = 'no hace falta traslado ni frontera; también les pasa a ciudadanos'

const women = '(?:(?:young|teenage|teen|poor|vulnerable|foreign) )*(?:wom[ae]n|girls|females?)'
const womenInSpanish = '(?:(?:las|los|una?) )?(?:niñas|mujer(?:es)?|muchachas|chicas|jovencitas)'

export const sexOnlyFraming: WordingRule = {
  id: 'sex-only-framing',
  severity: 'blocking',
  why: 'Labor trafficking, men and boys drop out of sight, and staff then miss them.',
  source: 'federal-definitions',
  voices: ['says'],
  parts: ['text', 'label'],
  wordings: {
    en: [
      {
        pattern: phrase`${trafficking} (?:is|means|equals|refers to|is defined as|is another word for|is about|involves|happens (?:only )?in) (?:(?:only|just|mainly|mostly|always|all|really|essentially) |about )*(?:(?:the|a|an) )?(?:\p{L}+ (?:of )?){0,3}?(?:sex(?:ual)?(?! or| and labor)|prostitution|brothels?|${women})(?! (?:or|and) (?:labor|work|services|men|boys))`,
        instead: bothKinds,
      },
      {
        pattern: phrase`(?:typical|average|usual|classic|ideal|normal) (?:\p{L}+ )?(?:victim|survivor|case|patient) (?:is|was|looks like) (?:(?:a|an|the) )?(?:\p{L}+ ){0,3}(?:girl|wom[ae]n|female|prostitut\p{L}+)|(?:we|they|people|you) mean (?:\p{L}+ ){0,2}(?:sex|prostitution)(?! (?:and|or))`,
        instead: bothKinds,
      },
      {
        pattern: phrase`only ${women} (?:\p{L}+ ){0,3}(?:are|get|become|can be|suffer)|(?:mainly|mostly|usually|typically|almost always|nearly always) ${women} (?:are|get|who)`,
        instead: bothKinds,
      },
      {
        pattern: phrase`${englishKind} (?:is|are) (?:(?:only|just|mainly|mostly|usually|typically|always|generally|all) )*(?:${women})`,
        instead: bothKinds,
      },
      {
        pattern: phrase`(?:men|boys|males|men and boys) (?:are|can|do|get) (?:not |never |seldom |rarely |hardly |hardly ever |n['’]t )(?:be |get |really )?(?:trafficked|exploited|affected|sold)`,
        instead: bothKinds,
        evenNegated: true,
      },
      {
        pattern: phrase`(?:look|watch|screen) (?:out )?(?:for|at) (?:the )?${women}(?= (?:first|who|with|alone)|[.,;]|$)`,
        instead: bothKinds,
      },
    ],
    es: [
      {
        pattern: phrase`${traffickingInSpanish} (?:es|significa|se refiere a|consiste en|trata de|implica|ocurre en) (?:(?:solo|sólo|sobre todo|siempre|principalmente) )*(?:(?:el|la|los|las|un|una) )?(?:\p{L}+ (?:de |para )?){0,4}?(?:sexo|sexual(?:es)?|prostitución|prostíbulos?|burdel(?:es)?)(?! (?:o|u|y) )`,
        instead: bothKindsInSpanish,
      },
      {
        pattern: phrase`(?:v[ií]ctima|sobreviviente|caso|paciente) (?:típic[oa]|habitual|clásic[oa]|normal) (?:es|era) (?:un[oa]? |la |el )?(?:\p{L}+ ){0,3}?(?:niña|mujer|adolescente vendida|muchacha|chica|prostituta)|(?:adolescente|joven) vendida|(?:hablamos de|queremos decir|nos referimos a) (?:\p{L}+ ){0,2}(?:prostitución|sexo)(?! (?:y|o|u) )`,
        instead: bothKindsInSpanish,
      },
      {
        pattern: phrase`(?:solo|sólo|solamente|únicamente) (?:a )?${womenInSpanish}(?: (?:\p{L}+ ){0,4}(?:sufren|son|pueden|viven|caen|pasan)| (?:y|o) )`,
        instead: bothKindsInSpanish,
      },
      {
        pattern: phrase`${spanishKind} (?:son|es) (?:(?:solo|sólo|casi siempre|siempre|sobre todo|generalmente|en su mayoría) )*${womenInSpanish}`,
        instead: bothKindsInSpanish,
      },
      {
        pattern: phrase`(?:a )?los (?:hombres|niños|varones)(?: y (?:los )?\p{L}+)? (?:no|nunca|casi nunca|rara vez|jamás|casi no) (?:(?:les|se|son|sufren|viven|caen|pasan?) )(?:\p{L}+)?`,
        instead: bothKindsInSpanish,
        evenNegated: true,
      },
    ],
  },
}

export const foreignOnlyFraming: WordingRule = {
  id: 'foreign-only-framing',
  severity: 'blocking',
  why: 'Trafficking needs no border, and citizens and neighbors drop out of sight.',
  source: 'unseen-myths',
  voices: ['says'],
  parts: ['text', 'label'],
  wordings: {
    en: [
      {
        pattern: phrase`${englishKind} (?:is|means|requires?|needs?|involves?|starts? with|begins? with|happens? when) ${within(50)}(?:borders?|smuggl\p{L}+|another country|other countries|abroad|overseas|transport(?:ing|ation|ed)?|mov(?:ing|ement of|ed) (?:people|persons|across))`,
        instead: everywhere,
      },
      {
        pattern: phrase`(?<!(?:some|certain|few|many) )(?:(?:the|most|all) )*${englishKind} (?:(?:usually|mostly|always|typically|often) )*(?:are|is|come|comes|were) ${within(30)}(?:foreign\p{L}*|from (?:abroad|overseas|(?:other|poor|poorer|foreign|developing|distant) (?:countries|nations|lands))|(?:illegal |undocumented |recent )?immigrants|smuggled|undocumented|without papers|brought (?:here|in|across|over|to))(?!${within(30)}(?:citizens|born|neighbors|locals|others))`,
        instead: everywhere,
      },
      {
        pattern: phrase`(?:citizens|americans|locals|people born here|residents|neighbors) (?:are|do|can|get|need|will)(?:n['’]t| not| never| seldom| rarely| hardly) (?:be |get |become )?(?:trafficked|exploited|affected|victims|fall|worry)`,
        instead: everywhere,
        evenNegated: true,
      },
      {
        pattern: phrase`(?:problem|crime|thing|issue|tragedy) (?:of|in|for|from) (?:other|poor|foreign|distant|developing|faraway) (?:countries|nations|lands|places)|(?:does|did|could|can)(?: not|n['’]t)? (?:really )?(?:happen|exist) (?:here|in (?:missouri|america|our town|the united states|this country))(?<=not happen.*|n['’]t happen.*|not exist.*|n['’]t exist.*)`,
        instead: everywhere,
        evenNegated: true,
      },
      {
        pattern: phrase`(?:typical|average|usual|classic) (?:\p{L}+ )?(?:victim|survivor|case|patient) (?:is|was|comes) ${within(30)}(?:foreign\p{L}*|immigrant|migrant|abroad|undocumented)|${trafficking} (?:happens|occurs|takes place|exists|goes on) (?:(?:only|mostly|mainly) )?(?:(?:at|near|on|along) the border|abroad|overseas|elsewhere|far away|in (?:other|poor|foreign|big) (?:countries|cities|places))(?! (?:and|or) )`,
        instead: everywhere,
      },
      {
        pattern: phrase`(?:our|my|these|all) (?:patients|neighbors|people|staff|families) (?:here )?(?:are|come from) (?:all |mostly |only )?(?:locals?|citizens|americans|white|from here|born here)[^.;:!?]{0,12}(?:so|which means|and so|therefore)|trafficking is (?:not|no|never) (?:our|my|a local|an american) (?:concern|problem|issue|matter)`,
        instead: everywhere,
        evenNegated: true,
      },
      {
        pattern: phrase`(?:look|watch|screen) (?:out )?for (?:\p{L}+ )?(?:foreigners|immigrants|migrants|accents|non-citizens|foreign (?:patients|workers|women|people))|only (?:foreigners|immigrants|migrants|non-citizens) (?:are|get|can)`,
        instead: everywhere,
      },
    ],
    es: [
      {
        pattern: phrase`${spanishKind} (?:(?:de personas) )?(?:es|significa|requiere|exige|implica|consiste en|empieza con|comienza con|supone) ${within(50)}(?:fronteras?|contraband\p{L}+|otros? país(?:es)?|extranjero|traslad\p{L}+|transport\p{L}+)`,
        instead: everywhereInSpanish,
      },
      {
        pattern: phrase`(?<!(?:algunas|ciertas|pocas|muchas) )${spanishKind} (?:(?:casi siempre|siempre|por lo general|generalmente|suelen) )*(?:vienen|venir|son|provienen|llegan|proceden) (?:casi siempre |siempre )?(?:de )?(?:(?:otros|países) (?:países|pobres|lejanos|extranjeros)|extranjer[oa]s|inmigrantes|migrantes|indocumentad[oa]s|del extranjero|fuera del país)(?!${within(40)}(?:ciudadan|nacid|vecin))`,
        instead: everywhereInSpanish,
      },
      {
        pattern: phrase`(?:a )?los (?:ciudadanos|estadounidenses|americanos|vecinos|residentes)(?: \p{L}+)? (?:no|nunca|casi nunca|rara vez|jamás) (?:les (?:pasa|ocurre|sucede|toca)|(?:son|pueden ser|caen) (?:tratad|explotad|v[ií]ctim)\p{L}*|sufren|viven (?:la |esta )?(?:trata|explotación))`,
        instead: everywhereInSpanish,
        evenNegated: true,
      },
      {
        pattern: phrase`(?:problema|delito|cosa|asunto|crimen|tragedia) de (?:otros|países) (?:países|pobres|lejanos|extranjeros)|(?:aquí|en misuri|en missouri|en este país|en estados unidos) (?:no|nunca|casi no) (?:ocurre|pasa|sucede|existe)|(?:no|nunca) (?:ocurre|pasa|sucede|existe) (?:aquí|en (?:missouri|este país|estados unidos))`,
        instead: everywhereInSpanish,
        evenNegated: true,
      },
      {
        pattern: phrase`${traffickingInSpanish} (?:ocurre|sucede|pasa|existe|se da) (?:(?:solo|sólo|sobre todo) )?(?:en (?:la frontera|el extranjero|otros países|otra parte|otro lado|países pobres|las grandes ciudades)|lejos|fuera)(?! y )|(?:nuestros|mis|todos los) (?:pacientes|vecinos) (?:aquí )?son (?:todos |casi todos )?(?:de aquí|ciudadanos|locales|estadounidenses)[^.;:!?]{0,12}(?:así que|por eso|de modo que)|la trata no es (?:asunto|problema) (?:nuestro|de aquí)`,
        instead: everywhereInSpanish,
        evenNegated: true,
      },
      {
        pattern: phrase`(?:fíjese en|busque|vigile|esté atent[oa] a) (?:\p{L}+ )?(?:extranjer[oa]s|inmigrantes|migrantes|acentos|pacientes (?:extranjer[oa]s|sin papeles))|(?:solo|sólo|solamente) (?:a )?l[oa]s (?:extranjer[oa]s|inmigrantes|migrantes)`,
        instead: everywhereInSpanish,
      },
    ],
  },
}
