import { phrase } from '#lib/domain/curriculum/wording/phrase'
import { englishPeople, spanishPeople } from '#lib/domain/curriculum/wording/rules/people'
import type { WordingRule } from '#lib/domain/curriculum/wording/wording-rule'

const small = 'one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|fifty|a hundred|\\d+'
const smallInSpanish =
  'un[oa]?|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|doce|veinte|cincuenta|cien|\\d+'
const counted = `(?:${englishPeople}|adults|nurses|clinicians|doctors|cases|studies|interviews|respondents|participants|hospitals|households|calls|reports|employees|physicians)`
const countedInSpanish = `(?:${spanishPeople}|adultos|enfermer[oa]s|médic[oa]s|casos|estudios|entrevistas|encuestad[oa]s|participantes|hospitales|hogares|llamadas|reportes|emplead[oa]s)`
const study = String.raw`(?:study|studies|survey\p{L}*|interview\p{L}*|research\p{L}*|data|found|report(?:ed|s)?|spoke with|asked|files of)`
const studyInSpanish = String.raw`(?:estudios?|encuest\p{L}+|entrevist\p{L}+|investiga\p{L}+|datos|halló|hallaron|encontr\p{L}+|habló con|expedientes)`

/**
 * Figures that claim something about the world. Ages, doses, times, section numbers and what happens in a scene are none, so
 * two digits before people count only next to a word for research, and three digits always.
 */
export const uncitedNumber: WordingRule = {
  id: 'uncited-number',
  severity: 'blocking',
  why: 'A figure without its source cannot be checked, and outlives its truth.',
  source: 'clinical-consensus',
  voices: ['says', 'rebuttal'],
  parts: ['text', 'label', 'alternative'],
  spares: ({ cited }) => cited,
  wordings: {
    en: [
      {
        pattern: phrase`\d[\d,.]*\s?(?:percent|per cent|million|billion|trillion)|\d[\d,.]*\s?%`,
        instead: 'add <Cite id="…" />, or leave the figure out',
        evenNegated: true,
      },
      {
        pattern: /\d[\d,.]*\s?%/giu,
        instead: 'add <Cite id="…" />, or leave the figure out',
        evenNegated: true,
      },
      {
        pattern: phrase`(?:${small}) (?:in|out of) (?:every )?(?:${small})(?! (?:hours?|days?|weeks?|minutes?|months?|years?|rooms?))`,
        instead: 'add <Cite id="…" />, or say “some”',
        evenNegated: true,
      },
      {
        pattern: phrase`(?:half|(?:a|one|two|three)[ -](?:thirds?|quarters?|fifths?)) of (?:all |the |these |those |trafficked |such )*${counted}`,
        instead: 'add <Cite id="…" />, or say “some”',
        evenNegated: true,
      },
      {
        pattern: phrase`\d{1,3}(?:,\d{3})+ (?:\p{L}+ ){0,2}${counted}|\d{3,} (?:\p{L}+ ){0,2}${counted}`,
        instead: 'add <Cite id="…" />',
        evenNegated: true,
      },
      {
        pattern: phrase`${study} (?:\p{L}+ ){0,5}\d{2,} (?:\p{L}+ ){0,2}${counted}|\d{2,} (?:\p{L}+ ){0,2}${counted} (?:\p{L}+ ){0,3}${study}`,
        instead: 'add <Cite id="…" />',
        evenNegated: true,
      },
      {
        pattern: phrase`(?:ten|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\p{L}+)? (?:percent|per cent)|(?:average|mean|median) (?:age|income|wage|debt|time|number|stay|delay)[^.;:!?]{0,30}\d+`,
        instead: 'add <Cite id="…" />, or leave the figure out',
        evenNegated: true,
      },
      {
        pattern: phrase`(?:twice|(?:two|three|four|five|ten|\d+) times) (?:as|more|higher|less) (?:likely|often|common|frequent\p{L}*)`,
        instead: 'add <Cite id="…" />',
        evenNegated: true,
      },
    ],
    es: [
      {
        pattern: phrase`\d[\d,. ]*\s?(?:por ciento|millones|millardos|billones)`,
        instead: 'agregue <Cite id="…" /> o quite la cifra',
        evenNegated: true,
      },
      { pattern: /\d[\d,.]*\s?%/giu, instead: 'agregue <Cite id="…" /> o quite la cifra', evenNegated: true },
      {
        pattern: phrase`(?:${smallInSpanish}) (?:de|por) cada (?:${smallInSpanish})(?! (?:horas?|días?|semanas?|minutos?|meses|años?))`,
        instead: 'agregue <Cite id="…" /> o diga “algunas”',
        evenNegated: true,
      },
      {
        pattern: phrase`(?:la mitad|un tercio|una tercera parte|dos tercios|dos terceras partes|una cuarta parte|un cuarto|tres cuartas partes|una quinta parte) de (?:tod[oa]s )?(?:las?|los|el|est[ao]s|es[ao]s)? ?${countedInSpanish}`,
        instead: 'agregue <Cite id="…" /> o diga “algunas”',
        evenNegated: true,
      },
      {
        pattern: phrase`\d{1,3}(?:[., ]\d{3})+ (?:\p{L}+ ){0,2}${countedInSpanish}|\d{3,} (?:\p{L}+ ){0,2}${countedInSpanish}`,
        instead: 'agregue <Cite id="…" />',
        evenNegated: true,
      },
      {
        pattern: phrase`${studyInSpanish} (?:\p{L}+ ){0,5}\d{2,} (?:\p{L}+ ){0,2}${countedInSpanish}|\d{2,} (?:\p{L}+ ){0,2}${countedInSpanish} (?:\p{L}+ ){0,3}${studyInSpanish}`,
        instead: 'agregue <Cite id="…" />',
        evenNegated: true,
      },
      {
        pattern: phrase`(?:diez|veinte|treinta|cuarenta|cincuenta|sesenta|setenta|ochenta|noventa)(?: y \p{L}+)? por ciento|(?:edad|ingreso|salario|deuda|tiempo|número|demora|estancia) (?:promedio|medi[oa]|median[oa])[^.;:!?]{0,30}\d+`,
        instead: 'agregue <Cite id="…" /> o quite la cifra',
        evenNegated: true,
      },
      {
        pattern: phrase`(?:el doble|(?:dos|tres|cuatro|cinco|diez|\d+) veces) (?:de|más|menos|mayor) ?(?:probab\p{L}+|frecuen\p{L}+|comun\p{L}*|riesgo)?`,
        instead: 'agregue <Cite id="…" />',
        evenNegated: true,
      },
    ],
  },
}
