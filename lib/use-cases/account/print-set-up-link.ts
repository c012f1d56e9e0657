import { newOneTimeToken } from '#lib/auth/one-time-token'
import type { VisitorContext } from '#lib/context'
import { endSetUpLinks, insertLink } from '#lib/data/one-time-link'
import { anyPractice } from '#lib/data/practice'
import { setUpMinutes } from '#lib/domain/access/session-length'
import { addMinutes } from '#lib/domain/calendar'

/** A new one-time link for the first administrator, or null once there is a practice. Links printed before are dead. */
export async function printSetUpLink({ tx, now, settings }: VisitorContext): Promise<string | null> {
  if (await anyPractice(tx)) return null
  const { token, tokenHash } = newOneTimeToken()
  await endSetUpLinks(tx, now)
  const expiresAt = addMinutes(now, setUpMinutes)
  await insertLink(tx, {
    tokenHash,
    kind: 'set-up',
    personId: null,
    practiceId: null,
    createdAt: now,
    expiresAt,
  })
  return `${settings.origin}/set-up/${token}`
}
