import { oneTimeTokenHash } from '#lib/auth/one-time-token'
import type { Context } from '#lib/context'
import {
  countOutbox,
  findPlaceInOutbox,
  listLivingLinks,
  listOutbox,
  listPeopleKnownElsewhere,
  type OutboxRecord,
} from '#lib/data/outbox'
import { membershipWith } from '#lib/domain/access/actor'
import type { Instant } from '#lib/domain/calendar'
import type { PersonId, PracticeId } from '#lib/domain/ids'
import { type Disclosure, disclosureOf, type MailState, mailState } from '#lib/domain/mail/outbox'
import { ok, type Result, refuse } from '#lib/domain/result'
import { findLink } from '#lib/mail/find-link'

export type OutboxLine = {
  readonly id: string
  readonly kind: string
  readonly toName: string
  readonly toAddress: string
  readonly subject: string
  readonly createdAt: Instant
  readonly state: MailState
  /** What the mail server said last, in one line. */
  readonly problem: string | null
  readonly disclosure: Disclosure
  /** Only where the whole message may be read. */
  readonly body: string | null
}

export type OutboxView = {
  readonly practiceId: PracticeId
  readonly practiceName: string
  readonly timeZone: string
  readonly hasMailServer: boolean
  readonly lines: readonly OutboxLine[]
  readonly page: number
  readonly pages: number
}

const pageSize = 50

type Input = {
  readonly practiceId: string
  readonly page: number
  /** Where one message is asked for, the page is the one that it stands on. */
  readonly mailId?: string | null
}

/** The practice's mail: what waits, what was sent, what failed; and without a mail server, the words that would be sent. */
export async function viewOutbox(
  { tx, now, actor, settings }: Context,
  input: Input,
): Promise<Result<OutboxView, 'not-found'>> {
  const post = membershipWith(actor, input.practiceId, 'administer')
  if (!post) return refuse('not-found')
  const { practiceId, practiceName, timeZone } = post
  const pages = Math.max(1, Math.ceil((await countOutbox(tx, practiceId)) / pageSize))
  const before = input.mailId ? await findPlaceInOutbox(tx, practiceId, input.mailId) : undefined
  const wanted = before === undefined ? input.page : Math.floor(before / pageSize) + 1
  const page = Math.min(wanted, pages)
  const mails = await listOutbox(tx, practiceId, { limit: pageSize, offset: (page - 1) * pageSize })
  const hashes = mails.flatMap(({ body }) => tokenHashIn(body) ?? [])
  const living = await listLivingLinks(tx, hashes, now)
  const people = mails.flatMap(({ sentAt, personId }) => (sentAt === null && personId ? [personId] : []))
  const elsewhere = await listPeopleKnownElsewhere(tx, practiceId, [...new Set(people)])
  const hasMailServer = settings.smtpUrl !== undefined
  const lines = mails.map((mail) => lineOf(mail, { living, elsewhere, hasMailServer }))
  return ok({ practiceId, practiceName, timeZone, hasMailServer, lines, page, pages })
}

type Surroundings = {
  readonly living: ReadonlySet<string>
  readonly elsewhere: ReadonlySet<PersonId>
  readonly hasMailServer: boolean
}

function tokenHashIn(body: string): string | undefined {
  const link = findLink(body)
  return link && oneTimeTokenHash(link.token)
}

function lineOf(mail: OutboxRecord, { living, elsewhere, hasMailServer }: Surroundings): OutboxLine {
  const { id, kind, toName, toAddress, subject, createdAt, problem, hasPassword } = mail
  const state = mailState(mail)
  const found = findLink(mail.body)
  const link = found
    ? {
        kind: found.kind,
        isLiving: living.has(tokenHashIn(mail.body) ?? ''),
        hasPassword,
        isKnownElsewhere: mail.personId !== null && elsewhere.has(mail.personId),
      }
    : null
  const disclosure = disclosureOf({ state, hasMailServer, link })
  const body = disclosure === 'open' ? mail.body : null
  return { id, kind, toName, toAddress, subject, createdAt, state, problem, disclosure, body }
}
