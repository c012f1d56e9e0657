import { randomUUID } from 'node:crypto'
import { connectDatabase } from '#lib/data/client'
import { inTransaction, type Tx } from '#lib/data/database'
import { insertRequirement } from '#lib/data/requirement'
import { enterPractice } from '#lib/data/scope'
import { localDateAt } from '#lib/domain/calendar'
import type { AssessmentTerms } from '#lib/domain/compliance/assessment-terms'
import { now } from '#lib/system/clock'
import { type AppSecrets, type Persona, zone } from '#tests/support/personas'

async function inPractice(
  { databaseUrl }: AppSecrets,
  { practiceId }: Persona,
  work: (tx: Tx) => Promise<unknown>,
): Promise<void> {
  const db = connectDatabase({ url: databaseUrl, maxConnections: 1 })
  try {
    await inTransaction(db, async (tx) => {
      await enterPractice(tx, practiceId)
      await work(tx)
    })
  } finally {
    await db.$disconnect()
  }
}

/** A requirement from today on that asks everybody at the persona's practice, with these terms of its quizzes. */
export function askWithTerms(secrets: AppSecrets, persona: Persona, assessment: Partial<AssessmentTerms>) {
  const terms = { trackId: 'foundations', roles: [], firstDueDays: 30, windowMonths: 2, graceDays: 14 }
  const rhythm = { cadence: 'rolling', periodMonths: 12 } as const
  const counted = { returnDays: 30, attemptLimit: 2, assessment }
  const effectiveOn = localDateAt(now(), zone)
  const ids = { id: randomUUID(), policyId: randomUUID(), name: 'Foundations' }
  return inPractice(secrets, persona, (tx) =>
    insertRequirement(
      tx,
      persona.practiceId,
      persona.personId,
      { ...terms, ...counted, ...ids, rhythm, effectiveOn },
      now(),
    ),
  )
}

/** Lets the time of a sitting be over, as if it had begun two hours earlier. */
export function letTimeEnd(secrets: AppSecrets, persona: Persona, attemptId: string) {
  return inPractice(
    secrets,
    persona,
    (tx) => tx.$executeRaw`
      UPDATE open_attempt SET started_at = started_at - interval '2 hours', ends_at = ends_at - interval '2 hours'
      WHERE practice_id = ${persona.practiceId}::uuid AND id = ${attemptId}::uuid`,
  )
}
