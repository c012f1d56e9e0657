import { readdirSync } from 'node:fs'
import path from 'node:path'
import { canonicalHash } from '#lib/content/canonical-hash'
import { type FileProblem, ofFile } from '#lib/content/file-problem'
import { fileHashes } from '#lib/content/folder-hash'
import { type Guide, readGuides } from '#lib/content/guides'
import { type LessonCompiler, openLessonCompiler } from '#lib/content/lesson/lesson-compiler'
import { publishableCases } from '#lib/content/publishable-case'
import { type PublishableVersion, publishableModule } from '#lib/content/publishable-module'
import { lockProblems } from '#lib/content/published-lock'
import { type Registers, readRegisters } from '#lib/content/registers'
import { readRequirementProfiles } from '#lib/content/requirement-files'
import { type PublishableTrack, readTracks } from '#lib/content/track-files'
import { insertCaseVersion } from '#lib/data/case-library'
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
import type { PublishedCase } from '#lib/domain/curriculum/case'
import type { PublishedProfile } from '#lib/domain/curriculum/requirement-profile'
import { ok, type Result, refuse } from '#lib/domain/result'

/** Counts up when the same content is to be stored in another way, so that every installation stores it anew. */
const format = 7

/** How many versions were new. Null where nothing in the folder has changed since the last time. */
export type Published = {
  readonly moduleVersions: number
  readonly caseVersions: number
  readonly trackVersions: number
} | null

/**
 * Publishes a content folder: new versions of modules, cases and tracks once and for ever, registers as they stand today. It is
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
  const { registers, profiles, versions, cases, tracks } = read.value
  await inTransaction(db, async (tx) => {
    for (const version of versions) await insertModuleVersion(tx, version, now)
    for (const version of cases) await insertCaseVersion(tx, version, now)
    for (const track of tracks) await insertTrackVersion(tx, track, now)
    await storeRegisters(tx, registers, readGuides(contentFolder), now)
    await replaceRegister(tx, 'profiles', profiles, now)
    await replaceRegister(tx, 'library', [{ id: hash }], now)
  })
  return ok({ moduleVersions: versions.length, caseVersions: cases.length, trackVersions: tracks.length })
}

type Library = {
  readonly registers: Registers
  readonly profiles: readonly PublishedProfile[]
  readonly versions: readonly PublishableVersion[]
  readonly cases: readonly PublishedCase[]
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
    const cases = readCases(contentFolder, registers, published)
    problems.push(
      ...tracks.problems,
      ...changed('modules', modules.versions.map(ofModule), published),
      ...cases.problems,
    )
    const fresh = tracks.tracks.filter((track) => !published.has(versionId(track.id, track.version)))
    return problems.length > 0
      ? refuse(problems)
      : ok({ registers, profiles, versions: modules.versions, cases: cases.versions, tracks: fresh })
  } finally {
    await compiler.close()
  }
}

const ofModule = (version: PublishableVersion) => ({ ...version, id: version.moduleId })
const ofCase = (version: PublishedCase) => ({ ...version, id: version.caseId })

const moduleOf = (id: string) => id.slice(0, id.lastIndexOf('@'))

/** Cases that are not published yet. They compile nothing, so that each is read every time. */
function readCases(
  contentFolder: string,
  registers: Registers,
  published: ReadonlyMap<string, string>,
): { versions: readonly PublishedCase[]; problems: readonly FileProblem[] } {
  const { versions, problems } = publishableCases(contentFolder, registers)
  const hashes = new Set(published.values())
  const fresh = versions.filter(({ contentHash }) => !hashes.has(contentHash))
  return { versions: fresh, problems: [...problems, ...changed('cases', fresh.map(ofCase), published)] }
}

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
  kind: 'modules' | 'cases',
  versions: readonly { readonly id: string; readonly version: number; readonly slug: string }[],
  published: ReadonlyMap<string, string>,
): FileProblem[] {
  return versions
    .filter((version) => published.has(versionId(version.id, version.version)))
    .map((version) =>
      ofFile(
        `content/${kind}/${version.slug}/v${version.version}`,
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
