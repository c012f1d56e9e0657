import { randomUUID } from 'node:crypto'
import { connectDatabase } from '#lib/data/client'
import { inTransaction } from '#lib/data/database'
import { enterPractice } from '#lib/data/scope'
import { now } from '#lib/system/clock'
import type { AppSecrets, Persona } from '#tests/support/personas'

/** Assigns a shipped track: `clinical` has cases. Returns the assignment's id. */
export async function assignTrack(
  { databaseUrl }: AppSecrets,
  { practiceId, staffMemberId }: Persona,
  trackId: 'all-staff' | 'clinical' | 'foundations' | 'renewal',
): Promise<string> {
  const db = connectDatabase({ url: databaseUrl, maxConnections: 1 })
  const id = randomUUID()
  try {
    await inTransaction(db, async (tx) => {
      await enterPractice(tx, practiceId)
      const createdAt = now()
      await tx.assignment.create({ data: { practiceId, id, staffMemberId, trackId, createdAt } })
      const cycle = { practiceId, assignmentId: id, number: 1, trackVersionId: `${trackId}@1` }
      await tx.cycle.create({ data: { ...cycle, beganAt: createdAt } })
    })
    return id
  } finally {
    await db.$disconnect()
  }
}
