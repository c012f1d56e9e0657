import { phrase } from '#lib/domain/curriculum/wording/phrase'
import type { TextLanguage } from '#lib/domain/curriculum/wording/wording-rule'

/** Words before that turn the sense round (“never confront”), or tell what others say (“an old handout says”). */
const turnedBefore: Readonly<Record<TextLanguage, readonly RegExp[]>> = {
  en: [
    phrase`not(?! (?:only|just|simply|merely|wait|hesitate|delay))|\p{L}+n['’]t(?! (?:wait|hesitate|delay))|never|no|no one|nobody|none|nothing|without|cannot|neither|nor|hardly|rather than|instead of|in place of`,
    phrase`avoid\p{L}*|stop(?:s|ped)?|refrain|resist|beware of|replac\p{L}+|strike|delete|leave out|drop`,
    phrase`urge|temptation|tempt\p{L}*|tries|trying|wish(?:es|ing)?|instinct|dream(?:s|ing)? of|handouts?|leaflets?|brochures?|people (?:say|think|believe)|(?:have|has) (?:heard|read) that`,
  ],
  es: [
    phrase`no(?! (?:solo|sólo|solamente|espere|dude|tarde|demore))|nunca|jamás|nadie|ningun[oa]s?|ningún|nada|sin|ni|tampoco|en vez de|en lugar de|más que`,
    phrase`evit\p{L}+|absténgase|abstener\p{L}*|resist\p{L}+|reemplac\p{L}+|sustituy\p{L}+|quit\p{L}+|borr\p{L}+`,
    phrase`impulso|tentación|quer(?:er|ría|iendo)|intent(?:ar|o|ando)|deseos?|instinto|folletos?|volantes?|se (?:dice|cree|piensa) que|(?:haya|ha|han|hayan) (?:oído|leído) que`,
  ],
}

/** Words right before that only mention what follows: “the word victim”. */
const mentionedBefore: Readonly<Record<TextLanguage, RegExp>> = {
  en: phrase`words?|terms?|labels?|phrases?|myths?|beliefs?|stereotypes?|clich\p{L}+|headlines?|posters?|films?|movies?|slogans?|titles?|wording`,
  es: phrase`palabras?|términos?|etiquetas?|frases?|mitos?|creencias?|estereotipos?|clichés?|titulares?|carteles?|películas?|cine|eslog\p{L}+|expresi\p{L}+`,
}
const rightBefore = 30

/** Words after that say it is wrong: “… is a myth”, “… is not our task”, “… is a decision for others”. */
const turnedAfter: Readonly<Record<TextLanguage, RegExp>> = {
  en: phrase`(?:is|are|was|were|would be|can be) (?:\p{L}+ly )?(?:not|never|no|wrong|a myth|myths|untrue|false|harmful|dangerous|risky|unsafe|blam\p{L}+|loaded|outdated|a mistake)|(?:does|do) not (?:help|work|make)|puts? (?:her|him|them|people|patients?|the patient)|takes? (?:away )?(?:choices?|control)|can (?:harm|hurt|end|endanger|backfire)|(?:harms?|hurts?|hides?|blames?|endangers?)`,
  es: phrase`no (?:es|son|fue|sirve|ayuda)|(?:es|son|sería|puede ser) (?:\p{L}+mente )?(?:un mito|mitos|falso|falsa|peligros\p{L}+|dañin\p{L}+|un error|riesgos\p{L}+|ofensiv\p{L}+)|(?:le|les) (?:quita|quitan)|(?:oculta|ocultan|daña|dañan|culpa|culpan|hiere|hieren)`,
}

const boundary = /[;:!?—–]|[.!?…]["”’»)·]*\s|(?<!\p{L})(?:but|then|pero|sino|luego|entonces)(?!\p{L})/giu

function clauseBefore(sentence: string, at: number): string {
  const before = sentence.slice(0, at)
  const last = [...before.matchAll(boundary)].at(-1)
  return last ? before.slice(last.index + last[0].length) : before
}

/** What leads a list of things to leave out: “Avoid: rescue, pressure.” */
const warningLead =
  /(?<!\p{L})(?:avoid\p{L}*|leave out|strike|myths?|mistakes?|evit\p{L}+|mitos?|errores)(?!\p{L})[^.;:!?]*:[^.;:!?]*$/iu

const finds = (pattern: RegExp, text: string) => text.search(pattern) >= 0

/** Whether the words from `at` to `end` are advised against or only mentioned, within their own clause. */
export function isTurned(sentence: string, at: number, end: number, language: TextLanguage): boolean {
  const before = clauseBefore(sentence, at)
  const after = sentence.slice(end).split(/[.,;:!?—–]/u)[0] ?? ''
  return (
    warningLead.test(sentence.slice(0, at)) ||
    turnedBefore[language].some((pattern) => finds(pattern, before)) ||
    finds(mentionedBefore[language], before.slice(-rightBefore)) ||
    finds(turnedAfter[language], after.slice(0, 60))
  )
}
