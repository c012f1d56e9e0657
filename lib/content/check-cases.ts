import path from 'node:path'
import { caseAbouts, caseFolders, readCaseFolder } from '#lib/content/case-folder'
import type { FileProblem } from '#lib/content/file-problem'
import { moduleFolders } from '#lib/content/module-folder'
import { moduleSchema } from '#lib/content/module-schema'
import { type Registers, registerIds } from '#lib/content/registers'
import { readYaml } from '#lib/content/yaml-file'

/** The ids that a case may name: those of the registers, and the objectives of the modules in the content folder. */
export function caseRegisters(contentFolder: string, registers: Registers) {
  const objectives = moduleFolders(contentFolder).flatMap((folder) => {
    const about = readYaml(path.join(folder, 'module.yaml'), moduleSchema)
    return about.ok ? about.value.value.objectives.map(({ id }) => id) : []
  })
  return { ...registerIds(registers), objectives }
}

/** Every id is used by one case only. */
function sharedIds(contentFolder: string): readonly FileProblem[] {
  const abouts = caseAbouts(contentFolder)
  const ids = abouts.map(({ value }) => value.id)
  return abouts
    .filter(({ value }) => ids.filter((id) => id === value.id).length > 1)
    .map((about) => about.problemAt(['id'], 'Another case has this id. Give each its own.'))
}

/** Everything that is wrong with one case. `contentFolder` is where the modules lie whose objectives it names. */
export function checkCase(
  folder: string,
  contentFolder: string,
  registers: Registers,
): readonly FileProblem[] {
  return readCaseFolder(folder, caseRegisters(contentFolder, registers)).problems
}

/** Everything that is wrong with the cases of a content folder. */
export function checkCases(contentFolder: string, registers: Registers): readonly FileProblem[] {
  const folders = caseFolders(contentFolder)
  const known = caseRegisters(contentFolder, registers)
  return [...sharedIds(contentFolder), ...folders.flatMap((folder) => readCaseFolder(folder, known).problems)]
}
