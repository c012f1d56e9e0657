import type { Tx } from '#lib/data/database'
import { toInstantColumn } from '#lib/data/dates'
import type { Prisma } from '#lib/data/generated/client'
import type { Instant } from '#lib/domain/calendar'

type Kept = {
  readonly id: string
  readonly sessionIdHash: string | null
  readonly path: string
  readonly content: object
  readonly expiresAt: Instant
}

export async function insertFormReturn(tx: Tx, kept: Kept): Promise<void> {
  const content = kept.content as Prisma.InputJsonObject
  await tx.formReturn.create({ data: { ...kept, content, expiresAt: toInstantColumn(kept.expiresAt) } })
}

/**
 * What was kept, if it is this session's, this page's and not too old. What is said once is taken away by it. A refused form
 * stays until its time is over, so that reloading the page, or coming back to it, does not lose what was typed.
 */
export async function takeFormReturn(
  tx: Tx,
  wanted: { readonly id: string; readonly sessionIdHash: string | null; readonly path: string },
  now: Instant,
): Promise<unknown> {
  const rows = await tx.$queryRaw<{ content: unknown }[]>`
    WITH taken AS (
      DELETE FROM form_return
      WHERE id = ${wanted.id} AND path = ${wanted.path}
        AND session_id_hash IS NOT DISTINCT FROM ${wanted.sessionIdHash} AND expires_at > ${now}::timestamptz
        AND coalesce(content -> 'problems', '[]') = '[]'
      RETURNING content
    )
    SELECT content FROM taken
    UNION ALL
    SELECT content FROM form_return
    WHERE id = ${wanted.id} AND path = ${wanted.path}
      AND session_id_hash IS NOT DISTINCT FROM ${wanted.sessionIdHash} AND expires_at > ${now}::timestamptz
      AND content -> 'problems' <> '[]'`
  return rows[0]?.content
}
