import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { canonicalHash } from '#lib/content/canonical-hash'
import { caseFolders } from '#lib/content/case-folder'
import { caseSchema } from '#lib/content/case-schema'
import { type FileProblem, ofFile } from '#lib/content/file-problem'
import { fileHashes, textFileHash } from '#lib/content/folder-hash'
import { moduleFolders, versionNumbers } from '#lib/content/module-folder'
import { moduleSchema } from '#lib/content/module-schema'
import { trackFiles } from '#lib/content/track-files'
import { readYaml } from '#lib/content/yaml-file'

const hash = z.string().regex(/^[0-9a-f]{64}$/)
const folders = z.record(
  z.string(),
  z.record(z.string(), z.strictObject({ about: hash, files: z.record(z.string(), hash) })),
)
const lockSchema = z.strictObject({
  modules: folders,
  // The first lock knew no cases.
  cases: folders.default({}),
  tracks: z.record(z.string(), z.record(z.string(), hash)),
})

/**
 * What was shipped: the hash of each file of each version of a module, case or track. `about` is the hash of `module.yaml`
 * or `case.yaml` when the version was shipped; it binds as long as that version is the newest.
 */
export type PublishedLock = Readonly<z.infer<typeof lockSchema>>

const lockName = 'published.lock.json'

/** The lock of a content folder; empty when nothing was shipped yet. Throws when the file is broken. */
function readLock(contentFolder: string): PublishedLock {
  const file = path.join(contentFolder, lockName)
  return existsSync(file)
    ? lockSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
    : { modules: {}, cases: {}, tracks: {} }
}

/** What is shipped as a folder with versions in it. */
const kinds = {
  modules: { thing: 'Module', about: 'module.yaml', schema: moduleSchema, folders: moduleFolders },
  cases: { thing: 'Case', about: 'case.yaml', schema: caseSchema, folders: caseFolders },
} as const
type Kind = keyof typeof kinds
type Versions = PublishedLock[Kind][string]

function folderState(folder: string, kind: Kind) {
  const { about: file, schema } = kinds[kind]
  const about = readYaml<{ readonly id: string }>(path.join(folder, file), schema)
  if (!about.ok) return undefined
  const versions = versionNumbers(folder).map((number) => [
    String(number),
    { about: canonicalHash(about.value.value), files: fileHashes(path.join(folder, `v${number}`)) },
  ])
  return { id: about.value.value.id, folder, versions: Object.fromEntries(versions) as Versions }
}

const folderStates = (contentFolder: string, kind: Kind) =>
  kinds[kind].folders(contentFolder).flatMap((folder) => folderState(folder, kind) ?? [])

const trackOf = (file: string) => ({
  id: path.basename(path.dirname(file)),
  number: path.basename(file, '.yaml').slice(1),
  file,
})

const mend = 'Put the shipped text back, and make a new version folder for the change.'

function changedFiles(
  folder: string,
  shipped: Readonly<Record<string, string>>,
  now: Readonly<Record<string, string>>,
) {
  const names = [...new Set([...Object.keys(shipped), ...Object.keys(now)])].sort()
  return names
    .filter((name) => shipped[name] !== now[name])
    .map((name) => ofFile(path.join(folder, name), `This version is published and never changes. ${mend}`))
}

function folderProblems(contentFolder: string, lock: PublishedLock, kind: Kind): readonly FileProblem[] {
  const states = new Map(folderStates(contentFolder, kind).map((state) => [state.id, state]))
  const { thing, about } = kinds[kind]
  return Object.entries(lock[kind]).flatMap(([id, versions]) => {
    const state = states.get(id)
    if (!state) return [ofFile(path.join(contentFolder, kind), `${thing} “${id}” is published, but gone.`)]
    const newest = Object.keys(state.versions).at(-1)
    return Object.entries(versions).flatMap(([number, shipped]) => {
      const now = state.versions[number]
      const changed = changedFiles(path.join(state.folder, `v${number}`), shipped.files, now?.files ?? {})
      const isTold = number !== newest || now?.about === shipped.about
      const told = `The newest version is published with this description. ${mend}`
      return isTold ? changed : [...changed, ofFile(path.join(state.folder, about), told)]
    })
  })
}

function trackProblems(contentFolder: string, lock: PublishedLock): readonly FileProblem[] {
  return Object.entries(lock.tracks).flatMap(([id, versions]) =>
    Object.entries(versions).flatMap(([number, shipped]) => {
      const file = path.join(contentFolder, 'tracks', id, `v${number}.yaml`)
      const isSame = existsSync(file) && textFileHash(file) === shipped
      return isSame
        ? []
        : [ofFile(file, 'This track version is published and never changes. Make a new version file.')]
    }),
  )
}

/** Each shipped file that was changed, added or taken away since; none means that the lock is intact. */
export const lockProblems = (contentFolder: string): readonly FileProblem[] => {
  const lock = readLock(contentFolder)
  return [
    ...folderProblems(contentFolder, lock, 'modules'),
    ...folderProblems(contentFolder, lock, 'cases'),
    ...trackProblems(contentFolder, lock),
  ]
}

function extendedFolders(contentFolder: string, lock: PublishedLock, kind: Kind) {
  const states = folderStates(contentFolder, kind)
  const extended = states.map(({ id, versions }) => [id, { ...versions, ...lock[kind][id] }])
  return { ...lock[kind], ...(Object.fromEntries(extended) as PublishedLock[Kind]) }
}

/** The lock with every version that it does not name yet. What it names stays as it is. */
export function extendedLock(contentFolder: string): PublishedLock {
  const lock = readLock(contentFolder)
  const tracks: Record<string, Record<string, string>> = {}
  for (const { id, number, file } of trackFiles(contentFolder).map(trackOf)) {
    tracks[id] = { ...tracks[id], [number]: lock.tracks[id]?.[number] ?? textFileHash(file) }
  }
  return {
    modules: extendedFolders(contentFolder, lock, 'modules'),
    cases: extendedFolders(contentFolder, lock, 'cases'),
    tracks: { ...lock.tracks, ...tracks },
  }
}

/** The lock file's text: stable order, so that a diff shows only what was shipped. */
export function lockText(lock: PublishedLock): string {
  const byName = (_: string, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(
          Object.entries(value).sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true })),
        )
      : value
  return `${JSON.stringify(lock, byName, 2)}\n`
}

export const lockFile = (contentFolder: string) => path.join(contentFolder, lockName)
