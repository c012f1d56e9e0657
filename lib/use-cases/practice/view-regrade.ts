import type { Context } from '#lib/context'
import { type AffectedPerson, listAffected, listRegrades, type RegradeLine } from '#lib/data/regrade'
import { type Capability, membershipWith } from '#lib/domain/access/actor'
import type { PracticeId } from '#lib/domain/ids'
import { ok, type Result, refuse } from '#lib/domain/result'

export type RegradeView = {
  readonly practiceId: PracticeId
  readonly practiceName: string
  readonly capabilities: readonly Capability[]
  readonly run: RegradeLine
  readonly people: readonly AffectedPerson[]
}

/** With `submissionId` only that one person. */
type Wanted = { readonly practiceId: string; readonly runId: string; readonly submissionId?: string | null }

/** Whom a regrade affects: pass before and after, the day, and what was decided. No answers, no scores. */
export async function viewRegrade(
  { tx, actor, language }: Context,
  { practiceId: wanted, runId, submissionId = null }: Wanted,
): Promise<Result<RegradeView, 'not-found'>> {
  const post = membershipWith(actor, wanted, 'manage')
  if (!post) return refuse('not-found')
  const { practiceId, practiceName, capabilities } = post
  const [run] = await listRegrades(tx, practiceId, { language, id: runId, limit: 1 })
  if (!run) return refuse('not-found')
  return ok({
    practiceId,
    practiceName,
    capabilities,
    run,
    people: await listAffected(tx, practiceId, runId, { submissionId, limit: 1000 }),
  })
}
