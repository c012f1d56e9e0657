import { existsSync, statSync } from 'node:fs'
import path from 'node:path'
import { caseFolders } from '#lib/content/case-folder'
import type { FileProblem } from '#lib/content/file-problem'
import type { LessonCompiler } from '#lib/content/lesson/lesson-compiler'
import { type Allowances, idleAllowances, notAllowed, readAllowances } from '#lib/content/lint/allowances'
import { caseTexts } from '#lib/content/lint/case-text'
import { aboutText, itemTexts, type LintText, lessonText } from '#lib/content/lint/lint-text'
import { type LintFinding, moduleFindings, textFindings } from '#lib/content/lint/text-findings'
import {
  type ModuleFolder,
  moduleFolders,
  readModuleFolder,
  type VersionFolder,
} from '#lib/content/module-folder'
import type { TranslationFolder } from '#lib/content/translation-folder'
import type { TextLanguage } from '#lib/domain/curriculum/wording/wording-rule'

/** What the wording rules say. Blocking findings fail the check; advisory ones are to be looked at. */
export type Lint = { readonly blocking: readonly FileProblem[]; readonly advisory: readonly FileProblem[] }

const nothing: Lint = { blocking: [], advisory: [] }

const together = (lints: readonly Lint[]): Lint => ({
  blocking: lints.flatMap(({ blocking }) => blocking),
  advisory: lints.flatMap(({ advisory }) => advisory),
})

function sorted(allowances: Allowances, findings: readonly LintFinding[]): Lint {
  const left = notAllowed(allowances, findings)
  const of = (severity: LintFinding['severity']) =>
    left.filter((finding) => finding.severity === severity).map(({ problem }) => problem)
  return { blocking: of('blocking'), advisory: of('advisory') }
}

/** All findings of a folder, so that an allowance which none of them needs is told too. */
function weighed(allowances: Allowances, findings: readonly LintFinding[]): Lint {
  const { blocking, advisory } = sorted(allowances, findings)
  return {
    blocking: [...allowances.problems, ...blocking, ...idleAllowances(allowances, findings)],
    advisory,
  }
}

async function lessonTexts(
  folder: string,
  { version }: VersionFolder,
  language: TextLanguage,
  compiler: LessonCompiler,
): Promise<readonly LintText[]> {
  const texts: LintText[] = []
  for (const { id, file } of version.value.lessons) {
    const lesson = path.join(folder, file)
    if (existsSync(lesson)) texts.push(await lessonText(lesson, id, language, compiler))
  }
  return texts
}

async function originalTexts(module: ModuleFolder, version: VersionFolder, compiler: LessonCompiler) {
  const { language } = version.version.value
  return [
    aboutText(module.about.value.id, language, module.about, version.version),
    ...(await lessonTexts(version.folder, version, language, compiler)),
    ...itemTexts(version.quiz, version.quiz.value, language),
  ]
}

async function translatedTexts(
  module: ModuleFolder,
  version: VersionFolder,
  { language, folder, version: words, quiz }: TranslationFolder,
  compiler: LessonCompiler,
) {
  return [
    aboutText(module.about.value.id, language, words, words),
    ...(await lessonTexts(folder, version, language, compiler)),
    ...itemTexts(quiz, version.quiz.value, language),
  ]
}

/** The newest version of a module in every language. Older ones can no longer be changed. */
async function lintModule(folder: string, compiler: LessonCompiler): Promise<Lint> {
  const { module } = readModuleFolder(folder, undefined)
  const version = module?.versions.at(-1)
  if (!module || !version) return nothing
  const languages = [await originalTexts(module, version, compiler)]
  for (const translation of version.translations) {
    languages.push(await translatedTexts(module, version, translation, compiler))
  }
  const findings = languages.flatMap((texts) => [
    ...texts.flatMap(textFindings),
    ...moduleFindings(module.about.value.id, texts),
  ])
  return weighed(readAllowances(folder), findings)
}

function lintCase(folder: string): Lint {
  const texts = caseTexts(folder)
  return texts.length > 0 ? weighed(readAllowances(folder), texts.flatMap(textFindings)) : nothing
}

/** A lesson file by itself. Within a module its id and the module's allowances count. */
async function lintLesson(file: string, compiler: LessonCompiler): Promise<Lint> {
  const folder = path.dirname(path.dirname(file))
  const language = path.basename(folder) === 'es' ? 'es' : 'en'
  const moduleFolder = path.resolve(folder, language === 'es' ? '../..' : '..')
  const { module } = existsSync(path.join(moduleFolder, 'module.yaml'))
    ? readModuleFolder(moduleFolder, undefined)
    : { module: undefined }
  const entries = module?.versions.flatMap(({ version }) => version.value.lessons) ?? []
  const entry = entries.find((lesson) => path.basename(lesson.file) === path.basename(file))
  const text = await lessonText(file, entry?.id ?? path.basename(file, '.mdx'), language, compiler)
  return sorted(readAllowances(moduleFolder), textFindings(text))
}

/**
 * What the wording rules find in a lesson file, the folder of a module or case, or the whole content folder. What cannot be read is left to
 * `checkContent`, which says why.
 */
export async function lintContent(target: string, compiler: LessonCompiler): Promise<Lint> {
  const given = path.resolve(target)
  if (given.endsWith('.mdx') && statSync(given).isFile()) return lintLesson(given, compiler)
  if (existsSync(path.join(given, 'module.yaml'))) return lintModule(given, compiler)
  if (existsSync(path.join(given, 'case.yaml'))) return lintCase(given)
  const lints = caseFolders(given).map(lintCase)
  for (const folder of moduleFolders(given)) lints.push(await lintModule(folder, compiler))
  return together(lints)
}
