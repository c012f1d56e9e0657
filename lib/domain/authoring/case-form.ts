import { type CaseSkill, caseSkills, type Judgment } from '#lib/domain/curriculum/case-graph'
import { mostPoints } from '#lib/domain/curriculum/case-points'

export const choiceLetters = ['a', 'b', 'c', 'd', 'e', 'f'] as const
export type ChoiceLetter = (typeof choiceLetters)[number]
/** The most choices that a scene offers. */
export const mostChoices = 4
/** Sources that the form of a scene shows. */
export const sourceSlots = [1, 2, 3, 4] as const

/** What a choice may lead to that is not written yet. */
export const newNodes = ['new-decision', 'new-ending'] as const

/** A choice as typed. One without words is none. */
export type ChoiceForm = {
  readonly id: ChoiceLetter
  readonly text: string
  readonly judgment: Judgment | ''
  readonly endangers: boolean
  /** Null: as many as the judgment says. */
  readonly points: Readonly<Record<CaseSkill, number | null>>
  readonly consequence: string
  readonly feedback: string
  /** Id of the scene that follows; empty while nobody knows; or one of `newNodes`. */
  readonly next: string
}

type Scene = {
  readonly scene: string
  /** What is hard to read in the scene, and the gentle text; both empty for none. */
  readonly noteAbout: string
  readonly noteGentle: string
  readonly sources: readonly string[]
}

export type DecisionForm = Scene & {
  readonly kind: 'decision'
  readonly question: string
  readonly skills: readonly CaseSkill[]
  /** In the order in which they are shown. */
  readonly choices: readonly ChoiceForm[]
}
export type EndingForm = Scene & {
  readonly kind: 'ending'
  readonly outcome: string
  readonly lesson: string
}
export type NodeForm = DecisionForm | EndingForm

export type DebriefForm = Readonly<
  Record<CaseSkill, { readonly strong: string; readonly weak: string; readonly source: string }>
>

const judged: Readonly<Record<Judgment, number>> = { good: mostPoints, fair: 1, poor: 0 }

/** The points that a judgment gives for a skill where nothing else is said. */
export const judgedPoints = (judgment: Judgment | '') => (judgment === '' ? 0 : judged[judgment])

export const noPoints = (): Record<CaseSkill, number | null> => ({
  privacy: null,
  choice: null,
  safety: null,
  documentation: null,
  referral: null,
})

export const emptyChoice = (id: ChoiceLetter): ChoiceForm => ({
  id,
  text: '',
  judgment: '',
  endangers: false,
  points: noPoints(),
  consequence: '',
  feedback: '',
  next: '',
})

/** The choices of a scene, and empty ones to fill in up to the most that it offers. */
export function choiceSlots(choices: readonly ChoiceForm[]): readonly ChoiceForm[] {
  const free = choiceLetters.filter((letter) => !choices.some(({ id }) => id === letter))
  return [...choices, ...free.slice(0, Math.max(0, mostChoices - choices.length)).map(emptyChoice)]
}

/** The choices with one of them past the one before or behind it; as they are where there is none. */
export function movedChoice(
  choices: readonly ChoiceForm[],
  id: ChoiceLetter,
  to: 'up' | 'down',
): readonly ChoiceForm[] {
  const from = choices.findIndex((choice) => choice.id === id)
  const other = to === 'up' ? from - 1 : from + 1
  const [moving, passed] = [choices[from], choices[other]]
  if (!moving || !passed) return choices
  return choices.with(from, passed).with(other, moving)
}

export const isSkill = (value: unknown): value is CaseSkill => caseSkills.some((skill) => skill === value)
