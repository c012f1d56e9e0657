import path from 'node:path'
import { type CaseRegisters, type CaseVersion, caseFolders, readCaseFolder } from '#lib/content/case-folder'
import type { EncounterFile, NodeEntry } from '#lib/content/case-schema'
import { caseRegisters } from '#lib/content/check-cases'
import type { FileProblem } from '#lib/content/file-problem'
import { versionHash } from '#lib/content/folder-hash'
import type { Registers } from '#lib/content/registers'
import type { CaseScene, CaseWords, PublishedCase } from '#lib/domain/curriculum/case'
import type { CaseGraph, CaseNode } from '#lib/domain/curriculum/case-graph'

function sceneOf(node: NodeEntry): CaseScene {
  const { id, scene, contentNote } = node
  const shown = { id, scene, ...(contentNote && { contentNote }) }
  if (node.kind === 'ending') return { ...shown, kind: 'ending' }
  const options = node.options.map((option) => ({ id: option.id, text: option.text }))
  return { ...shown, kind: 'decision', question: node.question, options }
}

function nodeOf(node: NodeEntry): CaseNode {
  if (node.kind === 'ending') return { kind: 'ending', id: node.id, outcome: node.outcome }
  const options = node.options.map(({ id, judgment, endangers, points, next }) => ({
    id,
    judgment,
    points,
    next,
    ...(endangers && { endangers }),
  }))
  return { kind: 'decision', id: node.id, skills: node.skills, options }
}

const graphOf = ({ start, nodes }: EncounterFile): CaseGraph => ({ start, nodes: nodes.map(nodeOf) })

function wordsOf({ nodes, debrief }: EncounterFile): CaseWords {
  const options = nodes.flatMap((node) => {
    if (node.kind === 'ending') return []
    const said = node.options.map(({ id, consequence, feedback }) => [id, { consequence, feedback }] as const)
    return [[node.id, Object.fromEntries(said)] as const]
  })
  const lessons = nodes.flatMap((node) => (node.kind === 'ending' ? [[node.id, node.lesson] as const] : []))
  return { options: Object.fromEntries(options), lessons: Object.fromEntries(lessons), debrief }
}

const shownIn = ({ opening, nodes }: EncounterFile) => ({ opening, scenes: nodes.map(sceneOf) })

function publishable(folder: string, read: CaseVersion, contentHash: string): PublishedCase {
  const { about, version, encounter, translations } = read
  const { id, ...described } = about
  return {
    caseId: id,
    slug: path.basename(folder),
    ...described,
    ...version,
    ...shownIn(encounter),
    graph: graphOf(encounter),
    words: wordsOf(encounter),
    translations: translations.map((translation) => ({
      language: translation.language,
      ...translation.about.value,
      ...shownIn(translation.encounter.value),
      words: wordsOf(translation.encounter.value),
    })),
    contentHash,
  }
}

type Publishable = { readonly versions: readonly PublishedCase[]; readonly problems: readonly FileProblem[] }

/** Every version of one case, or what is wrong with it. */
export function publishableCase(folder: string, known: CaseRegisters): Publishable {
  const { versions, problems } = readCaseFolder(folder, known)
  if (problems.length > 0) return { versions: [], problems }
  const hashed = versions.map((each) =>
    publishable(folder, each, versionHash(path.join(folder, `v${each.version.version}`))),
  )
  return { versions: hashed, problems }
}

/** Every version of every case of a content folder, or what is wrong with them. */
export function publishableCases(contentFolder: string, registers: Registers): Publishable {
  const known = caseRegisters(contentFolder, registers)
  const readings = caseFolders(contentFolder).map((folder) => publishableCase(folder, known))
  return {
    versions: readings.flatMap(({ versions }) => versions),
    problems: readings.flatMap(({ problems }) => problems),
  }
}
