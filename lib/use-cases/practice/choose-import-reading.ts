import type { Context } from '#lib/context'
import { lockImport, updateImport } from '#lib/data/roster-import'
import { membershipWith } from '#lib/domain/access/actor'
import { isOpen } from '#lib/domain/people/roster-import/import-state'
import { ok, type Result, refuse } from '#lib/domain/result'

export type ChooseImportReadingRefusal = 'not-found' | 'import-moved-on'

type Input = {
  readonly practiceId: string
  readonly importId: string
  /** Null: as the file tells. */
  readonly encoding: string | null
  readonly delimiter: string | null
  readonly sheet: number
}

/** Says how a file is written, where it does not tell or tells wrong: it is read again from the beginning. */
export async function chooseImportReading(
  { tx, now, actor }: Context,
  { practiceId: wanted, importId, ...how }: Input,
): Promise<Result<null, ChooseImportReadingRefusal>> {
  const post = membershipWith(actor, wanted, 'manage')
  const record = post && (await lockImport(tx, post.practiceId, importId, { wait: true }))
  if (!post || !record) return refuse('not-found')
  if (!isOpen(record.stage)) return refuse('import-moved-on')
  const settings = { ...record.settings, ...how }
  await updateImport(tx, post.practiceId, importId, { stage: 'read-file', settings }, now)
  return ok(null)
}
