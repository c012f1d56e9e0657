import { stringify } from 'yaml'
import type { TextFile } from '#lib/content/authoring/module-skeleton'
import { type CaseSkill, caseSkills } from '#lib/domain/curriculum/case-graph'
import { mostPoints } from '#lib/domain/curriculum/case-points'
import type { Language } from '#lib/domain/language'

export type NewCaseFacts = {
  readonly title: string
  readonly summary: string
  readonly minutes: number
  /** Ids of what the case exercises. */
  readonly objectives: readonly string[]
  readonly language: Language
  readonly opening: {
    readonly setting: string
    readonly role: string
    readonly patient: {
      readonly name: string
      readonly age: number
      readonly pronouns: string
      readonly reason: string
    }
    readonly known: readonly string[]
    readonly contentNote: string
  }
}

/** What stands where nobody has written yet. No version is published with one of these in it. */
const prompts = {
  en: {
    first: 'Write here what happens first, in two or three sentences.',
    scene: 'Write here what happens now, in two or three sentences.',
    good: 'Write here a good choice.',
    asGood: 'Write here another choice that is just as good.',
    poor: 'Write here a choice that misses the patient or does harm.',
    follows: 'Write here what follows from it.',
    because: 'Write here what speaks for or against it.',
    end: 'Write here how it ends.',
    lesson: 'Write here what this way through shows.',
  },
  es: {
    first: 'Escriba aquí qué sucede primero, en dos o tres frases.',
    scene: 'Escriba aquí qué sucede ahora, en dos o tres frases.',
    good: 'Escriba aquí una buena decisión.',
    asGood: 'Escriba aquí otra decisión igual de buena.',
    poor: 'Escriba aquí una decisión que pasa por alto a la persona o que hace daño.',
    follows: 'Escriba aquí qué sigue de ella.',
    because: 'Escriba aquí qué habla a favor o en contra.',
    end: 'Escriba aquí cómo termina.',
    lesson: 'Escriba aquí qué muestra este camino.',
  },
} as const

export const caseDraftPrompts: readonly string[] = Object.values(prompts).flatMap((each) =>
  Object.values(each),
)

type Words = {
  readonly question: string
  readonly note: string
  readonly debrief: Readonly<Record<CaseSkill, readonly [strong: string, weak: string]>>
}

const words = {
  en: {
    question: 'What do you do?',
    note: 'Written in this practice. Nobody outside it has reviewed it.',
    debrief: {
      privacy: ['You made room to talk in private.', 'Look for a way to talk in private before you ask.'],
      choice: ['You let the patient decide what happens.', 'Ask what the patient wants before you act.'],
      safety: ['You thought of safety at each step.', 'Ask what could be dangerous, now and later.'],
      documentation: [
        'You wrote down what was needed, and no more.',
        'Agree on what is written down, and where.',
      ],
      referral: [
        'You offered help and left the choice open.',
        'Offer help that the patient can say yes or no to.',
      ],
    },
  },
  es: {
    question: '¿Qué hace usted?',
    note: 'Escrito en este consultorio. Nadie de fuera lo ha revisado.',
    debrief: {
      privacy: [
        'Usted buscó un lugar para hablar en privado.',
        'Busque cómo hablar en privado antes de preguntar.',
      ],
      choice: ['Usted dejó que la persona decidiera.', 'Pregunte qué quiere la persona antes de actuar.'],
      safety: [
        'Usted pensó en la seguridad a cada paso.',
        'Pregunte qué puede ser peligroso, ahora y después.',
      ],
      documentation: ['Usted anotó lo necesario, y no más.', 'Acuerde qué se anota, y dónde.'],
      referral: [
        'Usted ofreció ayuda y dejó abierta la decisión.',
        'Ofrezca ayuda a la que se pueda decir sí o no.',
      ],
    },
  },
} as const satisfies Record<Language, Words>

/** A source that every register of ours has: what practitioners agree on. */
const generalSource = 'clinical-consensus'

type NodeBeside = { readonly skills: readonly string[]; readonly sources: readonly string[] }

/** A decision that begins, with no choice yet. */
export const newDecision = (id: string, language: Language, { skills, sources }: NodeBeside) => ({
  id,
  kind: 'decision',
  scene: prompts[language].scene,
  question: words[language].question,
  skills: [...skills],
  sources: [...sources],
  options: [],
})

export const newEnding = (id: string, language: Language) => ({
  id,
  kind: 'ending',
  outcome: 'good',
  scene: prompts[language].end,
  lesson: prompts[language].lesson,
})

const pointsOf = (skills: readonly CaseSkill[], points: number) =>
  Object.fromEntries(skills.map((skill) => [skill, points]))

function optionsOf(language: Language, skills: readonly CaseSkill[], leads: readonly string[]) {
  const { good, asGood, poor, follows, because } = prompts[language]
  const texts = leads.length > 2 ? [good, asGood, poor] : [good, poor]
  return leads.map((next, index) => {
    const isGood = texts[index] !== poor
    return {
      id: 'abc'.charAt(index),
      text: texts[index] ?? good,
      judgment: isGood ? 'good' : 'poor',
      points: pointsOf(skills, isGood ? mostPoints : 0),
      consequence: follows,
      feedback: because,
      next,
    }
  })
}

/**
 * The smallest encounter that keeps every rule: two decisions, each with two good choices, a poor one, and a way back from it;
 * a good ending, and one that two poor choices lead to.
 */
function encounter({ language, opening }: NewCaseFacts) {
  const [meeting, closing] = [caseSkills.slice(0, 3), caseSkills.slice(3)]
  const sources = [generalSource]
  const decision = (id: string, skills: readonly CaseSkill[], leads: readonly string[]) => ({
    ...newDecision(id, language, { skills, sources }),
    ...(id === 'n01' && { scene: prompts[language].first }),
    options: optionsOf(language, skills, leads),
  })
  const said = Object.entries(words[language].debrief)
  return {
    opening,
    start: 'n01',
    nodes: [
      decision('n01', meeting, ['n03', 'n03', 'n02']),
      decision('n02', meeting, ['n03', 'e02']),
      decision('n03', closing, ['e01', 'e01', 'n04']),
      decision('n04', closing, ['e01', 'e02']),
      newEnding('e01', language),
      { ...newEnding('e02', language), outcome: 'missed' },
    ],
    debrief: Object.fromEntries(said.map(([skill, [strong, weak]]) => [skill, { strong, weak, sources }])),
  }
}

/** The files of a case that begins. Each keeps every rule; what its texts should say stands where they are to be written. */
export function caseSkeleton(slug: string, facts: NewCaseFacts): TextFile[] {
  const { title, summary, minutes, objectives, language } = facts
  const yaml = (value: unknown) => stringify(value, { lineWidth: 0, aliasDuplicateObjects: false })
  const version = {
    version: 1,
    changeKind: 'initial',
    language,
    reviewers: [],
    reviewNote: words[language].note,
    contacts: [],
  }
  return [
    { path: 'case.yaml', text: yaml({ id: slug, title, summary, minutes, objectives }) },
    { path: 'v1/version.yaml', text: yaml(version) },
    { path: 'v1/encounter.yaml', text: yaml(encounter(facts)) },
  ]
}
