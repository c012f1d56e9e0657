import { phrase } from '#lib/domain/curriculum/wording/phrase'
import { englishPeople, spanishPeople } from '#lib/domain/curriculum/wording/rules/people'
import type { WordingRule } from '#lib/domain/curriculum/wording/wording-rule'

const someone = String.raw`(?:her|him|them|me|us|(?:the|a|his|their|another) (?:\p{L}+ )?${englishPeople}|(?:his|her|my) (?:wife|girlfriend|daughter|son|sister|brother|mother|father))(?! (?:\p{L}+ )?(?:hands?|fingers?|thumbs?|palms?|wrists?|arms?|foot|feet|legs?|knees?|tongue|lips?|toes?|bikes?|cars?)(?! with))`
const someoneInSpanish = `(?:a|al) (?:la |su |una? |otr[oa] |l[oa]s )?(?:${spanishPeople}|espos[oa]|novia|hij[oa]|herman[oa]|madre|padre)`
const acts =
  'raped?|gang-raped|molest(?:s|ed)|whip(?:s|ped)|strangle[sd]?|chokes?|choked|stab(?:s|bed)|brand(?:s|ed)|starve[sd]?|drown(?:s|ed)|torture[sd]?|chain(?:s|ed)|shot'
const blows = 'beats?|kick(?:s|ed)|punch(?:es|ed)|slap(?:s|ped)|hit|burn(?:s|ed)|cut'
const actsInSpanish =
  'viol(?:ó|aron|aba|aban)|estrangul(?:ó|aron)|ahorc(?:ó|aron)|asfixi(?:ó|aron)|azot(?:ó|aron|aba)|apuñal(?:ó|aron)|amarr(?:ó|aron|aba)|encaden(?:ó|aron)|drog(?:ó|aron|aba)|tortur(?:ó|aron)|quem(?:ó|aron|aba)'
const blowsInSpanish =
  'golpe(?:ó|aron|aba|aban)|peg(?:ó|aron|aba|aban)|pate(?:ó|aron|aba)|marc(?:ó|aron)|cort(?:ó|aron)'

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
        pattern: phrase`(?:${acts}) ${someone}(?= |[.,;!?”"]|$)|(?:${blows}) ${someone} (?:\p{L}+ )?(?:until|unconscious|bloody|senseless|so (?:badly|hard)|with (?:a|an|the|his|her) |in front of)|lock(?:s|ed) ${someone} (?:in|inside|into) (?:a|the|his|her) (?:closet|basement|trunk|cage|freezer|box|cellar|bathroom|shed)`,
        instead: 'put the detail into <ContentNote about="…"> behind a <Gentle> version',
      },
      {
        pattern: phrase`(?:was|were|been|being|got|is|are) (?:\p{L}+ly |repeatedly |often )?(?:raped|gang-raped|molested|beaten (?:up|until|unconscious|bloody|so badly|with)|whipped|strangled|choked|stabbed|branded|starved|tortured|sodomized|chained)`,
        instead: 'put the detail into <ContentNote about="…"> behind a <Gentle> version',
      },
      {
        pattern: phrase`(?:forc(?:e|es|ed|ing)|ma(?:ke|kes|de)) (?:her|him|them|me) (?:to )?(?:have sex|undress|strip|watch|abort|kneel|beg|perform)|(?:put|puts) (?:a|the) (?:knife|gun) (?:to|against|on)|held (?:her|him|them|me) (?:down|under)|(?:cut|hang|hanged|hung|shot|kill|killed|poisoned) (?:herself|himself|themselves|myself)|slit (?:her|his|my) wrists?|took (?:her|his) own life|threaten(?:s|ed)? to (?:kill|rape|burn|cut)|(?:pour|threw|throw|splash|hurl|dump)\p{L}* (?:\p{L}+ )?(?:boiling|scalding|hot|acid|bleach|burning)`,
        instead: 'put the detail into <ContentNote about="…"> behind a <Gentle> version',
      },
    ],
    es: [
      {
        pattern: phrase`(?:la|lo|las|los|le|les|me|nos) (?:${actsInSpanish})(?! (?:la|el|los|las) (?:cuenta|carro|puerta|comida))|(?:${actsInSpanish}) ${someoneInSpanish}|(?:(?:la|lo|las|los|le|les|me|nos) (?:${blowsInSpanish})|(?:${blowsInSpanish}) ${someoneInSpanish}) (?:\p{L}+ )?(?:hasta|con (?:un|una|el|la|su)|tan(?:to)? (?:fuerte )?que|delante de)|encerr(?:ó|aron|aba|aban) en (?:un|una|el|la) (?:clóset|armario|sótano|jaula|cajuela|baño|caja|bodega)`,
        instead: 'ponga el detalle en <ContentNote about="…"> con una versión <Gentle>',
      },
      {
        pattern: phrase`(?:fue|fueron|ha sido|han sido|había sido|era|eran|siendo|es|son) (?:\p{L}+mente )?(?:violad|estrangulad|azotad|apuñalad|amarrad|encadenad|drogad|torturad)[oa]s?(?! (?:\p{L}+ )?(?:por error|con llave))`,
        instead: 'ponga el detalle en <ContentNote about="…"> con una versión <Gentle>',
      },
      {
        pattern: phrase`(?:oblig|forz)(?:ó|aron|aba|aban) a (?:tener (?:sexo|relaciones)|desnudarse|abortar|mirar|arrodillarse)|(?:puso|ponía) (?:un|una|el|la) (?:cuchillo|pistola|navaja|arma)|se (?:ahorcó|suicidó|cortó las venas|quitó la vida|pegó un tiro)|amenaz(?:ó|aba|aron) con (?:matar|violar|quemar)\p{L}*|(?:dejó|dejaron|dejaban) sin comer|(?:ech|arroj|tir|lanz)(?:ó|aron|aba) (?:\p{L}+ )?(?:agua hirviendo|ácido|aceite caliente|agua caliente|cloro)|intentó (?:suicidarse|matarse|quitarse la vida)`,
        instead: 'ponga el detalle en <ContentNote about="…"> con una versión <Gentle>',
      },
    ],
  },
}
