import { randomBytes } from 'node:crypto'
import { newOneTimeToken } from '#lib/auth/one-time-token'
import type { Context } from '#lib/context'
import { replaceFeed } from '#lib/data/calendar-feed'
import { insertFormReturn } from '#lib/data/form-return'
import { addMinutes } from '#lib/domain/calendar'
import { ok, type Result } from '#lib/domain/result'

type Input = {
  readonly alarmDays: number | null
  /** The page that shows the address. */
  readonly path: string
}

const minutesKept = 5

/**
 * Makes the actor's calendar a new secret address; the one before leads nowhere from now on. The address is shown once, and
 * kept as a hash. Returns the id under which the page finds it.
 */
export async function renewFeed(
  { tx, now, actor, settings }: Context,
  { alarmDays, path }: Input,
): Promise<Result<{ formId: string }, never>> {
  const { token, tokenHash } = newOneTimeToken()
  await replaceFeed(tx, actor.personId, { tokenHash, alarmDays }, now)
  const formId = randomBytes(16).toString('base64url')
  const feedAddress = `${settings.origin}/calendar/${token}.ics`
  await insertFormReturn(tx, {
    id: formId,
    sessionIdHash: actor.sessionIdHash,
    path,
    content: { problems: [], values: { feedAddress }, notice: null },
    expiresAt: addMinutes(now, minutesKept),
  })
  return ok({ formId })
}
