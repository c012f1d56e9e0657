import { phrase, within } from '#lib/domain/curriculum/wording/phrase'
import { englishPeople, spanishPeople } from '#lib/domain/curriculum/wording/rules/people'
import type { WordingRule } from '#lib/domain/curriculum/wording/wording-rule'

const anyone = `(?:her|him|them|${englishPeople}|(?:the|a|every|each|your|these|those) ${englishPeople})`
const offer = 'offer care, information and choices'
const offerInSpanish = 'ofrecer atención, información y opciones'

export const rescueLanguage: WordingRule = {
  id: 'rescue-language',
  severity: 'blocking',
  why: 'Staff do not rescue; the patient leads, and help that takes over can repeat the loss of control.',
  source: 'hhs-core-competencies',
  voices: ['says'],
  parts: ['text', 'label'],
  wordings: {
    en: [
      { pattern: phrase`rescu(?:e|es|ed|ing|ers?)`, instead: offer },
      {
        pattern: phrase`sav(?:e|es|ed|ing) ${within(18)}(?<=\s)${englishPeople}(?! (?:an?|the|some|time|money|from (?:\p{L}+ing|a |another))(?!\p{L}))(?!['’]s)`,
        instead: offer,
      },
      {
        pattern: phrase`sav(?:e|es|ed|ing) (?:her|him|them)(?=\s*(?:$|[.,;!?]|from|before|now|and|while|when))`,
        instead: offer,
      },
      {
        pattern: phrase`(?:saved|freed) from (?:the )?(?:traffickers?|exploiters?|exploitation|trafficking|slavery)`,
        instead: offer,
      },
      {
        pattern: phrase`(?:liberat|emancipat)\p{L}+|deliver(?:s|ed|ing)? ${englishPeople} from`,
        instead: offer,
      },
      {
        pattern: phrase`(?:freed|freeing|to free|can free|frees) ${within(18)}${englishPeople}`,
        instead: offer,
      },
      {
        pattern: phrase`sets? ${within(24)}free(?=\s*(?:$|[.,;!?]|from))|setting ${within(24)}free`,
        instead: offer,
      },
      {
        pattern: phrase`(?:hero|heroes|heroines?|guardian angels?|savi(?:or|our)s?) (?:of|for|to|who|that|in)|(?:be|being|become|act|acts) (?:as )?(?:an?|the|her|his|their|someone['’]s|everyday|real)? ?(?:hero|heroes|heroines?|guardian angels?|savi(?:or|our)s?)`,
        instead: 'be one steady, honest contact',
      },
      {
        pattern: phrase`voices? (?:of|for|to) (?:the )?voiceless`,
        instead: 'make room for what survivors say',
      },
      { pattern: phrase`(?:beacons?|rays?|lights?) of hope`, instead: 'say what the practice can do' },
      {
        pattern: phrase`(?:get|gets|getting|pull|pulls|pulling|take|taking) ${anyone} (?:out|away)(?: of| from)? (?:there|here|that|this|the (?:life|situation|streets?|trade)|her situation|his situation|danger|it)`,
        instead: 'ask what would make tonight safer',
      },
      {
        pattern: phrase`(?:giv(?:e|es|ing)|hand(?:s|ing)?) ${within(24)}(?:her|his|their|them|survivors?) ${within(12)}(?:life|lives|freedom|dignity|future)(?: back)?|(?:restor(?:e|es|ing)|reclaim(?:s|ing)? for) ${within(20)}(?:life|lives|freedom|dignity|innocence|humanity)`,
        instead: 'support what the person wants next',
      },
      {
        pattern: phrase`(?:chances?|hopes?|hoping|waits?|waiting|wants?|needs?|asks?|asking|begs?|begging|people|patients?|child(?:ren)?|girls?|wom[ae]n|m[ae]n|survivors?|ready|deserves?) (?:\p{L}+ )?(?:to be|being|be|get|gets|are|is|was|were) (?:saved|freed)(?! (?:in|to|under|as|automatic\p{L}*|on|for|by the (?:system|portal)))|frees? ${anyone} (?:from|of)(?! (?:charge|the (?:cuff|sleeve)))`,
        instead: offer,
      },
      {
        pattern: phrase`(?:patient|person|survivor|child|girl|boy|wom[ae]n|m[ae]n|her|his|their|someone)(?:['’]s)? (?:only|last|one|best) (?:real |true )?(?:hope|chance|lifeline|way out)(?! (?:to|for) (?:renew|book|vote|appeal))`,
        instead: 'say that help is there, today and later',
      },
      {
        pattern: phrase`(?:bring|lead|guid|carr|deliver|tak)(?:e|es|s|y|ies|ing|ying)? ${within(30)}(?:to|into|towards?) (?:freedom|liberty|the light)|(?:key|door|path|road|ticket) to (?:her|his|their) freedom|unlock\p{L}* (?:her|his|their) (?:cage|prison|chains)`,
        instead: offer,
      },
    ],
    es: [
      { pattern: phrase`resc[aá]t\p{L}+|rescates?`, instead: offerInSpanish },
      {
        pattern: phrase`salv(?:a|an|ar|ado|ados|ó|aron|amos|e|en|ando|emos) ${within(14)}(?:a|al) ${within(16)}${spanishPeople}|salv(?:ar|e|ando)(?:la|lo|las|los)`,
        instead: offerInSpanish,
      },
      {
        pattern: phrase`(?:liber(?:a|an|ar|ado|ó|aron|amos|e|en|ando|emos)) (?:a|al) ${within(16)}${spanishPeople}|liber(?:ar|e|ando)(?:la|lo|las|los)`,
        instead: offerInSpanish,
      },
      {
        pattern: phrase`(?:sea|sean|ser|serás?|es|somos|como|convertirse en|convertirá en) (?:un|una|el|la|los|las)? ?(?:héroes?|heroínas?|salvador(?:es|a)?|ángel(?:es)?(?: guardi[aá]n(?:es)?)?)|héroes? (?:que|de|para)|rescatistas?`,
        instead: 'ser un contacto estable y honesto',
      },
      {
        pattern: phrase`(?:la )?voz (?:de|para) (?:l[oa]s (?:sin voz|que no (?:la )?tienen)|quien(?:es)? no (?:la )?tienen?)(?: voz)?`,
        instead: 'dar lugar a lo que dicen los sobrevivientes',
        evenNegated: true,
      },
      {
        pattern: phrase`(?:faros?|ray[oa]s?|luz) de esperanza`,
        instead: 'decir lo que el consultorio puede hacer',
      },
      {
        pattern: phrase`sac(?:ar|arl[aeo]s?|amos|a|ue|uel[aeo]s?) ${within(20)}de (?:ahí|allí|allá|es[ea] (?:vida|casa|lugar|infierno|situación|mundo)|la calle|las calles|el peligro|su situación)`,
        instead: 'preguntar qué haría más segura esta noche',
      },
      {
        pattern: phrase`(?:devolv(?:er|erl[ea]s?|emos)|devuelv\p{L}+|restaur\p{L}+|restitu\p{L}+|regres\p{L}+l[ea]s?) ${within(16)}(?:vidas?|dignidad|libertad|inocencia|futuro)`,
        instead: 'apoyar lo que la persona quiere ahora',
      },
      {
        pattern: phrase`salvación|(?:ser|sea|sean|es|son|fue|fueron) (?:salvad|liberad)[oa]s?|(?:única|último|última|mejor) (?:esperanza|oportunidad|salida) (?:de|para) (?:\p{L}+ )?${spanishPeople}`,
        instead: offerInSpanish,
      },
      {
        pattern: phrase`(?:llev|gui|conduc|conduz)\p{L}* ${within(30)}(?:a|hacia) la (?:libertad|luz)|(?:llave|puerta|camino) (?:a|de|hacia) (?:su|la) libertad`,
        instead: offerInSpanish,
      },
    ],
  },
}
