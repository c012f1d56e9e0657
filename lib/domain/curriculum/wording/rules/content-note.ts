import { phrase } from '#lib/domain/curriculum/wording/phrase'
import { englishPeople, spanishPeople } from '#lib/domain/curriculum/wording/rules/people'
import type { WordingRule } from '#lib/domain/curriculum/wording/wording-rule'

const someone = String.raw`(?:her|him|them|me|us|(?:the|a|his|their|another) (?:\p{L}+ )?${englishPeople}|(?:his|her|my) (?:wife|girlfriend|daughter|son|sister|brother|mother|father))(?! (?:\p{L}+ )?(?:hands?|fingers?|thumbs?|palms?|wrists?|arms?|foot|feet|legs?|knees?|tongue|lips?|toes?|bikes?|cars?)(?! with))`
const alguien = String.raw`(?:a|al) (?:la |su |una? |otr[oa] |l[oa]s )?(?:${spanishPeople}|espos[oa]|novia|hij[oa]|herman[oa]|madre|padre)`
const acts =
  'raped?|gang-raped|molest(?:s|ed)|beats?|beat|whip(?:s|ped)|strangle[sd]?|chokes?|choked|stab(?:s|bed)|shot|burn(?:s|ed)|brand(?:s|ed)|starve[sd]?|drug(?:s|ged)|kick(?:s|ed)|punch(?:es|ed)|slap(?:s|ped)|drown(?:s|ed)|torture[sd]?|lock(?:s|ed)|chain(?:s|ed)|tied'
const actos =
  'viol(?:ó|aron|aba|aban)|golpe(?:ó|aron|aba|aban)|peg(?:ó|aron|aba|aban)|estrangul(?:ó|aron)|ahorc(?:ó|aron)|asfixi(?:ó|aron)|azot(?:ó|aron|aba)|apuñal(?:ó|aron)|quem(?:ó|aron|aba)|marc(?:ó|aron) con|amarr(?:ó|aron|aba)|at(?:ó|aron) a|encaden(?:ó|aron)|encerr(?:ó|aron|aba|aban)|drog(?:ó|aron|aba)|pate(?:ó|aron|aba)|tortur(?:ó|aron)'

/** Violence told as it happened to somebody. Names of injuries and questions to a patient are no telling. */
export const missingContentNote: WordingRule = {
  id: 'missing-content-note',
  severity: 'blocking',
  why: 'Readers who lived it choose for themselves whether to read the detail.',
  source: 'samhsa-2014',
  voices: ['says', 'quoted', 'wrong', 'rebuttal'],
  parts: ['text'],
  readsQuotes: true,
  spares: ({ guarded }) => guarded,
  wordings: {
    en: [
      {
        pattern: phrase`(?:${acts}) ${someone}(?= |[.,;!?”"]|$)`,
        instead: 'put the detail into <ContentNote about="…"> behind a <Gentle> version',
      },
      {
        pattern: phrase`(?:was|were|been|being|got|is|are) (?:\p{L}+ly |repeatedly |often )?(?:raped|gang-raped|molested|beaten(?: up)?|whipped|strangled|choked|stabbed|branded|starved|tortured|sodomized|chained)`,
        instead: 'put the detail into <ContentNote about="…"> behind a <Gentle> version',
      },
      {
        pattern: phrase`(?:forc(?:e|es|ed|ing)|ma(?:ke|kes|de)) (?:her|him|them|me) (?:to )?(?:have sex|undress|strip|watch|abort|kneel|beg|perform)|(?:put|puts) (?:a|the) (?:knife|gun) (?:to|against|on)|held (?:her|him|them|me) (?:down|under)|(?:cut|hang|hanged|hung|shot|kill|killed|poisoned) (?:herself|himself|themselves|myself)|slit (?:her|his|my) wrists?|took (?:her|his) own life|threaten(?:s|ed)? to (?:kill|rape|burn|cut)`,
        instead: 'put the detail into <ContentNote about="…"> behind a <Gentle> version',
      },
    ],
    es: [
      {
        pattern: phrase`(?:la|lo|las|los|le|les|me|nos) (?:${actos})(?! (?:la|el|los|las) (?:cuenta|carro|puerta|comida))|(?:${actos}) ${alguien}`,
        instead: 'ponga el detalle en <ContentNote about="…"> con una versión <Gentle>',
      },
      {
        pattern: phrase`(?:fue|fueron|ha sido|han sido|había sido|era|eran|siendo|es|son) (?:\p{L}+mente )?(?:violad|golpead|abusad|estrangulad|azotad|apuñalad|quemad|amarrad|encadenad|encerrad|drogad|torturad|marcad)[oa]s?(?! (?:\p{L}+ )?(?:por error|con llave))`,
        instead: 'ponga el detalle en <ContentNote about="…"> con una versión <Gentle>',
      },
      {
        pattern: phrase`(?:oblig|forz)(?:ó|aron|aba|aban) a (?:tener (?:sexo|relaciones)|desnudarse|abortar|mirar|arrodillarse)|(?:puso|ponía) (?:un|una|el|la) (?:cuchillo|pistola|navaja|arma)|se (?:ahorcó|suicidó|cortó las venas|quitó la vida|pegó un tiro)|amenaz(?:ó|aba|aron) con (?:matar|violar|quemar)\p{L}*|(?:dejó|dejaron|dejaban) sin comer|intentó (?:suicidarse|matarse|quitarse la vida)`,
        instead: 'ponga el detalle en <ContentNote about="…"> con una versión <Gentle>',
      },
    ],
  },
}
