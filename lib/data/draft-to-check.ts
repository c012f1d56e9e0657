import type { DraftRecord } from '#lib/data/authored'
import type { Tx } from '#lib/data/database'
import { type DraftFile, listDraftFiles } from '#lib/data/draft'
import { listTeachingModules } from '#lib/data/own-case-library'
import { listReferences } from '#lib/data/own-library'
import { belongsToVersion } from '#lib/domain/authoring/draft-path'
import { type GateResult, gateIds } from '#lib/domain/authoring/gates'
import type { PracticeId } from '#lib/domain/ids'

/** The files of the version and what they may name. The caller holds the draft where it means to publish it. */
export async function findDraftToCheck(tx: Tx, practiceId: PracticeId, draft: DraftRecord) {
  const files = await listDraftFiles(tx, practiceId, draft.id)
  const { kind, slug, number, filesHash } = draft
  const teaching = kind === 'case' ? await listTeachingModules(tx, practiceId) : []
  return {
    kind,
    owner: practiceId,
    slug,
    number,
    filesHash,
    files: files.filter(({ path }) => belongsToVersion(path, number)) as readonly DraftFile[],
    registers: { ...(await listReferences(tx)), problems: [] },
    objectives: teaching.flatMap(({ objectives }) => objectives.map(({ id }) => id)),
  }
}

/** What the gates found when the draft was published, each with its reason; undefined where it was not published yet. */
export async function findPublishedGates(
  tx: Tx,
  practiceId: PracticeId,
  draftId: string,
): Promise<readonly GateResult[] | undefined> {
  const rows = await tx.$queryRaw<{ gates: GateResult[] | null }[]>`
    SELECT e.details -> 'gates' AS gates FROM draft_event e
    WHERE e.practice_id = ${practiceId}::uuid AND e.draft_id = ${draftId}::uuid AND e.kind = 'published'
    ORDER BY e.number DESC LIMIT 1`
  return rows[0] && (rows[0].gates ?? []).filter(({ gate }) => gateIds.includes(gate))
}
