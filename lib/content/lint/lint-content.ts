import { existsSync, statSync } from 'node:fs'
import path from 'node:path'
import { caseFolders } from '#lib/content/case-folder'
import type { FileProblem } from '#lib/content/file-problem'
import type { LessonCompiler } from '#lib/content/lesson/lesson-compiler'
import { type Allowances, idleAllowances, notAllowed, readAllowances } from '#lib/content/lint/allowances'
import { caseTexts } from '#lib/content/lint/case-text'
import { aboutText, itemTexts, type LintText, lessonText } from '#lib/content/lint/lint-text'
import { type LintFinding, moduleFindings, textFindings } from '#lib/content/lint/text-findings'
import type { FoundWords } from '#lib/content/lint/words-found'
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
  const lessons = version.value.lessons.map(({ id, file }) => ({ id, lesson: path.join(folder, file) }))
  const present = lessons.filter(({ lesson }) => existsSync(lesson))
  return await Promise.all(present.map(({ id, lesson }) => lessonText(lesson, id, language, compiler)))
}

/** What the rules find in each text, in their order. */
async function findingsOf(
  texts: readonly LintText[],
  compiler: LessonCompiler,
): Promise<readonly LintFinding[]> {
  const found = await Promise.all(
    texts.map(async (text) => {
      const { language, kind, passages } = text
      if (passages.length === 0) return []
      const words = passages.map(({ text: said, voice, part, cited, guarded }) => {
        return { text: said, voice, part, cited, guarded }
      })
      return textFindings(text, (await compiler.findings({ language, kind, passages: words })) ?? [unread])
    }),
  )
  return found.flat()
}

/** Words that keep the rules busy for seconds are no sentences. */
const unread: FoundWords = {
  rule: 'long-sentence',
  severity: 'blocking',
  sentence: '',
  passage: 0,
  at: 0,
  message: 'long-sentence: Reading these words takes too long. Instead: write them in short sentences.',
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
  const findings: LintFinding[] = []
  for (const texts of languages) {
    findings.push(...(await findingsOf(texts, compiler)), ...moduleFindings(module.about.value.id, texts))
  }
  return weighed(readAllowances(folder), findings)
}

async function lintCase(folder: string, compiler: LessonCompiler): Promise<Lint> {
  const texts = caseTexts(folder)
  if (texts.length === 0) return nothing
  return weighed(readAllowances(folder), await findingsOf(texts, compiler))
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
  return sorted(readAllowances(moduleFolder), await findingsOf([text], compiler))
}

/**
 * What the wording rules find in a lesson file, the folder of a module or case, or the whole content folder. What cannot be read is left to
 * `checkContent`, which says why.
 */
export async function lintContent(target: string, compiler: LessonCompiler): Promise<Lint> {
  const given = path.resolve(target)
  if (given.endsWith('.mdx') && statSync(given).isFile()) return lintLesson(given, compiler)
  if (existsSync(path.join(given, 'module.yaml'))) return lintModule(given, compiler)
  if (existsSync(path.join(given, 'case.yaml'))) return lintCase(given, compiler)
  const lints: Lint[] = []
  for (const folder of caseFolders(given)) lints.push(await lintCase(folder, compiler))
  for (const folder of moduleFolders(given)) lints.push(await lintModule(folder, compiler))
  return together(lints)
}
