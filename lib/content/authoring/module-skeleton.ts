import { stringify } from 'yaml'
import type { Language } from '#lib/domain/language'

export type NewModuleFacts = {
  readonly title: string
  readonly summary: string
  /** Three of them. */
  readonly objectives: readonly string[]
  readonly language: Language
}

export type TextFile = { readonly path: string; readonly text: string }

const prompts = {
  en: {
    lesson: (number: number) => `Lesson ${number}`,
    heading: 'What happens here',
    body: 'Write here what your colleagues should know, in short sentences. Begin with something that happens in your practice.',
    again: 'What we do',
    steps: 'Write here what to do, step by step, and whom to call.',
    note: 'Written in this practice. Nobody outside it has reviewed it.',
  },
  es: {
    lesson: (number: number) => `Lección ${number}`,
    heading: 'Qué sucede aquí',
    body: 'Escriba aquí lo que deben saber sus colegas, en frases cortas. Empiece por algo que sucede en su consultorio.',
    again: 'Qué hacemos',
    steps: 'Escriba aquí qué hacer, paso a paso, y a quién llamar.',
    note: 'Escrito en este consultorio. Nadie de fuera lo ha revisado.',
  },
} as const

/** The text of a lesson that nobody has written yet: a heading, and what to write under it. */
export function lessonSkeleton(language: Language): string {
  const { heading, body, again, steps } = prompts[language]
  return `## ${heading}\n\n${body}\n\n## ${again}\n\n${steps}\n`
}

export const fileOfLesson = (id: string) => `lessons/${id}.mdx`

/** What `version.yaml` says of a lesson that begins. */
export const lessonEntry = (id: string, title: string, objectives: readonly string[]) => ({
  id,
  file: fileOfLesson(id),
  title,
  minutes: 4,
  objectives: [...objectives],
  sources: [],
})

/**
 * The files of a module that begins: three lessons, one to an objective, and a quiz without items. Every file is valid by
 * itself; what is still missing is told by the checks.
 */
export function moduleSkeleton(slug: string, facts: NewModuleFacts): TextFile[] {
  const { title, summary, objectives, language } = facts
  const words = prompts[language]
  const yaml = (value: unknown) => stringify(value, { lineWidth: 0 })
  const about = {
    id: slug,
    title,
    summary,
    minutes: 12,
    objectives: objectives.map((text, index) => ({ id: `o${index + 1}`, text })),
  }
  const lessons = [1, 2, 3].map((number) => lessonEntry(`l${number}`, words.lesson(number), [`o${number}`]))
  const version = {
    version: 1,
    changeKind: 'initial',
    language,
    passMarkPercent: 80,
    draw: 6,
    reviewers: [],
    reviewNote: words.note,
    lessons,
  }
  return [
    { path: 'module.yaml', text: yaml(about) },
    { path: 'v1/version.yaml', text: yaml(version) },
    { path: 'v1/quiz.yaml', text: yaml({ items: [] }) },
    ...lessons.map(({ file }) => ({ path: `v1/${file}`, text: lessonSkeleton(language) })),
  ]
}
