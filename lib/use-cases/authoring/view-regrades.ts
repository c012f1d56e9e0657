import type { Context } from '#lib/context'
import { type Correction, listCorrections, listRegrades, type RegradeLine } from '#lib/data/regrade'
import { type Capability, membershipWithAny } from '#lib/domain/access/actor'
import type { PracticeId } from '#lib/domain/ids'
import { ok, type Result, refuse } from '#lib/domain/result'

export type RegradesView = {
  readonly practiceId: PracticeId
  readonly practiceName: string
  readonly capabilities: readonly Capability[]
  readonly corrections: readonly Correction[]
  readonly runs: readonly RegradeLine[]
}

/** What can be scored again with a corrected key, and what was. Without people and without keys. */
export async function viewRegrades(
  { tx, actor, language }: Context,
  { practiceId: wanted }: { practiceId: string },
): Promise<Result<RegradesView, 'not-found'>> {
  const post = membershipWithAny(actor, wanted, ['review', 'manage'])
  if (!post) return refuse('not-found')
  const { practiceId, practiceName, capabilities } = post
  const mayReview = capabilities.includes('review')
  return ok({
    practiceId,
    practiceName,
    capabilities,
    corrections: mayReview ? await listCorrections(tx, practiceId, language) : [],
    runs: await listRegrades(tx, practiceId, { language, limit: 100 }),
  })
}
