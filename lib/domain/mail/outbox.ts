import type { Instant } from '#lib/domain/calendar'

type Sending = {
  readonly sentAt: Instant | null
  /** Null once it is sent or given up. */
  readonly nextAttemptAt: Instant | null
  readonly problem: string | null
  /** When it was taken back, since nothing that it says was owed any more. */
  readonly withdrawnAt: Instant | null
}

export type MailState = 'sent' | 'waiting' | 'trying-again' | 'failed' | 'withdrawn'

export function mailState({ sentAt, nextAttemptAt, problem, withdrawnAt }: Sending): MailState {
  if (sentAt !== null) return 'sent'
  if (withdrawnAt !== null) return 'withdrawn'
  if (nextAttemptAt === null) return 'failed'
  return problem === null ? 'waiting' : 'trying-again'
}

/**
 * What an administrator may read of a message that no mail server will carry: all of it; a link that is shown on request
 * and on record; a link that only its addressee may read; a link that leads nowhere any more; or nothing, since it was sent.
 */
export type Disclosure = 'open' | 'on-request' | 'kept' | 'over' | 'sent'

type Letter = {
  readonly state: MailState
  readonly hasMailServer: boolean
  readonly link: {
    readonly kind: 'invitation' | 'reset' | 'outside-review'
    readonly isLiving: boolean
    readonly hasPassword: boolean
    /** The addressee has a post at another practice. */
    readonly isKnownElsewhere: boolean
  } | null
}

/**
 * A link is a key to its addressee's account. Where that account opens another practice too, no administrator of this one
 * may hold it. An invitation opens nothing for whoever has a password already, and a link for somebody from outside opens no
 * account, but a draft of this practice.
 */
export function disclosureOf({ state, hasMailServer, link }: Letter): Disclosure {
  if (state === 'sent' || hasMailServer) return 'sent'
  if (state === 'withdrawn') return 'over'
  if (!link) return 'open'
  if (!link.isLiving) return 'over'
  if (link.kind === 'reset') return link.isKnownElsewhere ? 'kept' : 'on-request'
  return link.isKnownElsewhere && !link.hasPassword ? 'kept' : 'open'
}
