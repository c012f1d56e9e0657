import { newOneTimeToken } from '#lib/auth/one-time-token'
import type { VisitorContext } from '#lib/context'
import { insertMail } from '#lib/data/mail'
import { insertLink } from '#lib/data/one-time-link'
import { findLanguage, findSignIn } from '#lib/data/person'
import { listPosts } from '#lib/data/practice'
import { enterPerson, enterPractice } from '#lib/data/scope'
import { resetMinutes } from '#lib/domain/access/session-length'
import { addMinutes, localDateAt } from '#lib/domain/calendar'
import { ok, type Result } from '#lib/domain/result'
import { composeMail } from '#lib/mail/compose-mail'

/**
 * Mails a link for a new password, if the address is somebody's who has a password and a living post. The answer is the
 * same either way; the caller evens out the time.
 */
export async function requestReset(
  { tx, now, settings }: VisitorContext,
  input: { emailAddress: string },
): Promise<Result<null, never>> {
  const person = await findSignIn(tx, input.emailAddress)
  if (!person) return ok(null)
  await enterPerson(tx, person.personId)
  const posts = await listPosts(tx, person.personId)
  const post = posts.find(
    ({ endedOn, timeZone }) => endedOn === null || endedOn >= localDateAt(now, timeZone),
  )
  if (!post) return ok(null)
  await enterPractice(tx, post.practiceId)
  const { token, tokenHash } = newOneTimeToken()
  const expiresAt = addMinutes(now, resetMinutes)
  await insertLink(tx, {
    tokenHash,
    kind: 'reset',
    personId: person.personId,
    practiceId: null,
    createdAt: now,
    expiresAt,
  })
  const words = composeMail('reset', await findLanguage(tx, post.practiceId, person.personId), {
    name: post.name,
    link: `${settings.origin}/reset/${token}`,
    minutes: resetMinutes,
  })
  const to = { personId: person.personId, toName: post.name, toAddress: input.emailAddress }
  await insertMail(tx, post.practiceId, { kind: 'reset', ...to, ...words }, now)
  return ok(null)
}
