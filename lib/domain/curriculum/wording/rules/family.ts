import { phrase, within } from '#lib/domain/curriculum/wording/phrase'
import type { WordingRule } from '#lib/domain/curriculum/wording/wording-rule'

const family =
  '(?:parents?|guardians?|famil(?:y|ies)|relatives?|mothers?|fathers?|moms?|dads?|spouses?|husbands?|boyfriends?|partners?|companions?|employers?|boss(?:es)?)'
const familyInSpanish =
  '(?:padres?|madres?|mamás?|papás?|tutor(?:es|as?)?|familias?|familiar(?:es)?|parientes?|espos[oa]s?|parejas?|novios?|acompañantes?|empleador(?:es|as?)?|jefes?|patrón)'
const atOnce =
  '(?:right away|immediately|at once|first|promptly|straight away|as soon as|without delay|today|before (?:you )?(?:call|report|contact|notify|involve|do anything))'
const atOnceInSpanish =
  '(?:de inmediato|inmediatamente|enseguida|en seguida|primero|cuanto antes|sin demora|hoy mismo|antes que nada|ya mismo|antes de (?:llamar|reportar|denunciar|avisar))'
const tell =
  '(?:notify|alert|inform|tell|warn|call|contact|reach|phone|ring|let|speak (?:to|with)|talk (?:to|with)|bring in|get hold of|get in touch with|locate|find|consult|involve|update|explain (?:it|this|your \\p{L}+|the \\p{L}+) to)'
const tellInSpanish =
  '(?:avise|avisar|notifique|notificar|informe|informar|llame|llamar|alerte|alertar|contacte|contactar|dígale|cuéntele|comuníquese con|advierta|hable con|hablar con|localice|ubique|busque|contacte|consulte (?:con|a)|involucre|explíquele|coméntele|póngase en contacto con)'
const spare = `(?!${within(60)}(?:how|when the (?:lab|test|result)|about the (?:vaccine|bill|test)|hearing|results? (?:come|are)|appointment))`
const spareInSpanish = `(?!${within(60)}(?:cómo|resultados|cita|vacuna|audición|prueba))`
const authorities = 'report to child protection, who decide about contact with the family'
const authoritiesInSpanish = 'reporte a protección infantil, que decide sobre el contacto con la familia'

export const alertFamily: WordingRule = {
  id: 'alert-family',
  severity: 'blocking',
  why: 'A relative, partner or employer may be the exploiter; the authorities decide about contact.',
  source: 'recruiters-2020',
  voices: ['says', 'rebuttal'],
  parts: ['text', 'label'],
  wordings: {
    en: [
      {
        pattern: phrase`${tell} ${within(30)}(?<!\p{L})${family}${spare} ${within(60)}(?<!\p{L})${atOnce}`,
        instead: authorities,
      },
      { pattern: phrase`${tell} ${atOnce} ${within(20)}(?<!\p{L})${family}${spare}`, instead: authorities },
      {
        pattern: phrase`${tell} (?:the|her|his|their) (?:\p{L}+['’]s )?(?:foster |step)?(?:parents?|guardians?|mother|father|family|relatives?)${spare}(?: in private|,? (?:so that|in order to|who (?:is|are|may)|to (?:hear|find out|learn|ask)))`,
        instead: authorities,
      },
      {
        pattern: phrase`(?:${atOnce}|before anything else|before you report|to begin with),? ${tell} ${within(24)}(?<!\p{L})${family}${spare}`,
        instead: authorities,
      },
      {
        pattern: phrase`${tell} (?:the|her|his|their|a) (?:\p{L}+['’]s )?${family}${spare} (?:know )?(?:what you suspect|that you (?:suspect|will report|are reporting|have reported)|about (?:your|the) (?:suspicion|report|concern)s?)`,
        instead: authorities,
      },
    ],
    es: [
      {
        pattern: phrase`${tellInSpanish} ${within(30)}(?<!\p{L})${familyInSpanish}${spareInSpanish} ${within(60)}(?<!\p{L})${atOnceInSpanish}`,
        instead: authoritiesInSpanish,
      },
      {
        pattern: phrase`${tellInSpanish} ${atOnceInSpanish} ${within(20)}(?<!\p{L})${familyInSpanish}${spareInSpanish}`,
        instead: authoritiesInSpanish,
      },
      {
        pattern: phrase`${tellInSpanish} (?:a |al |con )?(?:la |el |los |las |su |sus )?(?:padres?|madre|familia|tutor\p{L}*|parientes?|familiares)${spareInSpanish}(?: (?:en privado|a solas)|,? (?:para que|para (?:saber|averiguar|preguntar)|que (?:es|son|puede)))`,
        instead: authoritiesInSpanish,
      },
      {
        pattern: phrase`(?:${atOnceInSpanish}|antes de reportar|para empezar),? ${tellInSpanish} ${within(24)}(?<!\p{L})${familyInSpanish}${spareInSpanish}`,
        instead: authoritiesInSpanish,
      },
      {
        pattern: phrase`${tellInSpanish} (?:a |al |con )?(?:los |las |la |el |sus? |una? )?${familyInSpanish}${spareInSpanish} (?:de (?:lo que sospecha|su sospecha|sus sospechas)|que (?:usted )?(?:sospecha|va a reportar|reportó)|sobre (?:su|la) (?:sospecha|reporte|denuncia))`,
        instead: authoritiesInSpanish,
      },
    ],
  },
}

export const reuniteFamily: WordingRule = {
  id: 'reunite-family',
  severity: 'blocking',
  why: 'Going home can be going back to the exploiter.',
  source: 'kentucky-five-year',
  voices: ['says', 'rebuttal'],
  parts: ['text', 'label'],
  wordings: {
    en: [
      {
        pattern: phrase`(?:reunit|reunif)\p{L}* ${within(40)}(?:parents?|famil(?:y|ies)|guardians?|relatives|loved ones|home)`,
        instead: authorities,
      },
      {
        pattern: phrase`(?:bring|return|send|take|get|hand)(?:s|ing|ting)? (?:her|him|them|(?:the|a|this) (?:child|minor|girl|boy|teen\p{L}*|patient)) (?:safely )?(?:back )?(?:home )?(?:to|with) (?:her|his|their|the) (?:family|parents?|mother|father|relatives|guardians?)`,
        instead: authorities,
      },
    ],
    es: [
      {
        pattern: phrase`(?:reún|reun|reunific)\p{L}* ${within(40)}(?:padres?|madre|famili\p{L}+|tutor\p{L}*|parientes|seres queridos)`,
        instead: authoritiesInSpanish,
      },
      {
        pattern: phrase`(?:devolv\p{L}+|devuelv\p{L}+|regres(?:e|en|ar|arl[ao]s?)|vuelv(?:a|an)|volver|llev(?:e|ar|arl[ao]s?)|entreg(?:ue|ar|arl[ao]s?)) ${within(24)}(?:a|con) (?:su|sus|la|los|el) (?:familia|padres|madre|padre|tutor\p{L}*|parientes|familiares|hogar)`,
        instead: authoritiesInSpanish,
      },
    ],
  },
}

const other =
  '(?:the |his |her |their |any |a )?(?:\\p{L}+ )?(?:companions?|bosse?s?|employers?|partners?|boyfriends?|husbands?|uncles?|cousins?|m[ae]n|traffickers?|supervisors?|sponsors?|parents?|person)'
const otherInSpanish =
  '(?:al |a la |a los |a su |a |con el |con la )(?:\\p{L}+ )?(?:acompañantes?|jefes?|patrón|empleador(?:es|a)?|parejas?|novios?|espos[oa]s?|tíos?|prim[oa]s?|hombres?|tratantes?|supervisor(?:es|a)?|padres?|persona)'

export const confront: WordingRule = {
  id: 'confront',
  severity: 'blocking',
  why: 'It can be followed by a beating or a sudden move; the person pays for it.',
  source: 'hotline-safety-planning',
  voices: ['says', 'rebuttal'],
  parts: ['text', 'label'],
  wordings: {
    en: [
      {
        pattern: phrase`(?<!(?:may|might|could|would|will|can|he|she|they|who) )(?:confront|accuse|challenge|interrogate|cross-examine|expose) ${other}`,
        instead: 'give an ordinary reason for private time',
      },
      {
        pattern: phrase`(?:ask|tell) ${other} (?:directly |openly |plainly |to (?:his|her) face )?(?:whether|if|that) (?:he|she|they|you) (?:is|are|has been|know|suspect)`,
        instead: 'give an ordinary reason for private time',
      },
    ],
    es: [
      {
        pattern: phrase`(?<!(?:puede|podría|quizá|que|tal vez|él|ella) (?:la |lo )?)(?:confront(?:e|en)|encare[n]?|enfrente[n]?|acuse[n]?|interrogue[n]?|desafíe[n]?|reclame[n]?|reclámel[ea]|(?:(?:hay que|debe|deben|conviene|hace falta|usted puede|toca) )(?:confrontar|encarar|enfrentar|acusar|interrogar|desafiar)) ${otherInSpanish}`,
        instead: 'dé un motivo común para hablar a solas',
      },
      {
        pattern: phrase`(?:pregúntele|pregunte|dígale) ${otherInSpanish} (?:directamente |abiertamente )?(?:si|que) (?:está|es|sabe|explota|la|lo|usted)`,
        instead: 'dé un motivo común para hablar a solas',
      },
    ],
  },
}
