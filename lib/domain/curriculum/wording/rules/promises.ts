import { phrase, within } from '#lib/domain/curriculum/wording/phrase'
import type { WordingRule } from '#lib/domain/curriculum/wording/wording-rule'

const claim = { severity: 'blocking', voices: ['says'], parts: ['text', 'label'] } as const
const advice = { ...claim, voices: ['says', 'rebuttal'] } as const
const training = '(?:training|course|in-service|module|certificate|track)s?'
const trainingInSpanish =
  '(?:capacitación|capacitaciones|formación|curso|cursos|módulo|módulos|certificado|certificados|entrenamiento)'

export const trainingMandate: WordingRule = {
  id: 'training-mandate',
  ...claim,
  why: 'We found no Missouri law that asks health licensees for this training.',
  source: 'jones-day-50-state',
  wordings: {
    en: [
      {
        pattern: phrase`${training} ${within(60)}(?:required|mandated|mandatory|compulsory|obligatory)${within(30)} missouri`,
        instead: 'your practice asks for this training',
      },
      {
        pattern: phrase`missouri(?:['’]s)? (?:\p{L}+ )?(?:law )?(?:requires?|mandates?|obliges?|orders?) ${within(60)}${training}|(?:required|mandated) (?:by|under|in) missouri ${within(40)}${training}|missouri(?:['’]s)? ${within(12)}makes? ${within(20)}${training} ${within(12)}(?:mandatory|compulsory|obligatory|required)`,
        instead: 'your practice asks for this training',
      },
    ],
    es: [
      {
        pattern: phrase`${trainingInSpanish} ${within(60)}(?:obligatori[oa]s?|exigid[oa]s?|requerid[oa]s?)${within(40)} (?:missouri|misuri)`,
        instead: 'su consultorio pide esta capacitación',
      },
      {
        pattern: phrase`(?:missouri|misuri) ${within(20)}(?:exige|obliga|requiere|ordena|manda|hace (?:obligatori[oa]s?|forzos[oa]s?)|vuelve obligatori[oa]) ${within(50)}${trainingInSpanish}`,
        instead: 'su consultorio pide esta capacitación',
      },
    ],
  },
}

export const creditClaim: WordingRule = {
  id: 'credit-claim',
  ...claim,
  why: 'A course without accreditation awards no credit; the certificate records a completion.',
  source: 'bu-cme-credit',
  wordings: {
    en: [
      {
        pattern: phrase`C[MN]?E[ -](?:credits?|hours?|units?|points?)|CEUs?|contact hours?|continuing (?:\p{L}+ )?education (?:credits?|hours?|units?|points?)|(?:\d|one|two|three) credits? (?:for|toward)`,
        instead: 'a record of completion',
      },
    ],
    es: [
      {
        pattern: phrase`(?:créditos?|horas?|unidades|puntos) (?:\p{L}+ )?(?:de )?(?:CE|CME|educación (?:médica )?continua|formación continua|contacto)`,
        instead: 'una constancia de haber completado el curso',
      },
    ],
  },
}

export const confidentialityPromise: WordingRule = {
  id: 'confidentiality-promise',
  ...advice,
  why: 'The limits are explained before sensitive questions; a promise that breaks ends trust.',
  source: 'pearr-tool',
  wordings: {
    en: [
      {
        pattern: phrase`(?:everything|all (?:of )?(?:it|this|information)|(?:whatever|anything|what) (?:you|she|he|they|the patient|patients|people|is) (?:says?|tells?|shares?|said|told|discussed)) ${within(60)}(?:stays?|remains?|is|are|be|kept|will be) (?:always |completely |fully |strictly |kept |just |only |a )*(?:confidential|secret|private|between (?:us|you|the two of us)|with (?:me|us)|(?:right )?here(?! (?:for|until))|(?:in|on) this (?:room|call))`,
        instead: 'say first what you cannot keep to yourself',
      },
      {
        pattern: phrase`(?:nothing|not a word|none of (?:it|this))(?: (?:that )?(?:you|she|he|they|the patient|patients) \p{L}+)? (?:(?:will|is going to|can) (?:ever )?(?:leave|get out|go beyond|be shared|be told|be passed on|get to|reach)|(?:ever )?(?:leaves|goes beyond|gets out of) (?:this|the|that) (?:room|clinic|practice))`,
        instead: 'say first what you cannot keep to yourself',
        evenNegated: true,
      },
      {
        pattern: phrase`(?:promise|assure|swear|give your word|vow)[^.;:!?]{0,30}(?:(?:not|never|won['’]t) (?:tell|share|say|repeat)|nobody (?:will|else will)|no one (?:will|else will)|keep (?:it|this|that|everything) (?:secret|private|quiet))`,
        instead: 'say first what you cannot keep to yourself',
      },
      {
        pattern: phrase`(?:promise|assure|swear to|guarantee) (?:her|him|them|the patient|patients|people|complete|full|total|absolute) ?(?:\p{L}+ )?(?:confidentiality|secrecy|privacy)`,
        instead: 'say first what you cannot keep to yourself',
      },
    ],
    es: [
      {
        pattern: phrase`(?:todo|cuanto|lo) (?:\p{L}+ ){0,5}(?:qued(?:a|ará|e)|permanec\p{L}+|se mantien\p{L}+|se mantendrá|es|será) (?:siempre |totalmente |estrictamente |solo |en )*(?:confidencial|secreto|privado|entre (?:nosotros|ustedes|usted|los dos|ella)|aquí|conmigo|(?:en )?(?:este cuarto|esta llamada))`,
        instead: 'diga primero lo que no puede guardar en secreto',
      },
      {
        pattern: phrase`nada (?:de (?:lo que|esto|eso) (?:\p{L}+ )*)?(?:va a salir|saldrá|sale|se sabrá|se contará|se compartirá)`,
        instead: 'diga primero lo que no puede guardar en secreto',
        evenNegated: true,
      },
      {
        pattern: phrase`(?:promét\p{L}+|promet\p{L}+|júr\p{L}+|asegúr\p{L}+|dé su palabra)[^.;:!?]{0,30}(?:no (?:se )?(?:lo |la )?(?:dirá|contará|diré|contaré|va a contar|va a decir|repetirá)|nadie (?:lo |más )?(?:sabrá|se enterará|lo sabrá)|guardará el secreto)`,
        instead: 'diga primero lo que no puede guardar en secreto',
      },
      {
        pattern: phrase`(?:promet\p{L}+|asegúr\p{L}+|asegur\p{L}+|garantí\p{L}+|garantiz\p{L}+) (?:\p{L}+ ){0,3}(?:confidencialidad|secreto|privacidad)`,
        instead: 'diga primero lo que no puede guardar en secreto',
      },
    ],
  },
}

export const disclosurePrice: WordingRule = {
  id: 'disclosure-price',
  ...advice,
  why: 'Disclosure is not the goal, and never the price of care.',
  source: 'pearr-tool',
  wordings: {
    en: [
      {
        pattern: phrase`only (?:if|when|after|once) (?:the patient|a patient|patients|she|he|they) (?:has |have |had )?(?:discloses?|disclosed|admits?|admitted|tells?|told|opens? up|confirms?|confirmed)`,
        instead: 'offer the same care and information to everyone',
      },
      {
        pattern: phrase`(?:has|have|needs?|must|ought) (?:to )?(?:first )?(?:tell|disclose|admit|open up|explain|say)(?: to)?(?: you| us| staff)? ${within(30)}before (?:you|we|staff|the \p{L}+) (?:can |may |will )?(?:help|treat|offer|refer|give)`,
        instead: 'offer the same care and information to everyone',
      },
      {
        pattern: phrase`(?:unless|until) (?:the patient|a patient|she|he|they) (?:discloses?|admits?|tells?|opens? up)${within(30)} (?:no|wait|hold|there is nothing|you cannot|we cannot)`,
        instead: 'offer the same care and information to everyone',
      },
    ],
    es: [
      {
        pattern: phrase`(?:solo|sólo|solamente|únicamente) (?:si|cuando|después de que|una vez que) (?:la paciente|el paciente|las pacientes|los pacientes|ella|él|la persona)? ?(?:l[oa] )?(?:cuent\p{L}+|revel\p{L}+|admit\p{L}+|confies\p{L}+|confirm\p{L}+|diga|digan|reconoz\p{L}+)`,
        instead: 'ofrezca la misma atención e información a todos',
      },
      {
        pattern: phrase`(?:tiene|tienen|debe|deben|hace falta|necesita) (?:que )?(?:\p{L}+ )?(?:decir|contar|revelar|admitir|confesar)(?:le|nos|les|lo)? ${within(30)}(?:para que|antes de que) (?:usted |el personal |podamos |pueda|puedan|se )`,
        instead: 'ofrezca la misma atención e información a todos',
      },
    ],
  },
}

export const outdatedFact: WordingRule = {
  id: 'outdated-fact',
  ...claim,
  why: 'The hotline was renamed, the figure of 20 million is of 2012, and rankings of crimes cannot be checked.',
  source: 'ilo-2022',
  wordings: {
    en: [
      {
        pattern: phrase`NHTRC|National Human Trafficking Resource Center`,
        instead: 'National Human Trafficking Hotline',
      },
      {
        pattern: phrase`(?:more than|over|some|about|nearly) 20(?:\.9)? million`,
        instead: 'about 28 million people in forced labor in 2021 (ILO)',
      },
      {
        pattern: phrase`(?:second|third|fastest)[- ](?:most |largest|biggest|growing|profitable)${within(30)}(?:crim|illegal|illicit)\p{L}*`,
        instead: 'leave the ranking out',
      },
    ],
    es: [
      {
        pattern: phrase`NHTRC|Centro Nacional de Recursos (?:contra|sobre|para) la Trata(?: de Personas)?`,
        instead: 'Línea Nacional contra la Trata de Personas',
      },
      {
        pattern: phrase`(?:más de|unos|cerca de|casi) 20(?:[.,]9)? millones`,
        instead: 'unos 28 millones de personas en trabajo forzoso en 2021 (OIT)',
      },
      {
        pattern: phrase`(?:segund|tercer)[oa]? (?:\p{L}+ ){0,2}?(?:negocio|industria|actividad|delito|crimen)${within(30)}(?:crimin|ilegal|ilícit|delictiv|grande|lucrativ|rentable)\p{L}*|de más rápido crecimiento`,
        instead: 'quite la clasificación',
      },
    ],
  },
}
