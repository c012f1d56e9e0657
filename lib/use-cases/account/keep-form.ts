import { randomBytes } from 'node:crypto'
import type { VisitorContext } from '#lib/context'
import { deleteExpired } from '#lib/data/expired'
import { insertFormReturn, takeFormReturn } from '#lib/data/form-return'
import { addMinutes } from '#lib/domain/calendar'

type Place = { readonly path: string; readonly sessionIdHash: string | null }

const minutesKept = 15

/** Keeps the words of a refusal and what was typed, or what is said of a done deed. Returns the row's random id. */
export async function keepForm(context: VisitorContext, place: Place, content: object): Promise<string> {
  const id = randomBytes(16).toString('base64url')
  await deleteExpired(context.tx, 'form-return', context.now, 100)
  await insertFormReturn(context.tx, {
    ...place,
    id,
    content,
    expiresAt: addMinutes(context.now, minutesKept),
  })
  return id
}

/** 128 bits in base64url, as `keepForm` makes them. */
const rowId = /^[\w-]{22}$/

/** What was kept. Undefined for another session, another page, after fifteen minutes, or when it was said once already. */
export async function takeForm(context: VisitorContext, place: Place, id: string): Promise<unknown> {
  return rowId.test(id) ? await takeFormReturn(context.tx, { ...place, id }, context.now) : undefined
}
