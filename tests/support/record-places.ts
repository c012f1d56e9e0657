import { randomUUID } from 'node:crypto'
import { connectDatabase } from '#lib/data/client'
import { inTransaction } from '#lib/data/database'
import { insertEvidence } from '#lib/data/evidence'
import { insertExternalCertificate, type NewExternalCertificate } from '#lib/data/external-certificate'
import { enterPractice } from '#lib/data/scope'
import { addDays, addMinutes, localDateAt } from '#lib/domain/calendar'
import type { PersonId } from '#lib/domain/ids'
import { now as clock } from '#lib/system/clock'
import { pdf } from '#tests/support/documents'
import { type AppSecrets, type Persona, zone } from '#tests/support/personas'

export type RecordPlaces = {
  readonly externalId: string
  readonly licenceId: string
  readonly proposalId: string
}

/** What is kept of somebody beside their training: a certificate that waits, and a licence with a proposed date. */
export async function playRecords(
  secrets: AppSecrets,
  { practiceId, staffMemberId, personId }: Persona,
  manager: PersonId,
): Promise<RecordPlaces> {
  const db = connectDatabase({ url: secrets.databaseUrl, maxConnections: 1 })
  const [externalId, licenceId, proposalId] = [randomUUID(), randomUUID(), randomUUID()]
  const now = clock()
  const effectiveOn = localDateAt(now, zone)
  const fact = { staffMemberId, effectiveOn }
  const paper = { state: 'MO', profession: 'registered-nurse', number: '2019004711' }
  try {
    await inTransaction(db, async (tx) => {
      await enterPractice(tx, practiceId)
      const entry: NewExternalCertificate = {
        id: externalId,
        staffMemberId,
        requirementIds: [],
        provider: 'State Health Academy',
        title: 'Recognising trafficking',
        completedOn: addDays(effectiveOn, -60),
        validThrough: null,
        hours: 1.5,
        courseNumber: null,
        source: 'upload',
        fileKind: 'pdf',
        bytes: pdf(),
        sha256: 'a'.repeat(64),
        metadataRemoved: false,
      }
      await insertExternalCertificate(tx, practiceId, personId, entry, now)
      const set = { licenceId, dueOn: addDays(effectiveOn, 90) }
      const recorded = [
        { ...fact, kind: 'licence-recorded', details: { licenceId, ...paper } },
        { ...fact, kind: 'licence-renewal-set', details: set },
      ]
      await insertEvidence(tx, practiceId, manager, recorded, now)
      const details = { licenceId, dueOn: addDays(effectiveOn, 820) }
      const proposed = { ...fact, id: proposalId, kind: 'licence-renewal-proposed', details }
      await insertEvidence(tx, practiceId, personId, [proposed], addMinutes(now, 1))
    })
  } finally {
    await db.$disconnect()
  }
  return { externalId, licenceId, proposalId }
}
