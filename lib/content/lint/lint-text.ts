import { readFileSync } from 'node:fs'
import { type FileProblem, inFile } from '#lib/content/file-problem'
import type { LessonCompiler } from '#lib/content/lesson/lesson-compiler'
import { pointAt } from '#lib/content/lesson/placed-passage'
import type { ModuleFile, QuizFile, VersionFile } from '#lib/content/module-schema'
import type { TranslationFile } from '#lib/content/translation-schema'
import type { YamlFile } from '#lib/content/yaml-file'
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

type Words = { readonly id: string; readonly stem: string; readonly options: readonly OptionWords[] }
type OptionWords = { readonly id: string; readonly text: string; readonly rationale: string }

type Place = (path: readonly PropertyKey[], message: string) => FileProblem

/** A passage of a YAML file; its findings point at the value. */
export const passageAt = (
  place: Place,
  path: readonly PropertyKey[],
  text: string,
  voice: Voice,
  part: Passage['part'] = 'text',
): LintPassage => ({ ...apart, text, voice, part, problemAt: (_, message) => place(path, message) })

/** The items of a bank, in its own words or translated; what is right stands in the original. */
export function itemTexts(
  { value, problemAt }: YamlFile<{ readonly items: readonly Words[] }>,
  original: QuizFile,
  language: TextLanguage,
): readonly LintText[] {
  return value.items.map(({ id, stem, options }, index) => {
    const key = original.items.find((item) => item.id === id)?.options.filter(({ correct }) => correct)
    const passages = options.flatMap((option, place) => {
      const isRight = key?.some((right) => right.id === option.id) === true
      const path = ['items', index, 'options', place]
      return [
        passageAt(problemAt, [...path, 'text'], option.text, isRight ? 'says' : 'wrong'),
        passageAt(problemAt, [...path, 'rationale'], option.rationale, isRight ? 'says' : 'rebuttal'),
      ]
    })
    const asked = passageAt(problemAt, ['items', index, 'stem'], stem, 'says')
    return { id, language, kind: 'item', passages: [asked, ...passages] }
  })
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
