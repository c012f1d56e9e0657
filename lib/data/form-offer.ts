import { findTurnRecord, type Looking } from '#lib/data/turn'
import type { AssignmentId } from '#lib/domain/ids'
import { type FormOffer, findFormOffer } from '#lib/domain/training/track-forms'
import { hasBegun } from '#lib/domain/training/track-progress'

/** The form that may be answered after a training was completed; null where it has none, or it was answered or left out. */
export async function findFormAfter(looking: Looking, assignmentId: AssignmentId): Promise<FormOffer | null> {
  const record = await findTurnRecord(looking, assignmentId)
  const offer = record && findFormOffer({ forms: record.forms, hasBegun: hasBegun(record) })
  return offer?.moment === 'after' ? offer : null
}
