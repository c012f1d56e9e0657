import { connectDatabase } from '#lib/data/client'
import { inTransaction } from '#lib/data/database'
import { enterPractice } from '#lib/data/scope'
import type { PracticeId } from '#lib/domain/ids'
import { appSecrets } from '#tests/support/app-secrets'

/** Lets an open sitting of the running app ask these items of its module, in this order, instead of those that chance drew. */
export async function redraw(attemptId: string, itemIds: readonly string[]): Promise<void> {
  const db = connectDatabase({ url: appSecrets().databaseUrl, maxConnections: 1 })
  try {
    const redrawn = await inTransaction(db, async (tx) => {
      const practices = await tx.$queryRaw<{ id: PracticeId }[]>`SELECT list_practice_ids() AS id`
      let count = 0
      for (const { id } of practices) {
        await enterPractice(tx, id)
        count += await tx.$executeRaw`
          WITH was AS (
            DELETE FROM open_attempt WHERE practice_id = ${id}::uuid AND id = ${attemptId}::uuid RETURNING *
          )
          INSERT INTO open_attempt
          SELECT (jsonb_populate_record(NULL::open_attempt, to_jsonb(was) || jsonb_build_object('items', (
            SELECT jsonb_agg(jsonb_build_object('itemId', i.item_id, 'kind', i.kind,
              'promptIds', jsonb_path_query_array(i.prompts, '$[*].id'),
              'optionIds', jsonb_path_query_array(i.options, '$[*].id')) ORDER BY asked.place)
            FROM unnest(${[...itemIds]}::text[]) WITH ORDINALITY AS asked(id, place)
            JOIN item_version i ON i.module_version_id = was.module_version_id AND i.item_id = asked.id
          )))).* FROM was`
      }
      return count
    })
    if (redrawn !== 1) throw new Error(`no open sitting ${attemptId}`)
  } finally {
    await db.$disconnect()
  }
}
