import { readdirSync } from 'node:fs'
import path from 'node:path'
import type { Tx } from '#lib/data/database'
import { fromInstantColumn } from '#lib/data/dates'
import type { Instant } from '#lib/domain/calendar'

/** The database's own clock, which no time of ours has touched. */
export async function findDatabaseClock(tx: Tx): Promise<Instant> {
  const [row] = await tx.$queryRaw<{ at: Date }[]>`SELECT clock_timestamp() AS at`
  return fromInstantColumn(row?.at ?? new Date(0))
}

/** Whether the schema is exactly the one that this version of Beacon brings: nothing missing, and nothing newer. */
export async function isSchemaCurrent(tx: Tx): Promise<boolean> {
  const rows = await tx.$queryRaw<{ name: string }[]>`SELECT list_applied_migrations() AS name`
  const applied = new Set(rows.map(({ name }) => name))
  return applied.symmetricDifference(shippedMigrations()).size === 0
}

function shippedMigrations(): Set<string> {
  const entries = readdirSync(path.join(process.cwd(), 'prisma', 'migrations'), { withFileTypes: true })
  return new Set(entries.filter((entry) => entry.isDirectory()).map(({ name }) => name))
}

/** Since when the mail that has waited longest should have left; null when none is due. Over all practices. */
export async function findOldestDueMail(tx: Tx): Promise<Instant | null> {
  const [row] = await tx.$queryRaw<{ at: Date | null }[]>`SELECT find_oldest_due_mail() AS at`
  return row?.at ? fromInstantColumn(row.at) : null
}

/** When the worker last did its smallest job; null where it never did, or where there is no queue. */
export async function findLastHeartbeat(tx: Tx): Promise<Instant | null> {
  const [queue] = await tx.$queryRaw<{ exists: boolean }[]>`
    SELECT to_regclass('pgboss.job') IS NOT NULL AS exists`
  if (!queue?.exists) return null
  const [row] = await tx.$queryRaw<{ at: Date | null }[]>`
    SELECT max(completed_on) AS at FROM pgboss.job WHERE name = 'heartbeat' AND state = 'completed'`
  return row?.at ? fromInstantColumn(row.at) : null
}
