import { existsSync, statSync } from 'node:fs'
import path from 'node:path'
import { checkCase, checkCases } from '#lib/content/check-cases'
import { compileFile } from '#lib/content/compile-file'
import { compileVersion } from '#lib/content/compile-version'
import { type FileProblem, ofFile } from '#lib/content/file-problem'
import { heldOutProblems } from '#lib/content/held-out-rules'
import type { LessonCompiler } from '#lib/content/lesson/lesson-compiler'
import { mediaIn } from '#lib/content/media'
import { type ModuleFolder, moduleFolders, readModuleFolder } from '#lib/content/module-folder'
import { moduleSchema } from '#lib/content/module-schema'
import { lockProblems } from '#lib/content/published-lock'
import { readyItems } from '#lib/content/quiz-rules'
import { type Registers, readRegisters, registerIds } from '#lib/content/registers'
import { readRequirementProfiles } from '#lib/content/requirement-files'
import { readTracks } from '#lib/content/track-files'
import { readYaml } from '#lib/content/yaml-file'

const ownContent = path.resolve(import.meta.dirname, '..', '..', 'content')

/** The content folder around a module or case; for a file that lies elsewhere, the one of this project. */
function contentAround(folder: string): string {
  const above = path.resolve(folder, '..', '..')
  return existsSync(path.join(above, 'sources.yaml')) ? above : ownContent
}

/** What a lesson inside a module folder may name beyond the registers. Elsewhere nothing is known, nor checked. */
function moduleIds(file: string) {
  const version = path.resolve(file, '..', '..')
  const about = path.join(version, '..', 'module.yaml')
  if (!existsSync(about)) return {}
  const read = readYaml(about, moduleSchema)
  return {
    media: mediaIn(version),
    ...(read.ok ? { objectives: read.value.value.objectives.map(({ id }) => id) } : {}),
  }
}

async function checkLessonFile(file: string, compiler: LessonCompiler): Promise<readonly FileProblem[]> {
  const registers = readRegisters(contentAround(path.resolve(file, '..', '..', '..')))
  const { problems } = await compileFile(file, { ...registerIds(registers), ...moduleIds(file) }, compiler)
  return [...problems, ...registers.problems]
}

type ModuleCheck = { readonly problems: readonly FileProblem[]; readonly module: ModuleFolder | undefined }

async function checkModule(
  folder: string,
  registers: Registers,
  compiler: LessonCompiler,
): Promise<ModuleCheck> {
  const ids = registerIds(registers)
  const { module, problems } = readModuleFolder(folder, ids.sources)
  const found = [...problems]
  for (const version of module?.versions ?? []) {
    if (!module) break
    const compiled = await compileVersion(module, version, ids, compiler)
    found.push(...compiled.problems)
  }
  return { problems: found, module }
}

/** The items that the newest version of a module asks one by one: ready, and no vignette's. */
function itemsOf({ about, versions }: ModuleFolder) {
  const newest = versions.at(-1)
  const items = newest ? readyItems(newest.quiz.value) : []
  return items
    .filter(({ vignette }) => vignette === undefined)
    .map(({ id, objective }) => [id, { moduleId: about.value.id, objectiveId: objective }] as const)
}

/** Ids that the newest text of each module gives itself; every id is used by one module only. */
function moduleIdsIn(folders: readonly string[]) {
  const read = folders.map((folder) => readYaml(path.join(folder, 'module.yaml'), moduleSchema))
  const ids = read.flatMap((about) => (about.ok ? [about.value.value.id] : []))
  const problems = read.flatMap((about) =>
    about.ok && ids.filter((id) => id === about.value.value.id).length > 1
      ? [about.value.problemAt(['id'], 'Another module has this id. Give each its own.')]
      : [],
  )
  return { ids, problems }
}

async function checkLibrary(folder: string, compiler: LessonCompiler): Promise<readonly FileProblem[]> {
  const registers = readRegisters(folder)
  const folders = moduleFolders(folder)
  const { ids, problems } = moduleIdsIn(folders)
  const found = [...registers.problems, ...problems]
  const modules: ModuleFolder[] = []
  for (const each of folders) {
    const { problems: wrong, module } = await checkModule(each, registers, compiler)
    found.push(...wrong)
    if (module) modules.push(module)
  }
  const tracks = readTracks(folder, ids, new Map(modules.flatMap(itemsOf)))
  return [
    ...found,
    ...tracks.problems,
    ...heldOutProblems(tracks.tracks, modules),
    ...readRequirementProfiles(folder).problems,
    ...checkCases(folder, registers),
    ...lockProblems(folder),
  ]
}

/** Everything that is wrong with a lesson file, a module or case folder, or the whole content folder; the path must exist. */
export async function checkContent(
  target: string,
  compiler: LessonCompiler,
): Promise<readonly FileProblem[]> {
  const given = path.resolve(target)
  if (given.endsWith('.mdx') && statSync(given).isFile()) return checkLessonFile(given, compiler)
  if (existsSync(path.join(given, 'module.yaml'))) {
    const registers = readRegisters(contentAround(given))
    return [...registers.problems, ...(await checkModule(given, registers, compiler)).problems]
  }
  if (existsSync(path.join(given, 'case.yaml'))) {
    const registers = readRegisters(contentAround(given))
    return [...registers.problems, ...checkCase(given, contentAround(given), registers)]
  }
  if (existsSync(path.join(given, 'modules'))) return checkLibrary(given, compiler)
  return [
    ofFile(
      given,
      'This is neither an .mdx file, nor a folder with a module.yaml or case.yaml, nor the content folder.',
    ),
  ]
}
