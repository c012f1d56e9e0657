import { existsSync, statSync } from 'node:fs'
import path from 'node:path'
import { compileFile, compileVersion } from '#lib/content/compile-version'
import { type FileProblem, ofFile } from '#lib/content/file-problem'
import { type LessonCompiler, openLessonCompiler } from '#lib/content/lesson/lesson-compiler'
import { mediaIn, readModuleFolder } from '#lib/content/module-folder'
import { moduleSchema } from '#lib/content/module-schema'
import { readRegisters, registerIds } from '#lib/content/registers'
import { readYaml } from '#lib/content/yaml-file'

const ownContent = path.resolve(import.meta.dirname, '..', '..', 'content')

/** The content folder around a module; for a file that lies elsewhere, the one of this project. */
function contentAround(moduleFolder: string): string {
  const above = path.resolve(moduleFolder, '..', '..')
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
  return problems
}

async function checkModule(folder: string, compiler: LessonCompiler): Promise<readonly FileProblem[]> {
  const registers = readRegisters(contentAround(folder))
  const ids = registerIds(registers)
  const { module, problems } = readModuleFolder(folder, ids.sources)
  const found = [...registers.problems, ...problems]
  for (const version of module?.versions ?? []) {
    if (!module) break
    const compiled = await compileVersion(module, version, ids, compiler)
    found.push(...compiled.problems)
  }
  return found
}

async function checkWith(compiler: LessonCompiler, given: string): Promise<readonly FileProblem[]> {
  if (given.endsWith('.mdx') && statSync(given).isFile()) return checkLessonFile(given, compiler)
  if (existsSync(path.join(given, 'module.yaml'))) return checkModule(given, compiler)
  return [ofFile(given, 'This is neither an .mdx file nor a folder with a module.yaml.')]
}

/** Everything that is wrong with one lesson file or one module folder; the path must exist. */
export async function checkContent(given: string): Promise<readonly FileProblem[]> {
  const compiler = openLessonCompiler()
  try {
    return await checkWith(compiler, path.resolve(given))
  } finally {
    compiler.close()
  }
}
