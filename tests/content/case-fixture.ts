import { caseSkills } from '#lib/domain/curriculum/case-graph'
import type { ContentFixture } from '#tests/content/module-fixture'

export const caseYaml = () => ({
  id: 'c01',
  title: 'Example',
  summary: 'An example.',
  minutes: 10,
  objectives: ['m01-o1'],
})

export const caseVersionYaml = () => ({
  version: 1,
  changeKind: 'initial',
  language: 'en',
  reviewers: [] as object[],
  reviewNote: 'Not yet reviewed.',
  contacts: [] as string[],
})

const option = (id: string, judgment: string, points: number, next: string) => ({
  id,
  text: `Do ${id}`,
  judgment,
  points: Object.fromEntries(caseSkills.map((skill) => [skill, points])),
  consequence: 'Something happens.',
  feedback: 'A reason.',
  next,
})

const decision = (id: string, options: ReturnType<typeof option>[]) => ({
  id,
  kind: 'decision',
  scene: 'A room.',
  question: 'What now?',
  skills: [...caseSkills] as string[],
  sources: ['study'],
  options,
})

const ending = (id: string, outcome: string) => ({
  id,
  kind: 'ending',
  outcome,
  scene: 'An end.',
  lesson: 'What it shows.',
})

/** One decision with two good ways, a repair, a good ending and a bad one. */
export const encounterYaml = () => ({
  opening: {
    setting: 'A clinic',
    role: 'You are the nurse.',
    patient: { name: 'Noor', age: 30, pronouns: 'she/her', reason: 'A cough' },
    known: ['She came with a man.'],
    contentNote: 'This case speaks of threats.',
  },
  start: 'c01-n01',
  decisions: [
    decision('c01-n01', [
      option('a', 'good', 2, 'c01-e01'),
      option('b', 'good', 2, 'c01-e01'),
      option('c', 'poor', 0, 'c01-n02'),
    ]),
    decision('c01-n02', [option('a', 'good', 2, 'c01-e01'), option('b', 'poor', 0, 'c01-e02')]),
  ],
  endings: [ending('c01-e01', 'good'), ending('c01-e02', 'harm')],
  debrief: Object.fromEntries(
    caseSkills.map((skill) => [skill, { strong: 'Well done.', weak: 'Try this.', sources: ['study'] }]),
  ) as Record<string, object>,
})
export type EncounterYaml = ReturnType<typeof encounterYaml>

const encounterFile = ({ decisions, endings, ...rest }: EncounterYaml) => ({
  ...rest,
  nodes: [...decisions, ...endings],
})

/** Writes the small, good case into a content folder, its encounter changed by `change`. */
export function writeCase(fixture: ContentFixture, change: (encounter: EncounterYaml) => void = () => {}) {
  const encounter = encounterYaml()
  change(encounter)
  fixture.write('cases/example/case.yaml', caseYaml())
  fixture.write('cases/example/v1/version.yaml', caseVersionYaml())
  return fixture.write('cases/example/v1/encounter.yaml', encounterFile(encounter))
}

export const spanishCaseVersionYaml = () => ({
  title: 'Ejemplo',
  summary: 'Un ejemplo.',
  reviewers: [] as object[],
  reviewNote: 'Todavía sin revisar.',
})

const spanishOption = (id: string) => ({
  id,
  text: `Hacer ${id}`,
  consequence: 'Algo pasa.',
  feedback: 'Una razón.',
})

/** The words of the small case. */
export const spanishEncounterYaml = () => ({
  opening: {
    setting: 'Una clínica',
    role: 'Usted es la enfermera.',
    patient: { pronouns: 'ella', reason: 'Una tos' },
    known: ['Vino con un hombre.'],
    contentNote: 'Este caso habla de amenazas.',
  },
  decisions: [
    {
      id: 'c01-n01',
      scene: 'Un cuarto.',
      question: '¿Y ahora?',
      options: ['a', 'b', 'c'].map(spanishOption),
    },
    { id: 'c01-n02', scene: 'Otro cuarto.', question: '¿Y ahora?', options: ['a', 'b'].map(spanishOption) },
  ],
  endings: ['c01-e01', 'c01-e02'].map((id) => ({ id, scene: 'Un final.', lesson: 'Lo que muestra.' })),
  debrief: Object.fromEntries(
    caseSkills.map((skill) => [skill, { strong: 'Muy bien.', weak: 'Pruebe esto.' }]),
  ) as Record<string, object>,
})
export type SpanishEncounterYaml = ReturnType<typeof spanishEncounterYaml>

/** Adds the whole translation of the small case, changed by `change`. */
export function translateCase(
  fixture: ContentFixture,
  change: (encounter: SpanishEncounterYaml) => void = () => {},
) {
  const words = spanishEncounterYaml()
  change(words)
  fixture.write('cases/example/v1/es/version.yaml', spanishCaseVersionYaml())
  const { decisions, endings, debrief, opening } = words
  return fixture.write('cases/example/v1/es/encounter.yaml', {
    opening,
    nodes: [...decisions, ...endings],
    debrief,
  })
}
