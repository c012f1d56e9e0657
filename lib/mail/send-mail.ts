import { createTransport, type NodemailerError } from 'nodemailer'
import * as z from 'zod'

export type MailAddress = { readonly name: string; readonly address: string }

/** A message in plain words. The subject is neutral and the links are our own origin's: the caller's part. */
export type OutgoingMail = {
  /** The outbox row's id: sent twice after a lost connection, both copies carry the same Message-ID. */
  readonly id: string
  readonly to: MailAddress
  readonly subject: string
  readonly text: string
}

/**
 * What became of a message. `permanent-failure`: this message will never be taken, say so to a person.
 * `temporary-failure`: try again later; settings that are wrong belong here, since they can be mended. `problem` is one
 * line for the administrator, without any password.
 */
export type MailOutcome =
  | { readonly kind: 'sent' }
  | { readonly kind: 'temporary-failure'; readonly problem: string }
  | { readonly kind: 'permanent-failure'; readonly problem: string }

export type Mailer = {
  readonly send: (mail: OutgoingMail) => Promise<MailOutcome>
  /** Lets messages under way finish, then hangs up. */
  readonly close: () => void
}

export type MailerSettings = {
  /** `smtps://user:password@host:465` or `smtp://…`; what stands behind `?` overrules the choices below. */
  readonly smtpUrl: string
  readonly from: MailAddress
}

// RFC 5321: 254 octets is the longest address that fits into a path.
const emailAddress = z.email().max(254)

/** Opens connections when the first message is sent, and keeps a few of them. */
export function createMailer({ smtpUrl, from }: MailerSettings): Mailer {
  const transport = createTransport({
    url: smtpUrl,
    pool: true,
    maxConnections: 2,
    // Our own outbox repeats; a repeat inside the pool would be a second message that nobody counts.
    maxRequeues: 0,
    // Off this machine a password or a name never travels in the clear, unless the address says `?requireTLS=false`.
    requireTLS: !isLoopback(new URL(smtpUrl).hostname),
    connectionTimeout: 20_000,
    greetingTimeout: 20_000,
    socketTimeout: 60_000,
  })
  return {
    send: async (mail) => {
      if (!emailAddress.safeParse(mail.to.address).success) {
        return { kind: 'permanent-failure', problem: 'The address is not an e-mail address.' }
      }
      try {
        await transport.sendMail(messageOf(mail, from))
        return { kind: 'sent' }
      } catch (error) {
        return failureOf(error)
      }
    },
    close: () => transport.close(),
  }
}

function messageOf({ id, to, subject, text }: OutgoingMail, from: MailAddress) {
  const recipient = { name: headerText(to.name), address: to.address }
  return {
    from,
    to: recipient,
    envelope: { from: from.address, to: [to.address] },
    subject: headerText(subject),
    text,
    messageId: `<${id.replace(/[^A-Za-z0-9-]/g, '')}@${from.address.split('@').at(-1)}>`,
    // Asks out-of-office robots not to answer (RFC 3834).
    headers: { 'Auto-Submitted': 'auto-generated' },
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}

/** One line without control or direction marks, so that no typed name becomes a header of its own or fakes an address. */
function headerText(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim()
}

/** Throws on what did not come from sending: a fault of ours. */
function failureOf(error: unknown): MailOutcome {
  if (!(error instanceof Error && 'code' in error)) throw error
  const { command, permanent, response, code } = error as NodemailerError
  // Only the words about this recipient or this text are final. A refused sender or password is the settings' fault.
  const isFinal = permanent === true && (command === 'RCPT TO' || command === 'DATA')
  const problem = headerText(`${code} ${response ?? ''}`).slice(0, 300)
  return { kind: isFinal ? 'permanent-failure' : 'temporary-failure', problem }
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname)
}
