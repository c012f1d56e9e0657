import { readFileSync } from 'node:fs'
import { type FileProblem, inFile } from '#lib/content/file-problem'
import type { LessonCompiler } from '#lib/content/lesson/lesson-compiler'
import { pointAt } from '#lib/content/lesson/placed-passage'
import type { ModuleFile, VersionFile } from '#lib/content/module-schema'
import { isRightSomewhere } from '#lib/content/quiz-entry'
import type { QuizFile } from '#lib/content/quiz-schema'
import type { TranslationFile } from '#lib/content/translation-schema'
import type { YamlFile } from '#lib/content/yaml-file'
import type { ItemText } from '#lib/domain/curriculum/module'
import type { Passage, TextLanguage, Voice } from '#lib/domain/curriculum/wording/wording-rule'

/** A passage that can say where in its file each of its words stands. */
export type LintPassage = Passage & {
  readonly problemAt: (at: number, message: string) => FileProblem
}

/** What is linted together: one lesson, one item, one case, or the words about a module. */
export type LintText = {
  /** Of the lesson, item, case or module; an allowance names it. */
  readonly id: string
  readonly language: TextLanguage
  readonly kind: 'lesson' | 'item' | 'about'
  readonly passages: readonly LintPassage[]
}

/** Quizzes and titles stand apart from the running text; a source stands with every item. */
const apart = { cited: true, guarded: false } as const

/** A lesson file with the places of its words; without passages when the file is not a good lesson. */
export async function lessonText(
  file: string,
  id: string,
  language: TextLanguage,
  compiler: LessonCompiler,
): Promise<LintText> {
  const placed = await compiler.passages(readFileSync(file, 'utf8'))
  const passages = placed.map((passage) => ({
    ...passage,
    problemAt: (at: number, message: string): FileProblem => {
      const [problem] = inFile(file, [{ ...pointAt(passage, at), message }])
      return problem ?? { file, line: 1, column: 1, message }
    },
  }))
  return { id, language, kind: 'lesson', passages }
}

type Words = {
  readonly id: string
  readonly stem: string
  readonly prompts?: readonly PartWords[]
  readonly options: readonly PartWords[]
}
type PartWords = { readonly id: string; readonly text: string; readonly rationale?: string }
type Bank = { readonly vignettes: readonly ItemText[]; readonly items: readonly Words[] }

type Place = (path: readonly PropertyKey[], message: string) => FileProblem

/** A passage of a YAML file; its findings point at the value. */
export const passageAt = (
  place: Place,
  path: readonly PropertyKey[],
  text: string,
  voice: Voice,
  part: Passage['part'] = 'text',
): LintPassage => ({ ...apart, text, voice, part, problemAt: (_, message) => place(path, message) })

function optionPassages(place: Place, path: readonly PropertyKey[], part: PartWords, isRight: boolean) {
  return [
    passageAt(place, [...path, 'text'], part.text, isRight ? 'says' : 'wrong'),
    ...(part.rationale === undefined
      ? []
      : [passageAt(place, [...path, 'rationale'], part.rationale, isRight ? 'says' : 'rebuttal')]),
  ]
}

/** The items of a bank, in its own words or translated; what is right stands in the original. Each vignette is a text too. */
export function itemTexts(
  { value, problemAt }: YamlFile<Bank>,
  original: QuizFile,
  language: TextLanguage,
): readonly LintText[] {
  const shared = value.vignettes.map(({ id, text }, index): LintText => {
    const passages = [passageAt(problemAt, ['vignettes', index, 'text'], text, 'says')]
    return { id, language, kind: 'item', passages }
  })
  const items = value.items.map(({ id, stem, prompts = [], options }, index): LintText => {
    const source = original.items.find((item) => item.id === id)
    const isRight = (optionId: string) => source !== undefined && isRightSomewhere(source, optionId)
    const passages = [
      passageAt(problemAt, ['items', index, 'stem'], stem, 'says'),
      ...prompts.flatMap((part, place) =>
        optionPassages(problemAt, ['items', index, 'prompts', place], part, true),
      ),
      ...options.flatMap((part, place) =>
        optionPassages(problemAt, ['items', index, 'options', place], part, isRight(part.id)),
      ),
    ]
    return { id, language, kind: 'item', passages }
  })
  return [...shared, ...items]
}

function labelsOf({
  value,
  problemAt,
}: YamlFile<ModuleFile> | YamlFile<TranslationFile>): readonly LintPassage[] {
  return [
    passageAt(problemAt, ['title'], value.title, 'says', 'label'),
    passageAt(problemAt, ['summary'], value.summary, 'says'),
    ...value.objectives.map(({ text }, index) =>
      passageAt(problemAt, ['objectives', index, 'text'], text, 'says'),
    ),
  ]
}

const titlesOf = ({ value, problemAt }: YamlFile<VersionFile> | YamlFile<TranslationFile>) =>
  value.lessons.map(({ title }, index) =>
    passageAt(problemAt, ['lessons', index, 'title'], title, 'says', 'label'),
  )

/** Title, summary, objectives and the lessons' titles. In a translation all of them stand in one file. */
export function aboutText(
  id: string,
  language: TextLanguage,
  words: YamlFile<ModuleFile> | YamlFile<TranslationFile>,
  lessons: YamlFile<VersionFile> | YamlFile<TranslationFile>,
): LintText {
  return { id, language, kind: 'about', passages: [...labelsOf(words), ...titlesOf(lessons)] }
}
