import { phrase, within } from '#lib/domain/curriculum/wording/phrase'
import { englishKind, spanishKind } from '#lib/domain/curriculum/wording/rules/people'
import type { WordingRule } from '#lib/domain/curriculum/wording/wording-rule'

const some = 'some, many, can, may'
const someInSpanish = 'algunas, muchas, puede'
const group = String.raw`(?:victims?|survivors?|traffickers?|exploiters?|recruiters?|abusers?|buyers?|trafficked \p{L}+|exploited \p{L}+|(?:people|patients?|persons?|workers?|teens?|women|men|children|minors) (?:who|that) (?:is|are|was|were|have been) (?:being )?(?:trafficked|exploited)|immigrants?|runaways?)`
const groupInSpanish =
  '(?:v[ií]ctimas?|sobrevivientes?|tratantes?|explotador(?:es|as?)?|reclutador(?:es|as)?|(?:personas|trabajador(?:es|as)|pacientes|mujeres|hombres|menores) (?:explotad[oa]s|tratad[oa]s|que (?:sufren|viven) (?:la )?(?:trata|explotación))|inmigrantes?)'
const asked = String.raw`(?! (?:\p{L}+ )?(?:should|must|may|might|can|could|need to|deserves?|gets? the|is offered|are offered))`
const askedInSpanish = String.raw`(?! (?:\p{L}+ )?(?:deben?|debería[n]?|puede[n]?|podría[n]?|merecen?|reciben?))`
const notRequired = String.raw`(?:(?!(?<!\p{L})(?:should|must|may|might|could|ought|not|deben?|deberían?|pueden?|podrían?|no)(?!\p{L}))[^.;:!?,]){0,40}?`

/** Claims without exception about people or outcomes. What staff shall always or never do is no claim. */
export const absoluteClaim: WordingRule = {
  id: 'absolute-claim',
  severity: 'blocking',
  why: 'No sign, person or outcome is certain; staff who expect one miss the others.',
  source: 'mshp-indicators',
  voices: ['says'],
  parts: ['text', 'label'],
  wordings: {
    en: [
      {
        pattern: phrase`(?<!(?:not|nearly|almost|for|to|with|among) )(?:all|every|each|no)(?: of the| the| single)? (?:\p{L}+ )?${group}(?: ever)? (?!(?:should|must|may|might|could|need|deserve|gets?|hears?|receives?|is (?:told|offered|asked|seen|given)|are (?:told|offered|asked|seen|given|entitled)|who|that|of|about|or|and|with|in|to|from|for|at)(?!\p{L}))\p{L}+`,
        instead: some,
      },
      {
        pattern: phrase`${englishKind}${asked} ${notRequired}(?<!(?:almost|nearly|not|hardly) )(?:always|never|invariably|inevitably|without (?:an )?exception|in every case|every time)`,
        instead: some,
      },
      {
        pattern: phrase`(?:invariably|inevitably|without exception)`,
        instead: some,
      },
      {
        pattern: phrase`(?:you|one|we|staff|nurses|clinicians) (?:can|will|could) always (?:tell|see|spot|know|recognize|sense|notice)|(?:catch|find|detect|identif(?:y|ie)|spot|reveal|recogni[sz]e)(?:es|s|ed)? (?:all|every|each) (?:single )?(?:cases?|victims?|survivors?|patients? who|traffickers?|one)|(?:work|help|succeed)s? every time|without fail`,
        instead: some,
      },
      {
        pattern: phrase`guarante(?:e|es|ed|eing)|(?:ensures?|assures?) (?:a |that |the |full |complete )?(?:\p{L}+ )?(?:safety|safe outcome|success|recovery|no harm)|fool-?proof|fail-?safe|infallible|risk-?free|100 ?(?:%|percent) (?:safe|certain|accurate|effective|reliable|private|confidential|secure)|never fails?|cannot fail|(?<!(?:be|make|making|being) )(?:sure|certain) to (?:work|help|succeed|recover|leave)|zero risk|no risk (?:at all|to|for)`,
        instead: 'can, may, is meant to',
      },
      {
        pattern: phrase`(?:completely|totally|perfectly|entirely|absolutely|fully|always|100% ?) ?(?:safe|secure|anonymous|private|confidential|certain|reliable|accurate|untraceable)`,
        instead: 'as far as we know; name the limits',
      },
      {
        pattern: phrase`(?:prov(?:es?|ing)|is proof|are proof|confirms?|is a sure sign|are sure signs|is certain evidence) (?:that |of )?${within(40)}(?:traffick\p{L}+|exploit\p{L}+|abuse[dr]?|guilt\p{L}*)`,
        instead: 'is a reason to offer private time',
      },
    ],
    es: [
      {
        pattern: phrase`(?<!(?:no|casi|a|para|con|entre|de) )(?:tod[oa]s? (?:las? |los |el )?|cada |ningún |ninguna )(?:\p{L}+ )?${groupInSpanish}${askedInSpanish} \p{L}+`,
        instead: someInSpanish,
      },
      {
        pattern: phrase`${spanishKind}${askedInSpanish} ${notRequired}(?<!(?:casi|no) )(?:siempre|nunca|jamás|invariablemente|inevitablemente|sin excepción|en todos los casos)`,
        instead: someInSpanish,
      },
      {
        pattern: phrase`(?:invariablemente|inevitablemente|sin excepción)`,
        instead: someInSpanish,
      },
      {
        pattern: phrase`siempre se (?:nota|ve|sabe|reconoce|puede (?:ver|notar|saber|reconocer))|(?:detecta|encuentra|identifica|descubre|reconoce|revela)[n]? (?:a )?(?:tod[oa]s (?:los|las)|cada) (?:casos?|v[ií]ctimas?|sobrevivientes?|tratantes?)|funciona siempre|siempre funciona|sin falta(?= funciona| sirve)`,
        instead: someInSpanish,
      },
      {
        pattern: phrase`garanti(?:z|c)\p{L}+|(?:asegura|asegure) (?:el éxito|un buen resultado|la recuperación|la seguridad)|infalibles?|a prueba de (?:fallos|errores)|(?:es|son|está|totalmente|completamente) (?:un \p{L}+ )?sin riesgos?|sin (?:ningún|el menor) riesgo|cero riesgos?|riesgo cero|nunca falla|no falla nunca|100 ?% (?:segur[oa]|confiable|eficaz|efectiv[oa]|privad[oa]|confidencial|ciert[oa])`,
        instead: 'puede, suele, está pensado para',
      },
      {
        pattern: phrase`(?:completa|total|absoluta|perfecta|entera|plena)mente (?:segur[oa]s?|anónim[oa]s?|privad[oa]s?|confidencial(?:es)?|ciert[oa]s?|fiables?|confiables?|exact[oa]s?)`,
        instead: 'hasta donde sabemos; nombre los límites',
      },
      {
        pattern: phrase`(?:demuestran?|prueban?|comprueban?|confirman?|es (?:una )?prueba|son prueba|es señal segura) (?:de )?(?:que )?${within(40)}(?:trata|explota\p{L}+|abus\p{L}+)`,
        instead: 'es un motivo para ofrecer un momento a solas',
      },
    ],
  },
}
