import type { Context } from '#lib/context'
import { listLicenceFacts } from '#lib/data/licence'
import { postsOf } from '#lib/domain/access/actor'
import type { PracticeId } from '#lib/domain/ids'
import { licencesFrom, type OwnLicence, ownLicence } from '#lib/domain/people/licences'
import { ok, type Result } from '#lib/domain/result'

export type OwnLicences = readonly {
  readonly practiceId: PracticeId
  readonly practiceName: string
  readonly licences: readonly OwnLicence[]
}[]

/** The actor's licences as each of their practices has them on record. */
export async function viewOwnLicences({ tx, actor }: Context): Promise<Result<OwnLicences, never>> {
  const facts = await listLicenceFacts(tx, postsOf(actor))
  const places = actor.memberships.map(({ practiceId, practiceName, staffMemberId }) => {
    return {
      practiceId,
      practiceName,
      licences: licencesFrom(facts.get(staffMemberId) ?? []).map(ownLicence),
    }
  })
  return ok(places)
}
