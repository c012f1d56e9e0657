import { phrase, within } from '#lib/domain/curriculum/wording/phrase'
import { englishPeople, spanishPeople } from '#lib/domain/curriculum/wording/rules/people'
import type { Wording, WordingRule } from '#lib/domain/curriculum/wording/wording-rule'

const they = `(?:she|he|they|(?:the |a |an |many |some |most |these |those |every |this |that )?${englishPeople})`
const self = '(?:herself|himself|themselves)'
const situation = 'say what the exploiter did, or what stood in the way'
const situationInSpanish = 'diga qué hizo la persona que explota, o qué lo impedía'

const english: readonly Wording[] = [
  {
    pattern: phrase`why (?:did|does|do|would|has|have|had)(?:n['’]t)? ${they}(?: not)? ${within(16)}(?:stay|leave|left|go back|went back|return|run|escape|walk|quit|report|tell|speak|say|call|fight|scream|trust|agree)`,
    instead: situation,
    evenNegated: true,
  },
  {
    pattern: phrase`${they} (?:should|ought to|could)(?: not| never|n['’]t)?(?: \p{L}+ly| just)? have (?:just |simply |easily )?(?!been|had)(?:\p{L}+(?:ed|own|eft|aid|old|ght|een|one|ome|ept|ken|ritten)|read|quit|run|put|let)`,
    instead: situation,
    evenNegated: true,
  },
  {
    pattern: phrase`${they} (?:could|can) (?:simply|just|easily|always) (?:\p{L}+)`,
    instead: situation,
  },
  {
    pattern: phrase`(?:let|lets|letting|allow(?:s|ed|ing)?|permit(?:s|ted)?) ${self} (?:to )?(?:be|get|become|fall) \p{L}+`,
    instead: situation,
  },
  {
    pattern: phrase`(?:put|puts|putting|place[sd]?|got|gets|getting|expos(?:e|es|ed|ing)|land(?:s|ed)) ${self} (?:in|into|at|to)(?! (?:her|his|their|the|someone) ?\p{L}*['’]?s? ?(?:place|shoes|position))`,
    instead: situation,
  },
  {
    pattern: phrase`(?:cho(?:se|ose|oses|osing|sen)|opt(?:s|ed)? for|pick(?:s|ed)?) (?:this|that|the|her|his|their|such an?|a) (?:\p{L}+ )?(?:life|lifestyle|path|abuser|exploiter|trafficker|exploitation|abuse)|lifestyle choices?|(?:high-risk|risky|reckless|her|his|their|that|criminal) lifestyles?`,
    instead: situation,
  },
  {
    pattern: phrase`(?:her|his|their|own|patient['’]s|survivor['’]s) (?:own )?fault|(?:is|are|was|were|partly|also|have|has) (?:\p{L}+ ){0,2}(?:to blame|themselves to blame)|(?:brings?|brought|bringing) (?:it|this|that|the abuse) (?:up)?on ${self}|deserv(?:e|es|ed) (?:it|this|that|what)|(?:her|his|their) own (?:doing|making)`,
    instead: 'what was done to a person is not that person’s doing',
  },
  {
    pattern: phrase`(?:asking for it|(?:ask(?:s|ed|ing)? for|invit(?:e|es|ed|ing)|court(?:s|ed|ing)?|look(?:s|ed|ing) for) (?:trouble|abuse|attention|exploitation))(?=\s*(?:$|[.,;!?]|from|when|by))`,
    instead: situation,
  },
  {
    pattern: phrase`willing (?:victims?|participants?|partners?|accomplices?)|(?:willingly|voluntarily|happily|freely) (?:\p{L}+ ){0,4}(?:exploit\p{L}*|traffick\p{L}*|sold|abuse[dr]?|traffickers?)|(?:consent|agree)(?:s|ed)? to (?:be(?:ing)? |her |his |their |the )(?:own )?(?:exploit\p{L}*|traffick\p{L}*|sold|abuse[d]?)`,
    instead: 'say by which means the person was held',
  },
  {
    pattern: phrase`refus(?:e|es|ed|ing) (?:all |any |our |the |every |your |further )?(?:offers? of )?(?:help|services|care|treatment|to be helped|to cooperate|to co-operate|to accept|to leave)|in denial|failed to (?:leave|escape|resist|disclose|protect ${self})|did nothing to (?:stop|escape|leave|prevent)`,
    instead: 'declined for now',
  },
  {
    pattern: phrase`(?:she|he|they|patients?|victims?|survivors?|workers?|wom[ae]n|girls?|boys?|teens?|minors?|child(?:ren)?) (?:also |now |still |openly |finally )?(?:claims?|claimed|alleges?|alleged|admits?|admitted|confess(?:es|ed))(?! (?:to (?:the|a|an|our|hospital|inpatient|surgery|care)|for|form))(?= (?:that|to|being|having|she|he|they|it|her|his|a|an|the))`,
    instead: 'says, states',
  },
  {
    pattern: phrase`${they} (?:is|are|was|were|must be|must have been|had been|seems?|can be) (?:\p{L}+ly |too |so |just |often |being |a bit |quite |very )*(?:naive|naïve|gullible|foolish|careless|reckless|stupid|weak|weak-willed|too trusting|irresponsible|greedy|lazy|passive|ignorant)`,
    instead: 'say how the exploiter gained trust',
  },
  {
    pattern: phrase`if (?:only )?${they} had (?:only |just |simply |not )?(?!access|private|more|a|an|been (?:asked|told|offered|seen))\p{L}+(?=[^.;:!?]*(?:would|could|might)(?: not|n['’]t)?(?: never)? have)|(?:none of )?this would (?:not|never) have happened`,
    instead: situation,
    evenNegated: true,
  },
  {
    pattern: phrase`(?:she|he|they|survivors?|victims?|workers?|teens?|patients?) (?:simply |just |also )?(?:ignor(?:e|es|ed)|overlook(?:s|ed)|miss(?:es|ed)|disregard(?:s|ed)) (?:every|all|the|any|many|so many|obvious|clear) (?:\p{L}+ )?(?:signs?|flags?|warnings?|advice)|paid (?:the price|dearly)`,
    instead: situation,
  },
  {
    pattern: phrase`(?:must|may|clearly|really|secretly|probably) (?:have )?(?:want(?:s|ed)?|lik(?:e|es|ed)|enjoy(?:s|ed)?) (?:it|this|that|the (?:life|attention|money))|because (?:she|he|they) (?:like[sd]?|love[sd]?|enjoy(?:s|ed)?|want(?:s|ed)?) (?:it|this|that|the (?:life|money|attention|man))`,
    instead: situation,
  },
  {
    pattern: phrase`what (?:she|he|they) (?:did|said|had done|has done|wore) (?:to|that) (?:make|made|provoke[d]?|anger(?:ed)?|deserve[d]?|cause[d]?|set|upset|bring|invite[d]?)`,
    instead: 'ask what happened, and what would help',
  },
  {
    pattern: phrase`dress(?:es|ed|ing)? (?:provocatively|that way|like that|too \p{L}+)|provocative(?:ly)? (?:cloth\p{L}+|dress\p{L}*|outfits?)`,
    instead: 'leave out what the person wore',
  },
]

const theyInSpanish = `(?:(?:ella|él|ellas|ellos|(?:el|la|los|las|un|una|esa|ese|muchas|muchos|algunas|algunos) ${spanishPeople}) )`
const notStaff =
  '(?<!(?:usted|ustedes|equipo|personal|consultorio|clínica|agencia|nosotros|enfermer[oa]|médic[oa]|doctora?|recepcionista) )'

const spanish: readonly Wording[] = [
  {
    pattern: phrase`por qué (?:${theyInSpanish})?(?:no (?:se |lo |la |les? )?(?:fue|fueron|va|van|iba|marchó|marcha|escap\p{L}+|huy\p{L}+|salió|sale|denunci\p{L}+|dijo|dice|dijeron|habl\p{L}+|pidió|pide|dejó|deja|renunci\p{L}+|gritó|defendió|contó|llamó|opuso)|(?:se )?(?:quedó|volvió|regresó|confió|aceptó) (?:ella|él|con|a))`,
    instead: situationInSpanish,
    evenNegated: true,
  },
  {
    pattern: phrase`${notStaff}(?:debió|debieron|debería|deberían|tendría que|tendrían que|tenía que|podía|podían|podría|podrían|pudo|pudieron) (?:\p{L}+mente )?(?:haber(?:se|lo|la)? (?:ido|dicho|sabido|huido|denunciado|gritado|defendido|marchado|negado|escapado|renunciado|salido|leído|notado|imaginado|evitado|resistido|contado|dado cuenta))|${notStaff}(?:debió|debieron|debería|deberían|tendría que|tendrían que|tenía que) (?:irse|saber|huir|denunciar|negarse|escapar(?:se)?|renunciar|marcharse|darse cuenta|resistirse|defenderse|sospechar|imaginar|firmar|confiar|aceptar|volver|regresar|pedir ayuda|quedarse|meterse|callar(?:se)?)(?:lo)?(?= |[.,;!?]|$)`,
    instead: situationInSpanish,
    evenNegated: true,
  },
  {
    pattern: phrase`se (?:dejó|deja|dejaron|dejan|dejaba) (?:\p{L}+ )?(?:explotar|engañar|controlar|maltratar|vender|usar|manipular|convencer|llevar|utilizar|abusar|golpear|seducir|enredar)`,
    instead: situationInSpanish,
  },
  {
    pattern: phrase`se (?:puso|pone|pusieron|metió|mete|metieron|expuso|expone|expusieron|arriesgó|buscó) (?:\p{L}+ ){0,2}(?:en|a) (?:peligro|riesgos?|esa?|esta|este|problemas|l[ií]os?|manos|tal)`,
    instead: situationInSpanish,
  },
  {
    pattern: phrase`(?:el(?:igió|igieron|ige|igen)|escog(?:ió|ieron|e|en)|optó por|optaron por|prefiri(?:ó|eron)) (?:esa?|esta|este|su|la|una|ese tipo de) (?:\p{L}+ )?(?:vida|camino|explotación|estilo de vida|situación|tratante|explotador)|estilos? de vida (?:de riesgo|riesgoso|peligroso|promiscuo)`,
    instead: situationInSpanish,
  },
  {
    pattern: phrase`(?:por )?(?:su(?:ya|yo)? (?:propia )?culpa|culpa (?:suya|propia|de (?:ella|él|ellos|ellas|la paciente|el paciente))|tien\p{L}+ (?:\p{L}+ ){0,3}culpa)|(?:culpables?|responsables?) de (?:lo que (?:le|les)|su propi[oa])|(?:ella|él|ellos|ellas) mism[oa]s? (?:se|lo|la)|se lo (?:buscó|buscaron|busca|buscan|merec\p{L}+|ganó)`,
    instead: 'lo que se le hizo a una persona no es obra suya',
  },
  {
    pattern: phrase`${notStaff}se (?:niega|niegan|negó|negaron|rehúsa|rehusó) a (?:cooperar|colaborar|recibir|aceptar|ser ayudad[oa]|que (?:la|lo|los|las) ayuden)|rechaz(?:a|an|ó|aron) (?:\p{L}+ )?(?:ayuda|apoyo|atención|servicios)|no quiere (?:cooperar|colaborar|que (?:la|lo) ayuden)`,
    instead: 'por ahora dijo que no',
  },
  {
    pattern: phrase`(?:ella|él|pacientes?|mujer(?:es)?|hombres?|jov(?:en|enes)|niñ[oa]s?|trabajador(?:es|as?)?|menor(?:es)?|sobrevivientes?) (?:\p{L}+mente )?(?:aleg\p{L}+|confies\p{L}+|confes\p{L}+|admit(?:e|en|ió|ieron)|reconoc(?:e|ió) (?:que|haber)|dice supuestamente|pretende ser|asegura supuestamente)`,
    instead: 'dice, cuenta',
  },
  {
    pattern: phrase`(?:es|son|era|eran|fue|fueron|está siendo|parece|parecen) (?:muy |demasiado |tan |un poco |bastante |simplemente )*(?:ingenu[oa]s?|incaut[oa]s?|crédul[oa]s?|imprudentes?|irresponsables?|tont[oa]s?|descuidad[oa]s?|pasiv[oa]s?|ignorantes?|débil(?:es)? de carácter|confiad[oa]s?)`,
    instead: 'diga cómo la persona que explota se ganó la confianza',
  },
  {
    pattern: phrase`si (?:tan solo |solo |no )?(?:se )?hubiera[n]? \p{L}+(?:ado|ido|to|cho)(?=[^.;:!?]*(?:habría|hubiera|no estaría))|nada de esto (?:habría|hubiera) (?:pasado|ocurrido|sucedido)`,
    instead: situationInSpanish,
    evenNegated: true,
  },
  {
    pattern: phrase`(?:ignor(?:ó|aron|a|an)|pas(?:ó|aron) por alto|no hizo caso de) (?:todas? |tantas? |las |los )+(?:\p{L}+ )?(?:señal(?:es)?|advertencias?|avisos?|alertas?)|pag(?:ó|aron) (?:el precio|las consecuencias)`,
    instead: situationInSpanish,
  },
  {
    pattern: phrase`(?:porque|así que|seguro que|en el fondo|en realidad) (?:\p{L}+ )?le[s]? (?:gusta|gustaba|gustó|encanta|convenía|conviene)|(?:seguro|quizá|en el fondo) lo quería`,
    instead: situationInSpanish,
  },
  {
    pattern: phrase`qué (?:hizo|hicieron|dijo|había hecho|llevaba puesto) (?:ella |él )?(?:para|que) (?:que )?(?:él |ella |lo |la )?(?:\p{L}+ )?(?:enoj|provoc|molest|merec|caus|hac|enfad|golpe)\p{L}*`,
    instead: 'pregunte qué pasó y qué ayudaría',
  },
  {
    pattern: phrase`(?:ropa|vestid[oa]s?|falda|prendas?|vestimenta) (?:\p{L}+ )?(?:provocativ[oa]s?|provocador[a]?|indecente|insinuante)|vest(?:ía|ida|irse|ir|ía así) (?:de (?:forma|manera) )?(?:provocativ[oa]|así|provocadora)`,
    instead: 'deje fuera cómo vestía la persona',
  },
]

export const victimBlaming: WordingRule = {
  id: 'victim-blaming',
  severity: 'blocking',
  why: 'It lays on the person what was done by somebody else, and readers who lived it hear that.',
  source: 'samhsa-2014',
  voices: ['says'],
  parts: ['text', 'label'],
  wordings: { en: english, es: spanish },
}
