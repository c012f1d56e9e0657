import { type ArchiveProblem, mostArchiveBytes } from '#lib/content/archive/archive-limits'
import { type PlacedEntry, readEntries, unpackEntries } from '#lib/content/archive/read-entries'
import { readSource } from '#lib/content/yaml-edit/yaml-source'
import { isDraftPath, isTextPath, mostFiles } from '#lib/domain/authoring/draft-path'
import { endingOf, pictureTypeOf } from '#lib/domain/curriculum/picture'
import { ok, type Result, refuse } from '#lib/domain/result'

/** A module or case as it came in an archive: its newest version. Pictures are as they came. */
export type ArchivedFolder = {
  readonly kind: 'module' | 'case'
  /** As the archive has it; empty where the files stand in no folder. */
  readonly name: string
  /** Of the version. */
  readonly number: number
  /** By path, which every draft may have. */
  readonly files: readonly { readonly path: string; readonly bytes: Uint8Array }[]
  /** Files of earlier versions, which stay outside. */
  readonly leftOut: readonly string[]
}

type Read<Value> = Result<Value, readonly ArchiveProblem[]>
const whole = (words: ArchiveProblem['words']) => refuse([{ file: null, words }] as const)

/**
 * Reads an archive of a folder in the form of `content/modules/<slug>` or `content/cases/<slug>`. Everything that it says of
 * itself is checked before anything counts, every problem is named by its file, and texts are byte for byte as they came.
 */
export function readFolder(bytes: Uint8Array): Read<ArchivedFolder> {
  if (bytes.length > mostArchiveBytes) return whole('archive-too-large')
  const archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries = readEntries(archive)
  if (!entries.ok) return entries
  const unit = unitOf(entries.value.map(({ name }) => name))
  if (typeof unit === 'string') return whole(unit)
  const beside = entries.value.filter(({ name }) => !name.startsWith(unit.above))
  const placed = entries.value
    .filter((each) => !beside.includes(each))
    .map((each) => ({ ...each, path: each.name.slice(unit.above.length) }))
  const problems: ArchiveProblem[] = [
    ...beside.map(({ name }) => ({ file: name, words: 'beside-folder' as const })),
    ...placed
      .filter(({ path }) => !isDraftPath(path))
      .map(({ name }) => ({ file: name, words: 'no-place' as const })),
  ]
  if (problems.length > 0) return refuse(problems)
  if (placed.length > mostFiles) return whole('too-many-files')
  return versionOf(archive, unit, placed)
}

type Unit = Pick<ArchivedFolder, 'kind' | 'name'> & {
  /** What stands before each path, a slash at its end. */
  readonly above: string
}

/** The one module or case that the archive holds. */
function unitOf(names: readonly string[]): Unit | 'unit-missing' | 'units-several' {
  const heads = names.flatMap((name) => {
    const [, above = '', kind] = /^((?:.*\/)?)(module|case)\.yaml$/.exec(name) ?? []
    return kind === 'module' || kind === 'case' ? [{ above, kind } as const] : []
  })
  const [head, another] = heads
  if (!head) return 'unit-missing'
  return another ? 'units-several' : { ...head, name: head.above.split('/').at(-2) ?? '' }
}

const numberOf = (path: string) => Number(/^v(\d+)\//.exec(path)?.[1] ?? 0)

function versionOf(
  archive: Buffer,
  { kind, name }: Unit,
  placed: readonly PlacedEntry[],
): Read<ArchivedFolder> {
  const number = Math.max(...placed.map(({ path }) => numberOf(path)))
  const isOf = ({ path }: PlacedEntry) => [0, number].includes(numberOf(path))
  const unpacked = unpackEntries(archive, placed.filter(isOf))
  if (!unpacked.ok) return unpacked
  const files = unpacked.value
  const wanted = [
    `${kind}.yaml`,
    `v${number}/version.yaml`,
    `v${number}/${kind === 'module' ? 'quiz' : 'encounter'}.yaml`,
  ]
  const problems = [
    ...wanted
      .filter((path) => !files.some((file) => file.path === path))
      .map((path) => ({
        file: number === 0 ? path.replace('v0', 'v1') : path,
        words: 'file-missing' as const,
      })),
    ...files.flatMap(fileProblems),
  ]
  if (problems.length > 0) return refuse(problems)
  const leftOut = placed.filter((each) => !isOf(each)).map(({ path }) => path)
  return ok({ kind, name, number, files, leftOut })
}

function fileProblems({ path, bytes }: ArchivedFolder['files'][number]): readonly ArchiveProblem[] {
  const words = isTextPath(path) ? textFault(path, bytes) : pictureFault(path, bytes)
  return words ? [{ file: path, words }] : []
}

function textFault(path: string, bytes: Uint8Array): ArchiveProblem['words'] | undefined {
  const text = textOf(bytes)
  if (text === undefined || text.includes('\0')) return 'not-utf8'
  return path.endsWith('.yaml') && !readSource(text) ? 'not-yaml' : undefined
}

function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function pictureFault(path: string, bytes: Uint8Array): ArchiveProblem['words'] | undefined {
  const type = pictureTypeOf(bytes)
  if (!type) return 'picture-refused'
  return path.endsWith(endingOf(type)) ? undefined : 'picture-ending'
}
