import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { type FileProblem, ofFile } from '#lib/content/file-problem'
import { mediaIn, mediaProblems } from '#lib/content/media'
import { type ModuleFile, moduleSchema, type VersionFile, versionSchema } from '#lib/content/module-schema'
import { type BankRule, libraryBank, quizProblems } from '#lib/content/quiz-rules'
import { type QuizFile, quizSchema } from '#lib/content/quiz-schema'
import { readTranslations, type TranslationFolder } from '#lib/content/translation-folder'
import { versionProblems } from '#lib/content/version-rules'
import { readYaml, type YamlFile } from '#lib/content/yaml-file'

/** One version of a module as it lies on the disk, read but not compiled. */
export type VersionFolder = {
  readonly number: number
  readonly folder: string
  readonly version: YamlFile<VersionFile>
  readonly quiz: YamlFile<QuizFile>
  /** File names of the pictures. */
  readonly media: readonly string[]
  readonly translations: readonly TranslationFolder[]
}

export type ModuleFolder = {
  readonly folder: string
  readonly slug: string
  readonly about: YamlFile<ModuleFile>
  /** In ascending order; the last one is the newest. */
  readonly versions: readonly VersionFolder[]
}

/** What could be read, and everything that is wrong with it. `module` is there when it is good enough to compile. */
export type ModuleReading = {
  readonly module: ModuleFolder | undefined
  readonly problems: readonly FileProblem[]
}

const failed = (problems: readonly FileProblem[]): ModuleReading => ({ module: undefined, problems })

/** The folders of all modules, by name. */
export function moduleFolders(contentFolder: string): readonly string[] {
  const modules = path.join(contentFolder, 'modules')
  if (!existsSync(modules)) return []
  return readdirSync(modules, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => path.join(modules, entry.name))
    .sort()
}

const versionName = /^v([1-9]\d*)$/

/** The version numbers that have a folder, ascending. */
export function versionNumbers(folder: string): readonly number[] {
  return readdirSync(folder)
    .flatMap((name) => Number(versionName.exec(name)?.[1] ?? 0))
    .filter((number) => number > 0)
    .sort((a, b) => a - b)
}

function readVersion(
  folder: string,
  number: number,
  about: ModuleFile,
  sources: readonly string[] | undefined,
  bank: BankRule,
) {
  const version = readYaml(path.join(folder, 'version.yaml'), versionSchema)
  const quiz = readYaml(path.join(folder, 'quiz.yaml'), quizSchema)
  if (!version.ok || !quiz.ok) {
    return { read: undefined, problems: [version, quiz].flatMap((file) => (file.ok ? [] : file.refusal)) }
  }
  const original = { about, version: version.value.value, quiz: quiz.value.value }
  const { translations, problems: untrue } = readTranslations(folder, original)
  const problems = [
    ...versionProblems(version.value, about, folder, sources),
    ...quizProblems(quiz.value, version.value, about.objectives, sources, bank),
    ...mediaProblems(folder),
    ...untrue,
  ]
  const files = { version: version.value, quiz: quiz.value, media: mediaIn(folder), translations }
  return { read: { number, folder, ...files }, problems }
}

function aboutProblems({ value, problemAt }: YamlFile<ModuleFile>): readonly FileProblem[] {
  const ids = value.objectives.map(({ id }) => id)
  return ids.flatMap((id, index) =>
    ids.indexOf(id) < index ? [problemAt(['objectives', index, 'id'], `“${id}” stands here twice.`)] : [],
  )
}

/** Reads `module.yaml` and each version's YAML with all their rules. Lessons are compiled by `compileVersion`. */
export function readModuleFolder(
  folder: string,
  sources: readonly string[] | undefined,
  bank: BankRule = libraryBank,
): ModuleReading {
  const about = readYaml(path.join(folder, 'module.yaml'), moduleSchema)
  if (!about.ok) return failed(about.refusal)
  const numbers = versionNumbers(folder)
  if (numbers.length === 0) return failed([ofFile(folder, 'The module has no version. Make a folder v1.')])
  const readings = numbers.map((number) =>
    readVersion(path.join(folder, `v${number}`), number, about.value.value, sources, bank),
  )
  const versions = readings.flatMap(({ read }) => (read ? [read] : []))
  const problems = [...aboutProblems(about.value), ...readings.flatMap((reading) => reading.problems)]
  return { module: { folder, slug: path.basename(folder), about: about.value, versions }, problems }
}

/** The bytes of a lesson file; undefined when there is none. */
export function lessonBytes(file: string): Uint8Array | undefined {
  return statSync(file, { throwIfNoEntry: false })?.isFile() ? readFileSync(file) : undefined
}
