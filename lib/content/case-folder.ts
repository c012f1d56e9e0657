import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { encounterProblems } from '#lib/content/case-rules'
import {
  type CaseFile,
  type CaseVersionFile,
  caseSchema,
  caseVersionSchema,
  type EncounterFile,
  encounterSchema,
} from '#lib/content/case-schema'
import { type CaseTranslation, readCaseTranslations } from '#lib/content/case-translation'
import { type FileProblem, ofFile } from '#lib/content/file-problem'
import { versionNumbers } from '#lib/content/module-folder'
import { headProblems } from '#lib/content/version-rules'
import { readYaml, type YamlFile } from '#lib/content/yaml-file'

/** Ids that a case may name; a list that was not read is not checked. */
export type CaseRegisters = {
  readonly objectives?: readonly string[]
  readonly sources?: readonly string[]
  readonly contacts?: readonly string[]
}

/** One version of a case as it lies on the disk. */
export type CaseVersion = {
  readonly about: CaseFile
  readonly version: CaseVersionFile
  readonly encounter: EncounterFile
  readonly translations: readonly CaseTranslation[]
}

/** What could be read, and everything that is wrong with it. */
export type CaseReading = {
  /** In ascending order; the last one is the newest. */
  readonly versions: readonly CaseVersion[]
  readonly problems: readonly FileProblem[]
}

/** The folders of all cases, by name. */
export function caseFolders(contentFolder: string): readonly string[] {
  const cases = path.join(contentFolder, 'cases')
  if (!existsSync(cases)) return []
  return readdirSync(cases, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => path.join(cases, entry.name))
    .sort()
}

/** What each case says about itself, where its `case.yaml` can be read. */
export function caseAbouts(contentFolder: string): readonly YamlFile<CaseFile>[] {
  return caseFolders(contentFolder).flatMap((folder) => {
    const about = readYaml(path.join(folder, 'case.yaml'), caseSchema)
    return about.ok ? [about.value] : []
  })
}

function unknownIds(
  { problemAt: at }: YamlFile<object>,
  key: 'objectives' | 'contacts',
  named: readonly string[],
  known: readonly string[] | undefined,
) {
  const home = key === 'objectives' ? 'any module.yaml' : 'contacts.yaml'
  const thing = key === 'objectives' ? 'objective' : 'contact'
  return named.flatMap((id, index) =>
    known && !known.includes(id) ? [at([key, index], `There is no ${thing} “${id}” in ${home}.`)] : [],
  )
}

function readVersion(folder: string, about: CaseFile, registers: CaseRegisters): CaseReading {
  const version = readYaml(path.join(folder, 'version.yaml'), caseVersionSchema)
  const encounter = readYaml(path.join(folder, 'encounter.yaml'), encounterSchema)
  if (!version.ok || !encounter.ok) {
    return { versions: [], problems: [version, encounter].flatMap((file) => (file.ok ? [] : file.refusal)) }
  }
  const { value } = encounter.value
  const { translations, problems: untrue } = readCaseTranslations(folder, value)
  return {
    versions: [{ about, version: version.value.value, encounter: value, translations }],
    problems: [
      ...headProblems(version.value, folder),
      ...unknownIds(version.value, 'contacts', version.value.value.contacts, registers.contacts),
      ...encounterProblems(encounter.value, registers.sources),
      ...untrue,
    ],
  }
}

/** Reads `case.yaml` and each version of a case with all their rules. */
export function readCaseFolder(folder: string, registers: CaseRegisters): CaseReading {
  const about = readYaml(path.join(folder, 'case.yaml'), caseSchema)
  if (!about.ok) return { versions: [], problems: about.refusal }
  const { value } = about.value
  const numbers = versionNumbers(folder)
  if (numbers.length === 0) {
    return { versions: [], problems: [ofFile(folder, 'The case has no version. Make a folder v1.')] }
  }
  const readings = numbers.map((number) => readVersion(path.join(folder, `v${number}`), value, registers))
  return {
    versions: readings.flatMap(({ versions }) => versions),
    problems: [
      ...unknownIds(about.value, 'objectives', value.objectives, registers.objectives),
      ...readings.flatMap(({ problems }) => problems),
    ],
  }
}
