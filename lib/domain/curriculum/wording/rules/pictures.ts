import { phrase } from '#lib/domain/curriculum/wording/phrase'
import type { WordingRule } from '#lib/domain/curriculum/wording/wording-rule'

/** The words for a picture tell what is on it, so that they show a picture of bonds, wounds or fear too. */
export const sensationalImage: WordingRule = {
  id: 'sensational-image',
  severity: 'blocking',
  why: 'Pictures of bonds, wounds or fear teach staff to look for them, and can bring harm back to readers.',
  source: 'samhsa-2014',
  voices: ['says', 'wrong', 'rebuttal', 'quoted'],
  parts: ['alternative'],
  wordings: {
    en: [
      {
        pattern: phrase`chain(?:s|ed)|ropes?|handcuff\p{L}*|shackle\p{L}*|cages?|caged|barbed wire|gag(?:s|ged)|tape over|taped|tied(?: up)?|bound (?:hands|wrists)|(?:hands|wrists) bound|behind bars|duct tape|blindfold\p{L}*`,
        instead: 'a quiet exam room, a form, two people talking',
      },
      {
        pattern: phrase`bruis\p{L}+|black eyes?|bleed\p{L}*|blood(?:y|ied)?|wounds?|wounded|scar(?:s|red) (?:face|back|arms?)|beaten|cr(?:ying|ies)|tears|sobbing|weeping|screaming`,
        instead: 'a quiet exam room, a form, two people talking',
      },
      {
        pattern: phrase`cower\p{L}*|huddl\p{L}*|curled up|crouch\p{L}*|(?:dark|dim|gloomy) (?:corners?|alleys?|rooms?|streets?|basements?|background)|shadow (?:of|over)|shadowy|silhouettes?|hands? over (?:her|his|their|a|the) mouths?|hooded|faceless|teddy bears?`,
        instead: 'a quiet exam room, a form, two people talking',
      },
      {
        pattern: phrase`barcodes?(?= (?:on|tattoo))|barcode tattoos?|price tags?|for sale|lingerie|half-?naked|naked|nude|undress\p{L}*|scantily|fishnets?|stilettos|red[- ]light`,
        instead: 'a quiet exam room, a form, two people talking',
      },
    ],
    es: [
      {
        pattern: phrase`cadenas|encadenad[oa]s?|sogas?|cuerdas?|espos(?:as|ad[oa]s?)(?= |$)|grilletes?|jaulas?|enjaulad[oa]s?|alambre de púas|mordaza\p{L}*|amordazad[oa]s?|atad[oa]s?|amarrad[oa]s?|tras (?:las )?rejas|vendad[oa]s?`,
        instead: 'un consultorio tranquilo, un formulario, dos personas que hablan',
      },
      {
        pattern: phrase`moret[oó]n(?:es|ead[oa])?|golpead[oa]s?|ojos? morad[oa]s?|sangr\p{L}+|herid[oa]s?|llor(?:a|an|ando|osa|oso)|lágrimas?|sollozan\p{L}+|gritando`,
        instead: 'un consultorio tranquilo, un formulario, dos personas que hablan',
      },
      {
        pattern: phrase`boca tapada|tap(?:a|ando|ada) la boca|encogid[oa]s?|acurrucad[oa]s?|agazapad[oa]s?|(?:rincón|callejón|cuarto|sótano|calle|fondo) (?:muy )?(?:oscur|negr|sombrí)[oa]s?|sombras? de|sombra sobre|siluetas?|encapuchad[oa]s?|sin rostro|osos? de peluche`,
        instead: 'un consultorio tranquilo, un formulario, dos personas que hablan',
      },
      {
        pattern: phrase`código de barras (?:tatuado|en (?:la|el|su) (?:piel|cuello|brazo|nuca|frente))|etiqueta de precio|en venta|se vende|lencería|semidesnud[oa]s?|desnud[oa]s?|luz roja`,
        instead: 'un consultorio tranquilo, un formulario, dos personas que hablan',
      },
    ],
  },
}

const saysNothing = String.raw`^\s*(?:(?:an? |the |una? |la |el )?(?:images?|pictures?|photos?|photographs?|graphics?|figures?|icons?|illustrations?|drawings?|im[aá]gen(?:es)?|fotos?|fotografías?|gráficos?|figuras?|íconos?|dibujos?|ilustraci[oó]n(?:es)?)(?: (?:of|de|del|showing) (?:\S+\s*){1,2})?\d*|\S+\.(?:png|jpe?g|webp|gif)|(?:\S+\s*){1,2}|todo|tbd|n/?a)[\s.]*$`

/** The schema refuses an empty text already; this finds one that tells a reader nothing. */
export const missingAlternative: WordingRule = {
  id: 'missing-alternative',
  severity: 'blocking',
  why: 'Who cannot see the picture learns nothing from these words.',
  source: 'wcag-22-text-alternatives',
  voices: ['says', 'wrong', 'rebuttal', 'quoted'],
  parts: ['alternative'],
  readsQuotes: true,
  wordings: {
    en: [
      {
        pattern: new RegExp(saysNothing, 'giu'),
        instead: 'what the picture shows and why it stands here',
        evenNegated: true,
      },
    ],
    es: [
      {
        pattern: new RegExp(saysNothing, 'giu'),
        instead: 'qué muestra la imagen y por qué está aquí',
        evenNegated: true,
      },
    ],
  },
}
