import * as z from 'zod'
import type { Actor } from '#lib/domain/access/actor'
import type { Throttle } from '#lib/domain/access/throttle'
import type { FolderArchive } from '#lib/domain/authoring/folder-archive'
import { bloomLevels } from '#lib/domain/curriculum/module'

export const itemImportId = z.uuid()
export const folderId = z.uuid()

const name = z
  .string()
  .max(100)
  .regex(/^(?:[a-z0-9]+(?:-[a-z0-9]+)*)?$/)
  .default('')

/** What items that do not say it themselves are given. */
export const itemDefaultFields = {
  itemObjective: name,
  itemBloom: z.union([z.literal(''), z.enum(bloomLevels)]).default(''),
  itemSource: name,
}

export const mostItemFileBytes = 1_000_000

/** The draft whose next text a folder is to be; empty for none. */
export const targetDraft = z
  .union([z.literal(''), z.uuid()])
  .default('')
  .transform((id) => (id === '' ? null : id))

/** The same of an address or a form that was refused; what makes no sense is none. */
export const targetDraftIn = (value: unknown): string | null =>
  targetDraft.safeParse(value ?? '').data ?? null

/** An archive as it was read, in the place of the file that was sent. */
export const folderArchive = z.custom<FolderArchive>(
  (file) => typeof file === 'object' && file !== null && 'folder' in file && 'problems' in file,
  'archive-missing',
)

/** Of the draft that stood on the page; empty for a unit of its own. */
export const readFilesHash = z
  .string()
  .regex(/^(?:[0-9a-f]{64})?$/)
  .default('')

/** Twenty folders in an hour, the refused ones too: each is unpacked, and its pictures are drawn again. */
export function folderThrottles({ actor }: { readonly actor: Actor }): Throttle[] {
  return [{ key: `folder:${actor.personId}`, points: 20, withinSeconds: 3600 }]
}
