import { phrase } from '#lib/domain/curriculum/wording/phrase'
import type { WordingRule } from '#lib/domain/curriculum/wording/wording-rule'

const law =
  /(?<!\p{L})(?:laws?|legal(?:ly)?|statut\p{L}+|acts?|codes?|courts?|visas?|(?:T|U) status|rsmo|u\.s\.c|cfr|prosecut\p{L}+|defin\p{L}+|ley|leyes|legal(?:es|mente)?|visas?|tribunal\p{L}*|fiscal\p{L}*|código|delitos?|words?|terms?|labels?|palabras?|términos?|etiquetas?)(?!\p{L})/iu

/** Legal texts say victim; the course says person or survivor, as the person prefers. */
export const victimLabel: WordingRule = {
  id: 'victim-label',
  severity: 'advisory',
  why: 'Legal texts say victim; for a patient, use the words that the person prefers.',
  source: 'soar-terminology',
  voices: ['says'],
  parts: ['text', 'label', 'alternative'],
  spares: ({ text }) => law.test(text),
  wordings: {
    en: [
      {
        pattern: phrase`victims?(?! of (?:a |an |the )?(?:crash|accident|fire|flood|storm|war|earthquake|fraud|theft|scam))`,
        instead: 'person who has experienced trafficking, survivor, patient',
      },
    ],
    es: [
      {
        pattern: phrase`v[ií]ctimas?(?! de(?:l)? (?:un |una |la |el )?(?:accidente|incendio|inundación|guerra|terremoto|fraude|robo|estafa))`,
        instead: 'persona que ha vivido la trata, sobreviviente, paciente',
      },
    ],
  },
}
