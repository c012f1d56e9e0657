import { publishedFacts, type RequirementRecord, type StoredEvent } from '#lib/data/compliance-history'
import type { Tx } from '#lib/data/database'
import type { PublishedVersion } from '#lib/domain/compliance/published-changes'
import type { PracticeId } from '#lib/domain/ids'

type Place = { readonly practiceId: PracticeId; readonly timeZone: string }

/** What the versions of its tracks say to whom a requirement would ask that is not saved yet: as `listRequirements` of a saved one. */
export async function listPublishedFacts(
  tx: Tx,
  { practiceId, timeZone }: Place,
  requirement: Pick<RequirementRecord, 'id' | 'trackId' | 'renewalTrackId'>,
): Promise<readonly StoredEvent[]> {
  const tracks = [requirement.trackId, requirement.renewalTrackId ?? requirement.trackId]
  const versions = await tx.$queryRaw<PublishedVersion[]>`
    SELECT v.track_id AS "trackId", v.version, v.change_kind AS "changeKind", v.due_on::text AS "dueOn",
      to_char(v.published_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "publishedAt"
    FROM track_version v
    WHERE v.practice_id = ${practiceId}::uuid AND v.track_id = ANY (${tracks}::text[]) AND v.version > 1
    ORDER BY v.track_id, v.version LIMIT 1000`
  return publishedFacts(requirement, versions, timeZone)
}
