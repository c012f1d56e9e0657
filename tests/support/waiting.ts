import type { World } from '#tests/support/world'

/** Until some statement of this database waits for another transaction. */
export async function waitsForALock({ owner }: World): Promise<void> {
  for (;;) {
    const rows = await owner.$queryRaw<unknown[]>`
      SELECT pid FROM pg_locks WHERE NOT granted
        AND (database IS NULL OR database = (SELECT oid FROM pg_database WHERE datname = current_database()))`
    if (rows.length > 0) return
  }
}
