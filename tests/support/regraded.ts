import { randomUUID } from 'node:crypto'
import { connectDatabase } from '#lib/data/client'
import { inTransaction } from '#lib/data/database'
import { insertRegrade } from '#lib/data/regrade'
import { enterPractice } from '#lib/data/scope'
import type { AttemptId, ModuleVersionId } from '#lib/domain/ids'
import { now } from '#lib/system/clock'
import type { AppSecrets, Persona } from '#tests/support/personas'

/** A regrade by which a sitting passes that did not, as if a key had been corrected. Returns its id. */
export async function addRegrade(
  { databaseUrl }: AppSecrets,
  { practiceId, personId }: Persona,
  submissionId: string,
): Promise<string> {
  const db = connectDatabase({ url: databaseUrl, maxConnections: 1 })
  const id = randomUUID()
  const versions = { fromVersionId: 'm08@1' as ModuleVersionId, toVersionId: 'm07@1' as ModuleVersionId }
  const run = { id, moduleId: 'm08', ...versions, itemIds: ['m08-q01'], reason: 'A key was wrong.' }
  const score = { correct: 6, outOf: 6, passed: true, missedMustPass: [], missedObjectives: [] }
  const old = { submissionId: submissionId as AttemptId, oldCorrect: 1, oldPassed: false }
  try {
    await inTransaction(db, async (tx) => {
      await enterPractice(tx, practiceId)
      await insertRegrade(tx, practiceId, { ...run, recordedBy: personId }, [{ ...score, ...old }], now())
    })
  } finally {
    await db.$disconnect()
  }
  return id
}
