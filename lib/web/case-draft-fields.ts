import * as z from 'zod'
import {
  type ChoiceForm,
  type ChoiceLetter,
  choiceLetters,
  type DebriefForm,
  movedChoice,
  type NodeForm,
  noPoints,
  sourceSlots,
} from '#lib/domain/authoring/case-form'
import { caseOutcomes, caseSkills, judgments } from '#lib/domain/curriculum/case-graph'
import { languages } from '#lib/domain/language'
import { type FormReturn, listField } from '#lib/web/forms'

/** Ids in addresses. A malformed one is answered like an unknown one. */
export const nodeId = z
  .string()
  .max(80)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
export const nodeKind = z.enum(['decision', 'ending'])
export const nodeMove = z.enum(['up', 'down', 'start'])
export const caseMark = z.string().max(64).default('')

const fold = (text: string) => text.replace(/\s+/g, ' ').trim()

/** Prose of a case, as long as its files hold it; white space does not count. */
const passage = z
  .string('words-missing')
  .max(8000, 'item-text-too-long')
  .overwrite(fold)
  .max(2000, 'item-text-too-long')
const optionalPassage = passage.default('')
const neededPassage = passage.min(1, 'words-missing')
const neededLine = z.string('words-missing').overwrite(fold).min(1, 'words-missing').max(100, 'text-too-long')

const wholeNumber = (most: number, least: number) =>
  z
    .string('number-missing')
    .trim()
    .regex(/^\d{1,3}$/, 'number-missing')
    .transform(Number)
    .refine((number) => number >= least && number <= most, 'number-out-of-range')

/** What a case says of itself. */
export const caseAboutFields = {
  caseTitle: neededLine,
  caseSummary: neededPassage,
  caseMinutes: wholeNumber(60, 1),
  caseModule: z.string().max(80).default(''),
}

/** One thing to a line. */
const lines = z
  .string('words-missing')
  .max(8000, 'item-text-too-long')
  .transform((text) => text.split(/\r?\n/).map(fold).filter(Boolean))
  .refine((known) => known.length > 0, 'words-missing')
  .refine((known) => known.every((each) => each.length <= 2000), 'item-text-too-long')

/** What is known before the first scene. */
export const caseOpeningFields = {
  caseSetting: neededPassage,
  caseRole: neededPassage,
  casePatient: neededLine,
  caseAge: wholeNumber(120, 0),
  casePronouns: neededLine,
  caseReason: neededPassage,
  caseKnown: lines,
  caseNote: neededPassage,
}

export const caseLanguage = z.enum(languages)

type OpeningFields = z.output<z.ZodObject<typeof caseOpeningFields>>

export const caseOpeningOf = (form: OpeningFields) => ({
  setting: form.caseSetting,
  role: form.caseRole,
  patient: {
    name: form.casePatient,
    age: form.caseAge,
    pronouns: form.casePronouns,
    reason: form.caseReason,
  },
  known: form.caseKnown,
  contentNote: form.caseNote,
})

const debriefParts = caseSkills.flatMap((skill) => [
  [`debriefStrong-${skill}`, neededPassage] as const,
  [`debriefWeak-${skill}`, neededPassage] as const,
  [`debriefSource-${skill}`, z.string().max(80).default('')] as const,
])

/** What is said of each skill afterward. */
export const caseDebriefFields: Readonly<Record<`debrief${string}`, z.ZodType<string>>> =
  Object.fromEntries(debriefParts)

export function caseDebriefOf(form: Readonly<Record<string, unknown>>): DebriefForm {
  const said = (part: 'Strong' | 'Weak' | 'Source', skill: string) =>
    String(form[`debrief${part}-${skill}`] ?? '')
  const bySkill = caseSkills.map((skill) => [
    skill,
    { strong: said('Strong', skill), weak: said('Weak', skill), source: said('Source', skill) },
  ])
  return Object.fromEntries(bySkill)
}

/** Who can help, and what is said about the review. */
export const caseRemarkFields = { caseContacts: listField, caseReviewNote: neededPassage }

const choiceField = (
  part: 'Text' | 'Judgment' | 'Consequence' | 'Feedback' | 'Next' | 'Endangers',
  id: ChoiceLetter,
) => `choice${part}-${id}`
const pointsField = (id: ChoiceLetter, skill: string) => `choicePoints-${id}-${skill}`

const onField = z.literal('on').optional()
const judgment = z.union([z.literal(''), z.enum(judgments)]).default('')
const points = z
  .union([z.literal(''), z.enum(['0', '1', '2'])])
  .default('')
  .transform((typed) => (typed === '' ? null : Number(typed)))
const place = z.string().max(80).default('')

const choiceFields: Readonly<Record<`choice${string}`, z.ZodType<unknown>>> = Object.fromEntries(
  choiceLetters.flatMap((id) => [
    [choiceField('Text', id), optionalPassage],
    [choiceField('Consequence', id), optionalPassage],
    [choiceField('Feedback', id), optionalPassage],
    [choiceField('Judgment', id), judgment],
    [choiceField('Next', id), place],
    [choiceField('Endangers', id), onField],
    ...caseSkills.map((skill) => [pointsField(id, skill), points] as const),
  ]),
)

/** The fields of a scene or an ending, whichever it is. Only its own words must be there: the rest may wait. */
export const nodeFields = {
  nodeKind,
  nodeScene: neededPassage,
  nodeAbout: optionalPassage,
  nodeGentle: optionalPassage,
  nodeQuestion: optionalPassage,
  nodeSkills: listField,
  nodeOutcome: z.union([z.literal(''), z.enum(caseOutcomes)]).default(''),
  nodeLesson: optionalPassage,
  nodeSource1: place,
  nodeSource2: place,
  nodeSource3: place,
  nodeSource4: place,
  /** Letters in the order in which the form showed the choices. */
  choiceOrder: z
    .string()
    .regex(/^[a-f]{0,6}$/)
    .default(''),
  choiceMove: z
    .string()
    .regex(/^[a-f]-(?:up|down)$/)
    .optional(),
  ...choiceFields,
}

type NodeFields = z.output<z.ZodObject<typeof nodeFields>>

/** The scene that a form says. */
export function nodeFormOf(fields: NodeFields): NodeForm {
  const all: Readonly<Record<string, unknown>> = fields
  const scene = {
    scene: fields.nodeScene,
    noteAbout: fields.nodeAbout,
    noteGentle: fields.nodeGentle,
    sources: sourceSlots.map((slot) => fields[`nodeSource${slot}`]).filter(Boolean),
  }
  if (fields.nodeKind === 'ending') {
    return { kind: 'ending', ...scene, outcome: fields.nodeOutcome, lesson: fields.nodeLesson }
  }
  const skills = caseSkills.filter((skill) => fields.nodeSkills.includes(skill))
  const written = shownOrder(fields.choiceOrder)
    .map((id) => choiceOf(all, id))
    .filter(({ text }) => text !== '')
  const choices = withMove(written, fields.choiceMove)
  return { kind: 'decision', ...scene, question: fields.nodeQuestion, skills, choices }
}

const shownOrder = (order: string) => choiceLetters.toSorted((a, b) => placeIn(order, a) - placeIn(order, b))
const placeIn = (order: string, letter: string) =>
  order.includes(letter) ? order.indexOf(letter) : choiceLetters.length

/** @param move a letter and where it goes: "b-up". */
function withMove(choices: readonly ChoiceForm[], move: string | undefined): readonly ChoiceForm[] {
  const id = choiceLetters.find((letter) => move?.startsWith(letter))
  return id ? movedChoice(choices, id, move?.endsWith('-up') ? 'up' : 'down') : choices
}

function choiceOf(all: Readonly<Record<string, unknown>>, id: ChoiceLetter): ChoiceForm {
  const said = (part: Parameters<typeof choiceField>[0]) => String(all[choiceField(part, id)] ?? '')
  const held = caseSkills.map((skill) => [skill, all[pointsField(id, skill)] ?? null] as const)
  return {
    id,
    text: said('Text'),
    judgment: judgments.find((each) => each === said('Judgment')) ?? '',
    endangers: said('Endangers') === 'on',
    points: { ...noPoints(), ...Object.fromEntries(held) },
    consequence: said('Consequence'),
    feedback: said('Feedback'),
    next: said('Next'),
  }
}

/** From which state the form goes on: the one that was read first, until both versions have been shown. */
export function markToSend({ values, problems }: FormReturn, now: string): string {
  const typed = values['mark']
  const isShown = problems.some(({ words }) => words === 'case-changed-elsewhere')
  return isShown || typeof typed !== 'string' ? now : typed
}

/** A scene or an ending of which nothing is written yet. */
export function emptyNode(kind: NodeForm['kind']): NodeForm {
  const scene = { scene: '', noteAbout: '', noteGentle: '', sources: [] }
  if (kind === 'ending') return { kind, ...scene, outcome: '', lesson: '' }
  return { kind, ...scene, question: '', skills: [], choices: [] }
}
