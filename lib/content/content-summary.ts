import path from 'node:path'
import { caseAbouts } from '#lib/content/case-folder'
import { corpus } from '#lib/content/lint/corpus'
import { measureLinter } from '#lib/content/lint/measure'
import { type ModuleFolder, moduleFolders, readModuleFolder } from '#lib/content/module-folder'
import { readyItems } from '#lib/content/quiz-rules'
import { readTracks } from '#lib/content/track-files'
import { type TextLanguage, textLanguages } from '#lib/domain/curriculum/wording/wording-rule'

const languageNames: Readonly<Record<TextLanguage, string>> = { en: 'English', es: 'Spanish' }

function languagesOf(module: ModuleFolder): readonly string[] {
  const newest = module.versions.at(-1)
  return newest ? [newest.version.value.language, ...newest.translations.map(({ language }) => language)] : []
}

function languageLine(modules: readonly ModuleFolder[]): string {
  const spoken = modules.flatMap(languagesOf)
  const counted = textLanguages
    .map((language) => ({ language, count: spoken.filter((each) => each === language).length }))
    .filter(({ count }) => count > 0)
  const each = counted.map(({ language, count }) => `${languageNames[language]} ${count}`).join(', ')
  return `0 errors, ${modules.length} modules, ${counted.length} languages (${each})`
}

/** The newest version of each track, with the minutes that its modules and cases declare. */
function trackLines(contentFolder: string, modules: readonly ModuleFolder[]): readonly string[] {
  const about = new Map(modules.map((module) => [module.about.value.id, module.about.value]))
  const newest = new Map(
    readTracks(contentFolder, [...about.keys()])
      .tracks.toSorted((a, b) => a.version - b.version)
      .map((track) => [track.id, track]),
  )
  const minutesOfCase = new Map(caseAbouts(contentFolder).map(({ value }) => [value.id, value.minutes]))
  return [...newest.values()].map(({ title, modules: ids, cases = [] }) => {
    const each = [...ids.map((id) => about.get(id)?.minutes), ...cases.map((id) => minutesOfCase.get(id))]
    const minutes = each.reduce<number>((sum, one) => sum + (one ?? 0), 0)
    const withCases = cases.length > 0 ? ` and ${cases.length} cases` : ''
    return `${title}: ${minutes} minutes in ${ids.length} modules${withCases}`
  })
}

function itemLines(modules: readonly ModuleFolder[]): readonly string[] {
  return modules
    .toSorted((a, b) => a.about.value.id.localeCompare(b.about.value.id))
    .map(({ about, versions }) => {
      const newest = versions.at(-1)
      const items = newest ? readyItems(newest.quiz.value) : []
      const each = about.value.objectives.map(
        ({ id }) => `${id} ${items.filter(({ objective }) => objective === id).length}`,
      )
      return `Items per objective: ${each.join(', ')}`
    })
}

function linterLines(): readonly string[] {
  const line = (name: string, sentences: typeof corpus) => {
    const { precision, recall, harmless } = measureLinter(sentences)
    return `Linter, ${name}: precision ${precision.toFixed(2)}, recall ${recall.toFixed(2)} (${sentences.length} labelled sentences, ${harmless} of them harmless)`
  }
  return [
    ...textLanguages.map((language) =>
      line(
        languageNames[language],
        corpus.filter((sentence) => sentence.language === language),
      ),
    ),
    line(
      'held out',
      corpus.filter(({ heldOut }) => heldOut),
    ),
  ]
}

/**
 * What a content folder without errors holds, line by line: modules and languages, minutes per track, items per objective, and
 * how well the linter finds what it should.
 */
export function contentSummary(contentFolder: string): readonly string[] {
  const modules = moduleFolders(path.resolve(contentFolder)).flatMap(
    (folder) => readModuleFolder(folder, undefined).module ?? [],
  )
  return [
    languageLine(modules),
    ...trackLines(contentFolder, modules),
    ...itemLines(modules),
    ...linterLines(),
  ]
}
