import { randomUUID } from 'node:crypto'
import type { Context } from '#lib/context'
import { isWorkbook } from '#lib/csv/read-table'
import { insertImport } from '#lib/data/roster-import'
import { membershipWith } from '#lib/domain/access/actor'
import { newSettings } from '#lib/domain/people/roster-import/import-state'
import { ok, type Result, refuse } from '#lib/domain/result'

export type StartRosterImportRefusal = 'not-found'

type Input = {
  readonly practiceId: string
  readonly file: { readonly name: string; readonly bytes: Uint8Array }
}

/** Takes a file of staff in. It is read next, here or by the worker; nothing of the staff changes before a confirmation. */
export async function startRosterImport(
  { tx, now, actor }: Context,
  { practiceId: wanted, file }: Input,
): Promise<Result<{ importId: string }, StartRosterImportRefusal>> {
  const post = membershipWith(actor, wanted, 'manage')
  if (!post) return refuse('not-found')
  const id = randomUUID()
  const format = isWorkbook(file.bytes) ? 'xlsx' : 'csv'
  const settings = { ...newSettings, format } as const
  const fileName = file.name || '–'
  await insertImport(
    tx,
    post.practiceId,
    { id, createdBy: actor.personId, fileName, settings },
    file.bytes,
    now,
  )
  return ok({ importId: id })
}
