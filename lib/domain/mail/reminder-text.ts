import type { LocalDate } from '#lib/domain/calendar'
import type { Language } from '#lib/domain/language'

/** Before the day it is due, or after it: what a reminder says differs. */
export const reminderMoments = ['before', 'after'] as const
export type ReminderMoment = (typeof reminderMoments)[number]

/** What a practice may word itself. Both fields may hold placeholders, the subject the day only. */
export type ReminderText = { readonly subject: string; readonly body: string }

/**
 * What a text may hold in braces. `begin` is a sentence on how to begin; to somebody who has no password yet, on choosing
 * one. `dueOn` names one day, or several that one mail speaks of.
 */
export const placeholders = ['name', 'practice', 'dueOn', 'begin', 'link'] as const
type Placeholder = (typeof placeholders)[number]

const subjectPlaceholders: readonly string[] = ['dueOn']
const inBraces = /\{([^{}]*)\}/g

export type ReminderTextProblem =
  | 'subject-missing'
  | 'subject-not-one-line'
  | 'subject-placeholder-unknown'
  | 'subject-not-neutral'
  | 'body-missing'
  | 'body-placeholder-unknown'
  | 'body-brace-open'
  | 'body-without-link'
  | 'body-not-neutral'

/** What is to be mended before the text may be sent, the subject first. Empty where it may. */
export function reminderTextProblems({ subject, body }: ReminderText): readonly ReminderTextProblem[] {
  return [...subjectProblems(subject), ...bodyProblems(body)]
}

function subjectProblems(subject: string): ReminderTextProblem[] {
  if (subject.trim() === '') return ['subject-missing']
  if (/[\p{Cc}\p{Zl}\p{Zp}]/u.test(subject)) return ['subject-not-one-line']
  if (!isFilledBy(subject, subjectPlaceholders)) return ['subject-placeholder-unknown']
  return isNeutral(subject) ? [] : ['subject-not-neutral']
}

function bodyProblems(body: string): ReminderTextProblem[] {
  if (body.trim() === '') return ['body-missing']
  const named = [...body.matchAll(inBraces)].map(([, name = '']) => name)
  if (named.some((name) => !placeholders.some((known) => known === name))) return ['body-placeholder-unknown']
  if (!isFilledBy(body, placeholders)) return ['body-brace-open']
  // What touches the link would change it: nobody could follow it, and it would not be known for what it is.
  if (!named.includes('link') || /[\w/-]\{link\}|\{link\}[\w{/-]/.test(body)) return ['body-without-link']
  return isNeutral(body) ? [] : ['body-not-neutral']
}

/** Every brace belongs to one of these placeholders. */
function isFilledBy(text: string, known: readonly string[]): boolean {
  const rest = text.replaceAll(inBraces, (whole, name: string) => (known.includes(name) ? '' : whole))
  return !/[{}]/.test(rest)
}

// Beginnings of words, in both languages, as they look without accents. What the training is about is nobody's business
// who sees a list of mail: on a shared screen it can put a survivor on the staff in danger.
const tellingBeginnings = [
  'traffick',
  'trafic',
  'tratante',
  'slave',
  'esclav',
  'exploit',
  'explot',
  'prostitut',
  'sexual',
  'sexo',
  'abus',
  'maltrat',
  'victim',
  'survivor',
  'sobrevivient',
  'coerc',
  'coacci',
  'pimp',
  'proxenet',
]

/** Says nothing of what the training is about. Accents, case, invisible signs and signs between letters hide no word. */
export function isNeutral(text: string): boolean {
  const plain = text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]+/gu, '')
    .toLowerCase()
  const joined = plain.replace(/(?<=\b\p{L})[\s.\-_*·]+(?=\p{L}\b)/gu, '')
  return [plain, joined].every((each) => !tells(each))
}

function tells(text: string): boolean {
  const words = text.split(/[^\p{L}]+/u).filter(Boolean)
  const isTelling = (word: string) => tellingBeginnings.some((beginning) => word.startsWith(beginning))
  // "Se trata de" is how Spanish says "it is about"; "la trata" is the noun.
  const namesIt = words.some((word, index) => word === 'trata' && words[index - 1] !== 'se')
  const pairs = words.map((word, index) => word + (words[index + 1] ?? ''))
  return (
    namesIt || words.some(isTelling) || pairs.some((pair) => /^(forcedlabou?r|trabajoforzado)/.test(pair))
  )
}

/** Puts the values in, in one pass: a name that looks like a placeholder stays a name. */
export function filledIn(text: string, values: Readonly<Record<Placeholder, string>>): string {
  return text.replaceAll(inBraces, (whole, name: string) =>
    Object.hasOwn(values, name) ? values[name as Placeholder] : whole,
  )
}

/** The days that one mail speaks of: those of its moment only, each once, the earliest first. */
export function spokenDays(
  dueDays: readonly LocalDate[],
  today: LocalDate,
): { readonly moment: ReminderMoment; readonly days: readonly LocalDate[] } {
  const days = [...new Set(dueDays)].toSorted()
  const past = days.filter((day) => day < today)
  return past.length > 0 ? { moment: 'after', days: past } : { moment: 'before', days }
}

/** What the practice wrote; undefined where it left the words to Beacon. */
export type OwnReminderText = (language: Language, moment: ReminderMoment) => ReminderText | undefined

type WrittenText = {
  readonly language: Language
  readonly moment: ReminderMoment
  readonly text: ReminderText | null
}

/** The newest texts of a practice, to look up. */
export function ownReminderText(texts: readonly WrittenText[]): OwnReminderText {
  return (language, moment) =>
    texts.find((each) => each.language === language && each.moment === moment)?.text ?? undefined
}
