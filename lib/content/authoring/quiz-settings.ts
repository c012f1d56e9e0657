import { markOf } from '#lib/content/authoring/quiz-draft'
import { editYaml, type YamlEdit, type YamlEditRefusal } from '#lib/content/yaml-edit/edit-yaml'
import { readSource } from '#lib/content/yaml-edit/yaml-source'
import { isList, isMap, type YamlValue } from '#lib/content/yaml-edit/yaml-text'
import type { Blueprint } from '#lib/domain/curriculum/blueprint'
import { type Language, languages } from '#lib/domain/language'
import type { Result } from '#lib/domain/result'

export type QuizSettings = {
  readonly passMarkPercent: number
  /** Items in an attempt. */
  readonly draw: number
  /** Items of each objective; null where they are spread evenly. */
  readonly blueprint: Blueprint | null
}

export type VersionFacts = QuizSettings & {
  readonly language: Language
  /** Ids of the sources that its lessons name. */
  readonly lessonSources: readonly string[]
}

const numberOr = (value: YamlValue | undefined, other: number) => (typeof value === 'number' ? value : other)

const textsOf = (value: YamlValue | undefined): readonly string[] =>
  value !== undefined && isList(value) ? value.filter((each) => typeof each === 'string') : []

/** What `version.yaml` says of the quiz, however incomplete. */
export function readVersionFacts(text: string): VersionFacts {
  const value = readSource(text)?.value ?? null
  const said = isMap(value) ? value : {}
  const counts = Object.entries(isMap(said['blueprint'] ?? null) ? (said['blueprint'] as object) : {})
  const lessons = said['lessons'] !== undefined && isList(said['lessons']) ? said['lessons'] : []
  return {
    passMarkPercent: numberOr(said['passMarkPercent'], 80),
    draw: numberOr(said['draw'], 6),
    blueprint:
      counts.length > 0 ? Object.fromEntries(counts.map(([id, count]) => [id, Number(count)])) : null,
    language: languages.find((each) => each === said['language']) ?? 'en',
    lessonSources: lessons.flatMap((lesson) => (isMap(lesson) ? textsOf(lesson['sources']) : [])),
  }
}

/** `version.yaml` with these settings, and the rest as it is written. */
export function withQuizSettings(text: string, settings: QuizSettings): Result<string, YamlEditRefusal> {
  const { passMarkPercent, draw, blueprint } = settings
  const edits: YamlEdit[] = [
    { kind: 'set', path: ['passMarkPercent'], value: passMarkPercent },
    { kind: 'set', path: ['draw'], value: draw },
  ]
  if (blueprint) edits.push({ kind: 'set', path: ['blueprint'], value: blueprint })
  else if (readVersionFacts(text).blueprint) edits.push({ kind: 'remove', path: ['blueprint'] })
  return editYaml(text, edits)
}

/** What the settings say, for telling whether somebody changed them meanwhile. */
export const settingsMark = ({ passMarkPercent, draw, blueprint }: QuizSettings): string =>
  markOf([passMarkPercent, draw, blueprint])
