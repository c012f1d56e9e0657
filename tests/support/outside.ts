import { randomUUID } from 'node:crypto'
import { newOneTimeToken } from '#lib/auth/one-time-token'
import { connectDatabase } from '#lib/data/client'
import { inTransaction, type Tx } from '#lib/data/database'
import { enterFromOutside, insertOutsideReviewer, spendOutsideLink } from '#lib/data/outside-reviewer'
import { enterPractice } from '#lib/data/scope'
import { addMinutes } from '#lib/domain/calendar'
import type { OutsideReviewerId, PracticeId, StaffMemberId } from '#lib/domain/ids'
import { now } from '#lib/system/clock'
import type { AppSecrets } from '#tests/support/personas'

type Wanted = {
  readonly practiceId: PracticeId
  readonly staffMemberId: StaffMemberId
  readonly draftId: string
  /** How long the link lives, or what the browser got for it; less than nothing for one that is over. */
  readonly minutes?: number
}

/** Somebody from outside who was asked to read a draft, with the token of the link. */
export function addOutsideLink({ databaseUrl }: AppSecrets, { minutes = 60, ...wanted }: Wanted) {
  return withDatabase(databaseUrl, (tx) => invite(tx, { ...wanted, minutes }))
}

/** The same after the link was used, with the cookie that the browser got for it. */
export function addOutsideReader({ databaseUrl }: AppSecrets, { minutes = 60, ...wanted }: Wanted) {
  return withDatabase(databaseUrl, async (tx) => {
    const { reviewerId, tokenHash } = await invite(tx, { ...wanted, minutes: 60 })
    const access = newOneTimeToken()
    const reader = await enterFromOutside(tx, { link: tokenHash }, now())
    if (!reader) throw new Error('the link lives')
    const endsAt = addMinutes(now(), minutes)
    await spendOutsideLink(tx, reader, { accessHash: access.tokenHash, endsAt }, now())
    return { reviewerId, cookie: `beacon-outside=${access.token}` }
  })
}

async function invite(tx: Tx, { practiceId, staffMemberId: invitedBy, draftId, minutes }: Required<Wanted>) {
  const { token, tokenHash } = newOneTimeToken()
  const id = randomUUID() as OutsideReviewerId
  const who = { name: 'Olga Outside', emailAddress: 'olga@clinic.example', role: 'Emergency nurse' }
  const link = { tokenHash, linkExpiresAt: addMinutes(now(), minutes), afterEvent: 0 }
  await enterPractice(tx, practiceId)
  await insertOutsideReviewer(tx, practiceId, { id, draftId, ...who, ...link, invitedBy }, now())
  return { reviewerId: id, token, tokenHash }
}

async function withDatabase<Value>(url: string, work: (tx: Tx) => Promise<Value>): Promise<Value> {
  const db = connectDatabase({ url, maxConnections: 1 })
  try {
    return await inTransaction(db, work)
  } finally {
    await db.$disconnect()
  }
}
