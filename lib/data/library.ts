import type { Tx } from '#lib/data/database'
import { toInstantColumn } from '#lib/data/dates'
import { json, lessonRow, type NewModuleVersion, pickVersion } from '#lib/data/library-rows'
import { insertPictures } from '#lib/data/module-media'
import { changeColumns } from '#lib/data/track-change'
import { insertTrackTranslation, insertTranslations, type TrackWords } from '#lib/data/translation'
import type { TrackChange } from '#lib/domain/authoring/holding-tracks'
import type { Instant } from '#lib/domain/calendar'
import type { PracticeId } from '#lib/domain/ids'
import type { TrackForms } from '#lib/domain/training/track-forms'

export type NewTrackVersion = {
  readonly id: string
  readonly version: number
  readonly title: string
  readonly summary: string
  readonly changeKind: string
  readonly modules: readonly string[]
  readonly cases?: readonly string[]
  readonly forms?: TrackForms
  readonly contentHash: string
  /** Its words in Spanish. */
  readonly es?: TrackWords
  readonly change?: TrackChange
}

export type Register = 'sources' | 'contacts' | 'terms' | 'guides' | 'profiles' | 'library'
export type RegisterEntry = { readonly id: string }

/** "m07@1": what a completion names. */
export const versionId = (id: string, version: number) => `${id}@${version}`

/** The content hash of every published version of a module, case or track, by its id. */
export async function listPublished(tx: Tx): Promise<Map<string, string>> {
  const rows = await tx.$queryRaw<{ id: string; hash: string }[]>`
    SELECT id, content_hash AS hash FROM module_version UNION ALL SELECT id, content_hash FROM case_version
    UNION ALL SELECT id, content_hash FROM track_version`
  return new Map(rows.map((row) => [row.id, row.hash]))
}

/**
 * Writes a version once. `practiceId` is null for the shipped library, which the owner's role alone writes; otherwise the
 * version is that practice's own, and its module id begins with "own-".
 */
export async function insertModuleVersion(
  tx: Tx,
  version: NewModuleVersion,
  now: Instant,
  practiceId: PracticeId | null = null,
): Promise<void> {
  const { lessons, items, keys, translations, media, objectives, reviewers, vignettes, blueprint, ...row } =
    version
  const id = versionId(version.moduleId, version.version)
  await tx.moduleVersion.create({
    data: {
      id,
      practiceId,
      ...pickVersion(row),
      ...(blueprint && { blueprint: json(blueprint) }),
      objectives: json(objectives),
      vignettes: json(vignettes),
      reviewers: json(reviewers),
      publishedAt: toInstantColumn(now),
    },
  })
  await tx.lesson.createMany({ data: lessons.map((lesson) => ({ practiceId, ...lessonRow(id, lesson) })) })
  await tx.itemVersion.createMany({
    data: items.map(({ id: itemId, prompts, options, ...item }) => ({
      practiceId,
      moduleVersionId: id,
      itemId,
      ...item,
      prompts: json(prompts),
      options: json(options),
    })),
  })
  await tx.itemKey.createMany({
    data: keys.map(({ itemId, correctOptionIds, rationales }) => ({
      practiceId,
      moduleVersionId: id,
      itemId,
      correctOptionIds: [...correctOptionIds],
      rationales: json(rationales),
    })),
  })
  await insertTranslations(tx, id, translations, practiceId)
  await insertPictures(tx, id, media, practiceId)
}

/** Writes a version of a track once, of the library or of a practice as `insertModuleVersion` does. */
export async function insertTrackVersion(
  tx: Tx,
  track: NewTrackVersion,
  now: Instant,
  practiceId: PracticeId | null = null,
): Promise<void> {
  const id = versionId(track.id, track.version)
  await tx.trackVersion.create({
    data: {
      id,
      practiceId,
      trackId: track.id,
      version: track.version,
      title: track.title,
      summary: track.summary,
      changeKind: track.changeKind,
      moduleIds: [...track.modules],
      caseIds: [...(track.cases ?? [])],
      ...(track.forms && { forms: json(track.forms) }),
      contentHash: track.contentHash,
      publishedAt: toInstantColumn(now),
      ...(track.change && changeColumns(track.change)),
    },
  })
  if (track.es) await insertTrackTranslation(tx, id, 'es', track.es, practiceId)
}

/** Registers are kept current, since a hotline's number must not stay frozen in an old lesson. Their order is kept too. */
export async function replaceRegister(
  tx: Tx,
  register: Register,
  entries: readonly RegisterEntry[],
  now: Instant,
): Promise<void> {
  await tx.registerEntry.deleteMany({ where: { register } })
  await tx.registerEntry.createMany({
    data: entries.map((entry, position) => ({
      register,
      entryId: entry.id,
      content: json({ ...entry, position }),
      updatedAt: toInstantColumn(now),
    })),
  })
}

/** A whole register, in its own order. */
export async function listRegisterEntries<Entry extends RegisterEntry>(
  tx: Tx,
  register: Register,
): Promise<Entry[]> {
  const rows = await tx.$queryRaw<{ content: Entry }[]>`
    SELECT content FROM register_entry WHERE register = ${register} ORDER BY (content ->> 'position')::int LIMIT 2000`
  return rows.map((row) => row.content)
}

export async function findRegisterEntry<Entry extends RegisterEntry>(
  tx: Tx,
  register: Register,
  entryId: string,
): Promise<Entry | undefined> {
  const where = { register_entryId: { register, entryId } }
  const row = await tx.registerEntry.findUnique({ where, select: { content: true } })
  return row ? (row.content as unknown as Entry) : undefined
}
