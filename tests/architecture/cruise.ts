import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

const cruiser = path.resolve('node_modules/dependency-cruiser/bin/dependency-cruiser.mjs')
const rules = path.resolve('.dependency-cruiser.mjs')

/** What dependency-cruiser found: every module it read, and each breach with the file and the rule. */
export type Cruise = {
  readonly modules: readonly string[]
  readonly breaches: readonly { readonly file: string; readonly rule: string; readonly to: string }[]
}

type Report = {
  modules: { source: string }[]
  summary: { violations: { from: string; to: string; rule: { name: string }; cycle?: { name: string }[] }[] }
}

/** Runs the layer rules over `folders` (relative to `cwd`). A cycle counts as a breach by each file in it. */
export function cruise(folders: readonly string[], cwd = process.cwd()): Cruise {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [cruiser, ...folders, '--config', rules, '--output-type', 'json'],
    { cwd, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 },
  )
  if (!stdout.startsWith('{')) throw new Error(`dependency-cruiser did not report: ${stdout}${stderr}`)
  const { modules, summary } = JSON.parse(stdout) as Report
  return {
    modules: modules.map((module) => module.source),
    breaches: summary.violations.flatMap(({ from, to, rule, cycle }) =>
      [from, ...(cycle ?? []).map((step) => step.name)].map((file) => ({ file, to, rule: rule.name })),
    ),
  }
}

/** The names of the layer rules, in the order of the settings. */
export async function layerRules(): Promise<string[]> {
  const settings = (await import(pathToFileURL(rules).href)) as { default: { forbidden: { name: string }[] } }
  return settings.default.forbidden.map((rule) => rule.name)
}

/** Our own folders that hold code; those that exist. */
export function codeFolders(): string[] {
  return ['app', 'components', 'lib', 'prisma', 'tests'].filter((folder) => existsSync(folder))
}

/** Every source file on disk that the layer rules must have read, relative to the root, with forward slashes. */
export function sourceFiles(): string[] {
  return codeFolders()
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) =>
        path.posix.join(folder, ...name.split(path.sep)),
      ),
    )
    .filter((file) => /\.(tsx?|mjs)$/.test(file) && !file.endsWith('.d.ts'))
    .filter(
      (file) =>
        !/^(lib\/data\/generated|tests\/architecture\/planted|tests\/bench\/bare|tests\/\.output)\//.test(
          file,
        ),
    )
}
