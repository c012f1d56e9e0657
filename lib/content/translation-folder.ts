import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { type FileProblem, ofFile } from '#lib/content/file-problem'
import type { ModuleFile, VersionFile } from '#lib/content/module-schema'
import type { QuizFile } from '#lib/content/quiz-schema'
import { quizTranslationProblems } from '#lib/content/quiz-translation-rules'
import { idsOf, sameIds, translationFolders } from '#lib/content/translation-rules'
import {
  type QuizTranslationFile,
  quizTranslationSchema,
  type TranslationFile,
  type TranslationLanguage,
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
      ...sameIds(version.value, ['objectives'], idsOf(about.objectives), idsOf(words.objectives)),
      ...sameIds(version.value, ['lessons'], idsOf(made.lessons), idsOf(words.lessons)),
      ...quizTranslationProblems(quiz.value, bank),
      ...fileProblems(folder, original),
    ],
  }
}

/** The translations that lie in a version's folder, with everything by which they are not true to it. */
export function readTranslations(versionFolder: string, original: Original): Reading {
  const readings = translationFolders(versionFolder).map(({ language, folder }) =>
    readTranslation(language, folder, original),
  )
  return {
    translations: readings.flatMap((reading) => reading.translations),
    problems: readings.flatMap((reading) => reading.problems),
  }
}
