import { readdirSync } from 'node:fs'
import path from 'node:path'
import { canonicalHash } from '#lib/content/canonical-hash'
import { type FileProblem, ofFile } from '#lib/content/file-problem'
import { fileHashes } from '#lib/content/folder-hash'
import { type Guide, readGuides } from '#lib/content/guides'
import { type LessonCompiler, openLessonCompiler } from '#lib/content/lesson/lesson-compiler'
import { type PublishableVersion, publishableModule } from '#lib/content/publishable-module'
import { lockProblems } from '#lib/content/published-lock'
import { type Registers, readRegisters } from '#lib/content/registers'
import { readRequirementProfiles } from '#lib/content/requirement-files'
import { type PublishableTrack, readTracks } from '#lib/content/track-files'
import { type Database, inTransaction, type Tx } from '#lib/data/database'
import {
  insertModuleVersion,
  insertTrackVersion,
  listPublished,
  listRegisterEntries,
  replaceRegister,
  versionId,
} from '#lib/data/library'
import type { Instant } from '#lib/domain/calendar'
import type { PublishedProfile } from '#lib/domain/curriculum/requirement-profile'
import { ok, type Result, refuse } from '#lib/domain/result'

/** Counts up when the same content is to be stored in another way, so that every installation stores it anew. */
const format = 4

/** How many versions were new. Null where nothing in the folder has changed since the last time. */
export type Published = { readonly moduleVersions: number; readonly trackVersions: number } | null

/**
 * Publishes a content folder: new versions of modules and tracks once and for ever, registers as they stand today. It is
 * for the owner's role. Refuses with every problem, file, line and column; then nothing is published.
 */
export async function publishLibrary(
  db: Database,
  contentFolder: string,
  now: Instant,
): Promise<Result<Published, readonly FileProblem[]>> {
  const hash = canonicalHash({ format, files: fileHashes(contentFolder) })
  const before = await inTransaction(db, async (tx) => ({
    published: await listPublished(tx),
    library: await listRegisterEntries<{ id: string }>(tx, 'library'),
  }))
  if (before.library[0]?.id === hash) return ok(null)
  const read = await readLibrary(contentFolder, before.published)
  if (!read.ok) return read
  const { registers, profiles, versions, tracks } = read.value
  await inTransaction(db, async (tx) => {
    for (const version of versions) await insertModuleVersion(tx, version, now)
    for (const track of tracks) await insertTrackVersion(tx, track, now)
    await storeRegisters(tx, registers, readGuides(contentFolder), now)
    await replaceRegister(tx, 'profiles', profiles, now)
    await replaceRegister(tx, 'library', [{ id: hash }], now)
  })
  return ok({ moduleVersions: versions.length, trackVersions: tracks.length })
}

type Library = {
  readonly registers: Registers
  readonly profiles: readonly PublishedProfile[]
  readonly versions: readonly PublishableVersion[]
  readonly tracks: readonly PublishableTrack[]
}

async function readLibrary(
  contentFolder: string,
  published: ReadonlyMap<string, string>,
): Promise<Result<Library, readonly FileProblem[]>> {
  const registers = readRegisters(contentFolder)
  const { profiles, problems: profileProblems } = readRequirementProfiles(contentFolder)
  const problems = [...registers.problems, ...profileProblems, ...lockProblems(contentFolder)]
  const compiler = openLessonCompiler()
  try {
    const modules = await readModules(contentFolder, registers, compiler, published)
    problems.push(...modules.problems)
    const known = [
      ...[...published.keys()].map(moduleOf),
      ...modules.versions.map((version) => version.moduleId),
    ]
    const tracks = readTracks(contentFolder, known)
    problems.push(...tracks.problems, ...changed(modules.versions, published))
    const fresh = tracks.tracks.filter((track) => !published.has(versionId(track.id, track.version)))
    return problems.length > 0
      ? refuse(problems)
      : ok({ registers, profiles, versions: modules.versions, tracks: fresh })
  } finally {
    await compiler.close()
  }
}

const moduleOf = (id: string) => id.slice(0, id.lastIndexOf('@'))

async function readModules(
  contentFolder: string,
  registers: Registers,
  compiler: LessonCompiler,
  published: ReadonlyMap<string, string>,
): Promise<{ versions: PublishableVersion[]; problems: FileProblem[] }> {
  const hashes = new Set(published.values())
  const versions: PublishableVersion[] = []
  const problems: FileProblem[] = []
  const folder = path.join(contentFolder, 'modules')
  for (const slug of readdirSync(folder).toSorted()) {
    const module = await publishableModule(path.join(folder, slug), registers, compiler, (hash) =>
      hashes.has(hash),
    )
    if (module.ok) versions.push(...module.value)
    else problems.push(...module.refusal)
  }
  return { versions, problems }
}

/** A version that stands in the database with other content than in the folder. */
function changed(
  versions: readonly PublishableVersion[],
  published: ReadonlyMap<string, string>,
): FileProblem[] {
  return versions
    .filter((version) => published.has(versionId(version.moduleId, version.version)))
    .map((version) =>
      ofFile(
        `content/modules/${version.slug}/v${version.version}`,
        'This version is published already and never changes. Put the new text into a new version folder.',
      ),
    )
}

async function storeRegisters(
  tx: Tx,
  registers: Registers,
  guides: readonly Guide[],
  now: Instant,
): Promise<void> {
  await replaceRegister(tx, 'sources', registers.sources ?? [], now)
  await replaceRegister(tx, 'contacts', registers.contacts ?? [], now)
  await replaceRegister(tx, 'terms', registers.terms ?? [], now)
  await replaceRegister(tx, 'guides', guides, now)
}
