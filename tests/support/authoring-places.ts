import { randomUUID } from 'node:crypto'
import { connectDatabase } from '#lib/data/client'
import { inTransaction } from '#lib/data/database'
import { insertTrackVersion } from '#lib/data/library'
import { enterPractice } from '#lib/data/scope'
import { ownKey } from '#lib/domain/authoring/own-key'
import { now } from '#lib/system/clock'
import type { AppSecrets, Persona } from '#tests/support/personas'

/** A track of the practice's own, with a module of the library. */
export async function playOwnTrack(
  { databaseUrl }: AppSecrets,
  { practiceId }: Persona,
): Promise<{ readonly trackId: string }> {
  const db = connectDatabase({ url: databaseUrl, maxConnections: 1 })
  const trackId = ownKey(randomUUID())
  const track = { id: trackId, version: 1, title: 'Ours', summary: 'What we learn.', changeKind: 'initial' }
  try {
    await inTransaction(db, async (tx) => {
      await enterPractice(tx, practiceId)
      await insertTrackVersion(tx, { ...track, modules: ['m07'], contentHash: trackId }, now(), practiceId)
    })
    return { trackId }
  } finally {
    await db.$disconnect()
  }
}
