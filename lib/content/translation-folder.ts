import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { type FileProblem, ofFile } from '#lib/content/file-problem'
import { phoneNumberAt } from '#lib/content/lesson/phone-text'
import { hiddenCharacter } from '#lib/content/lesson/screen'
import type { ModuleFile, QuizFile, VersionFile } from '#lib/content/module-schema'
import {
  type QuizTranslationFile,
  quizTranslationSchema,
  type TranslationFile,
  type TranslationLanguage,
  translationLanguages,
  translationSchema,
} from '#lib/content/translation-schema'
import { readYaml, type YamlFile } from '#lib/content/yaml-file'

/** A translation of one version as it lies on the disk, read but not compiled. */
export type TranslationFolder = {
  readonly language: TranslationLanguage
  readonly folder: string
  readonly version: YamlFile<TranslationFile>
  readonly quiz: YamlFile<QuizTranslationFile>
}

/** What a translation must be true to. */
export type Original = { readonly about: ModuleFile; readonly version: VersionFile; readonly quiz: QuizFile }

type Reading = {
  readonly translations: readonly TranslationFolder[]
  readonly problems: readonly FileProblem[]
}

type Identified = { readonly id: string }

/** The same ids in the same order: what is missing, what is too much, or that the order differs. */
function idProblem(original: readonly Identified[], translated: readonly Identified[]): string | undefined {
  const [wanted, found] = [original.map(({ id }) => id), translated.map(({ id }) => id)]
  const missing = wanted.filter((id) => !found.includes(id))
  const surplus = found.filter((id) => !wanted.includes(id))
  if (missing.length > 0) return `The original also has ${missing.join(', ')}. Translate it.`
  if (surplus.length > 0) return `The original has no ${surplus.join(', ')}. Delete it.`
  return wanted.join() === found.join() ? undefined : 'The original has another order. Follow it.'
}

function namedProblems<Value>(
  { problemAt }: YamlFile<Value>,
  key: string,
  original: readonly Identified[],
  translated: readonly Identified[],
): readonly FileProblem[] {
  const message = idProblem(original, translated)
  return message === undefined ? [] : [problemAt([key], message)]
}

function itemProblems(
  { value, problemAt }: YamlFile<QuizTranslationFile>,
  quiz: QuizFile,
): readonly FileProblem[] {
  return value.items.flatMap((item, index) => {
    const original = quiz.items.find(({ id }) => id === item.id)
    const order = original && idProblem(original.options, item.options)
    const texts = [item.stem, ...item.options.flatMap(({ text, rationale }) => [text, rationale])]
    const isUnsafe = texts.some((text) => phoneNumberAt(text) !== undefined || hiddenCharacter(text))
    return [
      ...(order === undefined ? [] : [problemAt(['items', index, 'options'], order)]),
      ...(isUnsafe
        ? [problemAt(['items', index], 'An item holds no phone number and no character that nobody can see.')]
        : []),
    ]
  })
}

function fileProblems(folder: string, { version }: Original): readonly FileProblem[] {
  const lessons = path.join(folder, 'lessons')
  const found = existsSync(lessons) ? readdirSync(lessons) : []
  const wanted = version.lessons.map(({ file }) => path.basename(file))
  return [
    ...wanted
      .filter((name) => !found.includes(name))
      .map((name) => ofFile(path.join(lessons, name), 'This lesson is not translated yet.')),
    ...found
      .filter((name) => !wanted.includes(name))
      .map((name) => ofFile(path.join(lessons, name), 'The original has no such lesson. Delete it.')),
  ]
}

function readTranslation(language: TranslationLanguage, folder: string, original: Original): Reading {
  const version = readYaml(path.join(folder, 'version.yaml'), translationSchema)
  const quiz = readYaml(path.join(folder, 'quiz.yaml'), quizTranslationSchema)
  if (!version.ok || !quiz.ok) {
    return { translations: [], problems: [version, quiz].flatMap((file) => (file.ok ? [] : file.refusal)) }
  }
  const { about, version: made, quiz: bank } = original
  const words = version.value.value
  return {
    translations: [{ language, folder, version: version.value, quiz: quiz.value }],
    problems: [
      ...namedProblems(version.value, 'objectives', about.objectives, words.objectives),
      ...namedProblems(version.value, 'lessons', made.lessons, words.lessons),
      ...namedProblems(quiz.value, 'items', bank.items, quiz.value.value.items),
      ...itemProblems(quiz.value, bank),
      ...fileProblems(folder, original),
    ],
  }
}

/** The translations that lie in a version's folder, with everything by which they are not true to it. */
export function readTranslations(versionFolder: string, original: Original): Reading {
  const readings = translationLanguages
    .map((language) => ({ language, folder: path.join(versionFolder, language) }))
    .filter(({ folder }) => existsSync(folder))
    .map(({ language, folder }) => readTranslation(language, folder, original))
  return {
    translations: readings.flatMap((reading) => reading.translations),
    problems: readings.flatMap((reading) => reading.problems),
  }
}
