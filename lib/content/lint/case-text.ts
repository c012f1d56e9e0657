import path from 'node:path'
import {
  type CaseFile,
  caseSchema,
  caseVersionSchema,
  type EncounterFile,
  encounterSchema,
  type NodeEntry,
} from '#lib/content/case-schema'
import { readCaseTranslations } from '#lib/content/case-translation'
import type { CaseTranslationFile } from '#lib/content/case-translation-schema'
import { type LintText, passageAt } from '#lib/content/lint/lint-text'
import { versionNumbers } from '#lib/content/module-folder'
import { readYaml, type YamlFile } from '#lib/content/yaml-file'
import type { Passage } from '#lib/domain/curriculum/wording/wording-rule'

/** What is fair or poor is shown as such; the feedback to it is the course's answer. */
const judged = (isGood: boolean) =>
  ({ shown: isGood ? 'says' : 'wrong', answered: isGood ? 'says' : 'rebuttal' }) as const

/**
 * A case has one content note for all of it, shown before it starts, and a scene that is hard to read has its own. Every node
 * names its sources.
 */
function nodePassages(node: NodeEntry, index: number, { problemAt }: YamlFile<EncounterFile>) {
  const at = (key: readonly PropertyKey[], text: string, voice: Passage['voice'] = 'says') => ({
    ...passageAt(problemAt, ['nodes', index, ...key], text, voice),
    guarded: true,
  })
  const scene = at(['scene'], node.scene)
  if (node.kind === 'ending') return [scene, at(['lesson'], node.lesson)]
  const options = node.options.flatMap(({ text, judgment, consequence, feedback }, place) => {
    const { shown, answered } = judged(judgment === 'good')
    return [
      at(['options', place, 'text'], text, shown),
      at(['options', place, 'consequence'], consequence, shown),
      at(['options', place, 'feedback'], feedback, answered),
    ]
  })
  return [scene, at(['question'], node.question), ...options]
}

function encounterPassages(encounter: YamlFile<EncounterFile>) {
  const { value, problemAt } = encounter
  const debrief = Object.entries(value.debrief).flatMap(([skill, { strong, weak }]) => [
    passageAt(problemAt, ['debrief', skill, 'strong'], strong, 'says'),
    passageAt(problemAt, ['debrief', skill, 'weak'], weak, 'says'),
  ])
  return [
    ...value.opening.known.map((text, index) =>
      passageAt(problemAt, ['opening', 'known', index], text, 'says'),
    ),
    ...value.nodes.flatMap((node, index) => nodePassages(node, index, encounter)),
    ...debrief,
  ]
}

const aboutPassages = ({ value, problemAt }: YamlFile<CaseFile> | YamlFile<CaseTranslationFile>) => [
  passageAt(problemAt, ['title'], value.title, 'says', 'label'),
  passageAt(problemAt, ['summary'], value.summary, 'says'),
]

/** The newest version of a case in every language, each one text under the id of the case; none when it cannot be read. */
export function caseTexts(folder: string): readonly LintText[] {
  const about = readYaml(path.join(folder, 'case.yaml'), caseSchema)
  const versionFolder = path.join(folder, `v${versionNumbers(folder).at(-1)}`)
  const version = readYaml(path.join(versionFolder, 'version.yaml'), caseVersionSchema)
  const encounter = readYaml(path.join(versionFolder, 'encounter.yaml'), encounterSchema)
  if (!about.ok || !version.ok || !encounter.ok) return []
  const { language } = version.value.value
  const { translations } = readCaseTranslations(versionFolder, encounter.value.value)
  const languages = [{ language, about: about.value, encounter: encounter.value }, ...translations]
  return languages.map((text) => ({
    id: about.value.value.id,
    language: text.language,
    kind: 'item',
    passages: [...aboutPassages(text.about), ...encounterPassages(text.encounter)],
  }))
}
