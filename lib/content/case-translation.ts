import path from 'node:path'
import type { EncounterFile, NodeEntry } from '#lib/content/case-schema'
import {
  type CaseTranslationFile,
  caseTranslationSchema,
  type EncounterTranslationFile,
  encounterTranslationSchema,
  type NodeWords,
} from '#lib/content/case-translation-schema'
import { wordProblems } from '#lib/content/case-words'
import type { FileProblem } from '#lib/content/file-problem'
import { idsOf, sameIds, translationFolders } from '#lib/content/translation-rules'
import type { TranslationLanguage } from '#lib/content/translation-schema'
import { readYaml, type YamlFile } from '#lib/content/yaml-file'
import { caseSkills } from '#lib/domain/curriculum/case-graph'

/** A case in another language. The encounter is whole; its problems point into the translation. */
export type CaseTranslation = {
  readonly language: TranslationLanguage
  readonly about: YamlFile<CaseTranslationFile>
  readonly encounter: YamlFile<EncounterFile>
}

type Reading = {
  readonly translations: readonly CaseTranslation[]
  readonly problems: readonly FileProblem[]
}

type Words = YamlFile<EncounterTranslationFile>

const partNames = ['contentNote', 'question', 'options', 'lesson'] as const
const partsOf = (node: NodeEntry | NodeWords) => partNames.filter((name) => name in node)

function nodeProblems(words: Words, nodes: readonly NodeEntry[]): readonly FileProblem[] {
  return words.value.nodes.flatMap((node, index) => {
    const original = nodes.find(({ id }) => id === node.id)
    if (!original) return []
    const place = ['nodes', index]
    const parts = sameIds(words, place, partsOf(original), partsOf(node))
    return original.kind === 'decision' && node.options
      ? [...parts, ...sameIds(words, [...place, 'options'], idsOf(original.options), idsOf(node.options))]
      : parts
  })
}

function knownProblems({ value, problemAt }: Words, { known }: EncounterFile['opening']) {
  return value.opening.known.length === known.length
    ? []
    : [problemAt(['opening', 'known'], `The original has ${known.length} of these. Translate each.`)]
}

const untrue = (words: Words, original: EncounterFile): readonly FileProblem[] => [
  ...knownProblems(words, original.opening),
  ...sameIds(words, ['nodes'], idsOf(original.nodes), idsOf(words.value.nodes)),
  ...nodeProblems(words, original.nodes),
  ...sameIds(words, ['debrief'], Object.keys(original.debrief), Object.keys(words.value.debrief)),
]

function translatedNode(node: NodeEntry, words: NodeWords | undefined): NodeEntry {
  if (node.kind === 'ending') return { ...node, ...words }
  const options = node.options.map((option, index) => ({ ...option, ...words?.options?.[index] }))
  return { ...node, ...words, options }
}

/** The original in the words of a translation that is true to it. */
function inWords(original: EncounterFile, words: EncounterTranslationFile): EncounterFile {
  const { opening } = original
  const debrief = { ...original.debrief }
  for (const skill of caseSkills) debrief[skill] = { ...debrief[skill], ...words.debrief[skill] }
  return {
    ...original,
    opening: { ...opening, ...words.opening, patient: { ...opening.patient, ...words.opening.patient } },
    nodes: original.nodes.map((node, index) => translatedNode(node, words.nodes[index])),
    debrief,
  }
}

function readTranslation(language: TranslationLanguage, folder: string, original: EncounterFile): Reading {
  const about = readYaml(path.join(folder, 'version.yaml'), caseTranslationSchema)
  const words = readYaml(path.join(folder, 'encounter.yaml'), encounterTranslationSchema)
  if (!about.ok || !words.ok) {
    return { translations: [], problems: [about, words].flatMap((file) => (file.ok ? [] : file.refusal)) }
  }
  const problems = [
    ...wordProblems(about.value.value, about.value.problemAt),
    ...wordProblems(words.value.value, words.value.problemAt),
    ...untrue(words.value, original),
  ]
  if (problems.length > 0) return { translations: [], problems }
  const encounter = { ...words.value, value: inWords(original, words.value.value) }
  return { translations: [{ language, about: about.value, encounter }], problems }
}

/** The translations of an encounter that are true to it, and everything by which the others are not. */
export function readCaseTranslations(versionFolder: string, original: EncounterFile): Reading {
  const readings = translationFolders(versionFolder).map(({ language, folder }) =>
    readTranslation(language, folder, original),
  )
  return {
    translations: readings.flatMap(({ translations }) => translations),
    problems: readings.flatMap(({ problems }) => problems),
  }
}
