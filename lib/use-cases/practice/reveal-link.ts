import { randomBytes } from 'node:crypto'
import { chainEntries } from '#lib/audit/chain-entries'
import { oneTimeTokenHash } from '#lib/auth/one-time-token'
import type { Context } from '#lib/context'
import { appendAudit } from '#lib/data/audit'
import { insertFormReturn } from '#lib/data/form-return'
import { listLivingLinks, listOutbox, listPeopleKnownElsewhere } from '#lib/data/outbox'
import { membershipWith } from '#lib/domain/access/actor'
import { addMinutes } from '#lib/domain/calendar'
import { disclosureOf, mailState } from '#lib/domain/mail/outbox'
import { ok, type Result, refuse } from '#lib/domain/result'
import { findLink } from '#lib/mail/find-link'

export type RevealLinkRefusal = 'not-found' | 'link-not-to-be-shown'

type Input = {
  readonly practiceId: string
  readonly mailId: string
  /** The page that shows it. */
  readonly path: string
}

const minutesKept = 5

/**
 * Shows an administrator the link of a message that no mail server will carry, once, and leaves a mark that cannot be
 * removed. Returns the id under which the page finds the words. See lib/decisions/0009-outbox-without-a-mail-server.md.
 */
export async function revealLink(
  { tx, now, actor, settings }: Context,
  input: Input,
): Promise<Result<{ formId: string }, RevealLinkRefusal>> {
  const post = membershipWith(actor, input.practiceId, 'administer')
  if (!post) return refuse('not-found')
  const { practiceId } = post
  const [mail] = await listOutbox(tx, practiceId, { limit: 1, id: input.mailId })
  const found = mail && findLink(mail.body)
  if (!mail || !found) return refuse('not-found')
  const { personId, hasPassword, staffMemberId } = mail
  const { kind } = found
  if (!personId || !staffMemberId || kind === 'outside-review') return refuse('link-not-to-be-shown')
  const hash = oneTimeTokenHash(found.token) ?? ''
  const isLiving = (await listLivingLinks(tx, [hash], now)).has(hash)
  const isKnownElsewhere = (await listPeopleKnownElsewhere(tx, practiceId, [personId])).has(personId)
  const link = { kind, isLiving, hasPassword, isKnownElsewhere }
  const hasMailServer = settings.smtpUrl !== undefined
  const disclosure = disclosureOf({ state: mailState(mail), hasMailServer, link })
  if (disclosure !== 'on-request') return refuse('link-not-to-be-shown')
  const formId = randomBytes(16).toString('base64url')
  await insertFormReturn(tx, {
    id: formId,
    sessionIdHash: actor.sessionIdHash,
    path: input.path,
    content: { problems: [], values: { mailId: mail.id, body: mail.body }, notice: null },
    expiresAt: addMinutes(now, minutesKept),
  })
  const deed = { kind: 'link-revealed', staffMemberId, link: kind } as const
  await appendAudit(tx, practiceId, chainEntries({ actorPersonId: actor.personId, recordedAt: now }, [deed]))
  return ok({ formId })
}
