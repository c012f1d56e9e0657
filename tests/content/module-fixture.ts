import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { stringify } from 'yaml'

const objectives = ['m01-o1', 'm01-o2', 'm01-o3']
const ids = ['a', 'b', 'c', 'd'] as const

const item = (number: number) => ({
  id: `m01-q${number}`,
  objective: objectives[number % 3],
  bloom: 'apply',
  mustPass: number === 0,
  stem: `Question ${number}?`,
  source: 'study',
  options: ids.map((id, index) => ({
    id,
    text: `Answer ${id}`,
    correct: index === number % 4,
    rationale: `Reason ${id}`,
  })),
})

export const moduleYaml = () => ({
  id: 'm01',
  title: 'Example',
  summary: 'An example.',
  minutes: 10,
  objectives: objectives.map((id) => ({ id, text: `Do ${id}` })),
})

export const versionYaml = () => ({
  version: 1,
  changeKind: 'initial',
  language: 'en',
  passMarkPercent: 80,
  draw: 6,
  reviewers: [] as object[],
  reviewNote: 'Not yet reviewed.',
  lessons: objectives.map((objective, index) => ({
    id: `m01-l${index + 1}`,
    file: `lessons/part-${index + 1}.mdx`,
    title: `Part ${index + 1}`,
    minutes: 3,
    objectives: [objective],
    sources: ['study'],
  })),
})

const translatedItem = (number: number) => ({
  id: `m01-q${number}`,
  stem: `¿Pregunta ${number}?`,
  options: ids.map((id) => ({ id, text: `Respuesta ${id}`, rationale: `Razón ${id}` })),
})

export const spanishVersionYaml = () => ({
  title: 'Ejemplo',
  summary: 'Un ejemplo.',
  objectives: objectives.map((id) => ({ id, text: `Hacer ${id}` })),
  reviewers: [] as object[],
  reviewNote: 'Todavía sin revisar.',
  lessons: objectives.map((_, index) => ({ id: `m01-l${index + 1}`, title: `Parte ${index + 1}` })),
})

export const spanishQuizYaml = () => ({
  items: Array.from({ length: 12 }, (_, number) => translatedItem(number)),
})

export const quizYaml = () => ({ items: Array.from({ length: 12 }, (_, number) => item(number)) })

const registers = {
  'sources.yaml': [
    {
      id: 'study',
      citation: 'A study',
      url: null,
      accessedOn: '2026-11-01',
      status: 'general-knowledge',
      supports: ['A claim'],
    },
  ],
  'contacts.yaml': [],
  'glossary.yaml': [{ id: 'coercion', term: 'Coercion', definition: 'A threat.' }],
}

/** A content folder with one small, good module, on the disk. `write` changes one of its files. */
export type ContentFixture = {
  readonly content: string
  readonly module: string
  write(file: string, value: object | string): string
  /** Adds the whole translation of the module. */
  translate(): void
  remove(): void
}

export function contentFixture(): ContentFixture {
  const content = mkdtempSync(path.join(tmpdir(), 'beacon-content-'))
  const write = (file: string, value: object | string) => {
    const full = path.join(content, file)
    mkdirSync(path.dirname(full), { recursive: true })
    writeFileSync(full, typeof value === 'string' ? value : stringify(value))
    return full
  }
  for (const [file, value] of Object.entries(registers)) write(file, value)
  write('modules/example/module.yaml', moduleYaml())
  write('modules/example/v1/version.yaml', versionYaml())
  write('modules/example/v1/quiz.yaml', quizYaml())
  for (const part of [1, 2, 3]) {
    write(`modules/example/v1/lessons/part-${part}.mdx`, `## Part ${part}\n\nWords. <Cite id="study" />\n`)
  }
  write('tracks/example/v1.yaml', {
    id: 'example',
    version: 1,
    title: 'Example',
    changeKind: 'initial',
    summary: 'One module.',
    modules: ['m01'],
  })
  return {
    content,
    module: path.join(content, 'modules', 'example'),
    write,
    translate() {
      write('modules/example/v1/es/version.yaml', spanishVersionYaml())
      write('modules/example/v1/es/quiz.yaml', spanishQuizYaml())
      for (const part of [1, 2, 3]) {
        const text = `## Parte ${part}\n\nPalabras. <Cite id="study" />\n`
        write(`modules/example/v1/es/lessons/part-${part}.mdx`, text)
      }
    },
    remove: () => rmSync(content, { recursive: true, force: true }),
  }
}
