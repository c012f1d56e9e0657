import { phrase } from '#lib/domain/curriculum/wording/phrase'
import type { WordingRule } from '#lib/domain/curriculum/wording/wording-rule'

const plain = 'say plainly what happened and what helps'
const plainInSpanish = 'diga con sencillez qué pasó y qué ayuda'

export const sensationalWording: WordingRule = {
  id: 'sensational-wording',
  severity: 'blocking',
  why: 'Drama pulls the reader away from the patient, and can bring harm back to readers who lived it.',
  source: 'samhsa-2014',
  voices: ['says'],
  parts: ['text', 'label'],
  wordings: {
    en: [
      {
        pattern: phrase`(?:sex|modern-day|modern day|child) slaves?`,
        instead: 'people in forced commercial sex',
      },
      {
        pattern: phrase`clutches|captors?|captivity|enslave[drs]?|enslaving`,
        instead: 'say who controls what',
      },
      {
        pattern: phrase`horrif\p{L}+|horrors?|horrible|horrendous|unspeakable|unimaginable|gruesome|grisly|ghastly|harrowing|hellish|heinous|barbaric|depraved|vile|sickening|shocking(?:ly)?|chilling|haunting|heart-?(?:breaking|wrenching|rending)|gut-?wrenching|tear-?jerking|spine-?chilling`,
        instead: plain,
      },
      {
        pattern: phrase`(?:a|the|her|his|their|this|living|real|worst|waking) (?:living |waking |real |worst )?nightmare|nightmare (?:of|world)|nightmarish|(?:a|living|pure|sheer) hell|hell on earth|hell of`,
        instead: plain,
      },
      {
        pattern: phrase`monsters?|predators?|predatory|evil|beasts?|demons?|fiends?|wicked`,
        instead: 'the person who exploits',
      },
      {
        pattern: phrase`(?:shatter|ruin|destroy|wreck|stol|break|broken|rob)\p{L}* (?:\p{L}+ ){0,2}(?:li[fv]es?|childhoods?|innocence|bod(?:y|ies)|souls?|dreams?|spirits?|futures?)|loss of innocence|innocence lost|innocent (?:girls?|wom[ae]n|child(?:ren)?|victims?|lives)`,
        instead: plain,
      },
      {
        pattern: phrase`underworlds?|(?:dark|seedy|sordid|sinister|shadowy|murky) (?:\p{L}+ )?(?:worlds?|undersides?|bell(?:y|ies)|trades?|secrets?|sides?|figures?)`,
        instead: plain,
      },
      {
        pattern: phrase`(?:sold|traded|treated|used|bought|herded|kept|bought and sold|passed around) like (?:\p{L}+ )?(?:cattle|meat|animals?|products?|goods|objects?|dogs?|livestock|property|commodit\p{L}+|toys?)|human cargo|flesh trade|pieces? of meat`,
        instead: plain,
      },
      {
        pattern: phrase`(?:break|breaks|breaking|broke|in|from|shed|lose|free of) (?:the|their|her|his|these|invisible|heavy)? ?(?:chains|shackles|fetters)`,
        instead: plain,
      },
      {
        pattern: phrase`scourges?|plagues?|epidemic of (?:\p{L}+ )?trafficking|ticking time ?bombs?|web of (?:lies|deceit|evil)|prey(?:s|ed|ing)? (?:up)?on|tortur(?:e|ed|es|ing|ous)`,
        instead: plain,
      },
    ],
    es: [
      {
        pattern: phrase`esclav[oa]s? (?:sexual(?:es)?|modern[oa]s?|de hoy)|niñ[oa]s esclav[oa]s`,
        instead: 'personas en sexo comercial forzado',
      },
      {
        pattern: phrase`garras|captor(?:es|as?)?|cautiv[oa]s?|cautiverio|esclavizad[oa]s?`,
        instead: 'diga quién controla qué',
      },
      {
        pattern: phrase`horror(?:es)?|horroros[oa]s?|horrend[oa]s?|horribles?|escalofriantes?|espeluznantes?|desgarrador(?:es|as?)?|macabr[oa]s?|atro(?:z|ces)|atrocidad(?:es)?|aterrador(?:es|as?)?|espantos[oa]s?|inimaginables?|indescriptibles?|impactantes?|sobrecogedor(?:es|as?)?|estremecedor(?:es|as?)?|repugnantes?|aberrantes?`,
        instead: plainInSpanish,
      },
      {
        pattern: phrase`(?:una|la|su|esta|esa|verdadera|peor) (?:verdadera |peor )?pesadilla|infiernos?|infernal(?:es)?|calvarios?`,
        instead: plainInSpanish,
      },
      {
        pattern: phrase`monstruos?|monstruos[oa]s?|depredador(?:es|as?)?|malvad[oa]s?|bestias?|demonios?|desalmad[oa]s?|perver(?:s[oa]s?)|maldad`,
        instead: 'la persona que explota',
      },
      {
        pattern: phrase`(?:destro|destru|arruin|rob|quebr)\p{L}+ (?:\p{L}+ ){0,2}(?:vidas?|infancias?|niñez|inocencia|almas?|sueños?|futuros?)|(?:vidas?|infancias?|inocencia|almas?|sueños?) (?:destrozad|destruid|arruinad|robad|rot|perdid)[oa]s?|pérdida de la inocencia`,
        instead: plainInSpanish,
      },
      {
        pattern: phrase`submundos?|bajos mundos?|bajo mundo|mundos? (?:oscuro|sórdido|siniestro|de tinieblas)s?|(?:oscur|sórdid|siniestr|tenebros)[oa]s? (?:mundos?|negocios?|secretos?|redes?)`,
        instead: plainInSpanish,
      },
      {
        pattern: phrase`como (?:si fueran? )?(?:ganado|animal(?:es)?|mercanc[ií]as?|carne|objetos?|perros?|cosas?|productos?|juguetes?)|pedazos? de carne`,
        instead: plainInSpanish,
      },
      {
        pattern: phrase`(?:romp\p{L}+|quebr\p{L}+) (?:\p{L}+ ){0,2}cadenas|encadenad[oa]s? (?:por|a) (?:el|la|su)`,
        instead: plainInSpanish,
      },
      {
        pattern: phrase`flagelos?|lacras?|plagas?|bombas? de tiempo|tortur(?:a|as|ad[oa]s?|ar|aban?)|presas? fáciles?`,
        instead: plainInSpanish,
      },
    ],
  },
}
