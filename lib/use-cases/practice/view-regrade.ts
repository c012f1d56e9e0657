import type { Context } from '#lib/context'
import { type AffectedPerson, listAffected, listRegrades, type RegradeLine } from '#lib/data/regrade'
import { membershipWith } from '#lib/domain/access/actor'
import type { PracticeId } from '#lib/domain/ids'
import { ok, type Result, refuse } from '#lib/domain/result'

export type RegradeView = {
  readonly practiceId: PracticeId
  readonly practiceName: string
  readonly canAdminister: boolean
  readonly canReview: boolean
  readonly run: RegradeLine
  readonly people: readonly AffectedPerson[]
}

/** Whom a regrade affects: pass before and after, the day, and what was decided. No answers, no scores. */
export async function viewRegrade(
  { tx, actor, language }: Context,
  { practiceId: wanted, runId }: { practiceId: string; runId: string },
): Promise<Result<RegradeView, 'not-found'>> {
  const post = membershipWith(actor, wanted, 'manage')
  if (!post) return refuse('not-found')
  const { practiceId, practiceName, capabilities } = post
  const [run] = await listRegrades(tx, practiceId, { language, id: runId, limit: 1 })
  if (!run) return refuse('not-found')
  return ok({
    practiceId,
    practiceName,
    canAdminister: capabilities.includes('administer'),
    canReview: capabilities.includes('review'),
    run,
    people: await listAffected(tx, practiceId, runId, { limit: 1000 }),
  })
}
