import type { Posts } from '#lib/data/attempt'
import type { Tx } from '#lib/data/database'
import type { AssignmentId } from '#lib/domain/ids'

/** The assignments of these posts, beside this one, that ever asked for the module or ask for it now. One query. */
export async function listOtherTrainings(
  tx: Tx,
  { practiceIds, staffMemberIds }: Posts,
  { assignmentId, moduleId }: { readonly assignmentId: AssignmentId; readonly moduleId: string },
): Promise<AssignmentId[]> {
  const rows = await tx.$queryRaw<{ id: AssignmentId }[]>`
    SELECT a.id FROM assignment a
    WHERE a.practice_id = ANY (${practiceIds}::uuid[]) AND a.staff_member_id = ANY (${staffMemberIds}::uuid[])
      AND a.id <> ${assignmentId}::uuid
      AND EXISTS (SELECT FROM track_version t WHERE t.track_id = a.track_id AND ${moduleId} = ANY (t.module_ids))
    ORDER BY a.created_at, a.id LIMIT 200`
  return rows.map(({ id }) => id)
}
