import type { Context } from '#lib/context'
import { findTurnRecord } from '#lib/data/turn'
import type { AssignmentId } from '#lib/domain/ids'
import { ok, type Result, refuse } from '#lib/domain/result'
import { askedIn, type FormMoment, type FormStanding, formStanding } from '#lib/domain/training/track-forms'
import { hasBegun } from '#lib/domain/training/track-progress'

export type FormOfferView = {
  readonly trackTitle: string
  readonly asked: number
  readonly standing: FormStanding
}

/** What is said before a form begins; also where its time is over. `not-found` where the track has none, or not yet. */
export async function viewFormOffer(
  context: Context,
  { assignmentId, moment }: { assignmentId: AssignmentId; moment: FormMoment },
): Promise<Result<FormOfferView, 'not-found'>> {
  const record = await findTurnRecord(context, assignmentId)
  const standing = record && formStanding({ forms: record.forms, hasBegun: hasBegun(record) }, moment)
  if (!record || !standing) return refuse('not-found')
  return ok({ trackTitle: record.title, asked: askedIn(record.forms, moment), standing })
}
