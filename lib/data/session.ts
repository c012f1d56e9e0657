import type { Tx } from '#lib/data/database'
import { toInstantColumn } from '#lib/data/dates'
import type { Instant } from '#lib/domain/calendar'
import type { PersonId } from '#lib/domain/ids'

type NewSession = {
  readonly idHash: string
  readonly personId: PersonId
  readonly createdAt: Instant
  readonly expiresAt: Instant
}

export async function insertSession(tx: Tx, session: NewSession): Promise<void> {
  const { idHash, personId, createdAt, expiresAt } = session
  await tx.session.create({
    data: { idHash, personId, createdAt: toInstantColumn(createdAt), expiresAt: toInstantColumn(expiresAt) },
  })
}

/** The second factor was shown in this session. */
export async function markSecondFactorShown(tx: Tx, idHash: string, now: Instant): Promise<void> {
  await tx.session.update({ where: { idHash }, data: { secondFactorAt: toInstantColumn(now) } })
}

export async function endSession(tx: Tx, idHash: string): Promise<void> {
  await tx.session.deleteMany({ where: { idHash } })
}

/** Ends every session of the person, or every other one where `except` is given. */
export async function endSessionsOf(tx: Tx, personId: PersonId, except?: string): Promise<void> {
  await tx.session.deleteMany({ where: { personId, ...(except && { idHash: { not: except } }) } })
}
