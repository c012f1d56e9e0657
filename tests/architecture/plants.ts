import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** Files that break rules on purpose, each with the rules it breaks in its first line; `none` for a bystander. */
export type Plants = ReadonlyMap<string, readonly string[]>

export const plantedFolder = path.resolve('tests/architecture/planted')

/** Reads `// plant: rule …` from every source file under `tests/architecture/planted/<garden>`; paths are relative to it. */
export function plantsIn(garden: string): Plants {
  const root = path.join(plantedFolder, garden)
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.tsx?$/.test(name),
  )
  return new Map(files.map((file) => [slashed(file), rulesNamedIn(path.join(root, file))]))
}

/** Every rule that at least one plant breaks. */
export function brokenBy(plants: Plants): string[] {
  return [...new Set([...plants.values()].flat())].toSorted()
}

/** Groups what a checker reported by file, in the shape of `Plants`, with `[]` for files it found clean. */
export function caught(plants: Plants, reports: readonly { file: string; rule: string }[]): Plants {
  return new Map(
    [...plants.keys()].map((file) => {
      const rules = reports.filter((report) => slashed(report.file) === file).map((report) => report.rule)
      return [file, [...new Set(rules)].toSorted()]
    }),
  )
}

function rulesNamedIn(file: string): string[] {
  const named = /^\/\/ plant: (.+)\n/.exec(readFileSync(file, 'utf8'))?.[1]
  if (named === undefined) throw new Error(`${file} does not say in its first line which rule it breaks`)
  return named
    .split(' ')
    .filter((rule) => rule !== 'none')
    .toSorted()
}

function slashed(file: string): string {
  return file.replaceAll('\\', '/')
}
