import type { ClientBase } from 'pg'
import type { MigrationFile } from '#lib/data/set-up/migration-files'

/** How the schema of a database stands to the migrations of this version of Beacon. */
export type MigrationState =
  | { readonly kind: 'current' }
  | { readonly kind: 'pending'; readonly names: readonly string[] }
  /** The database knows a migration that this version does not. */
  | { readonly kind: 'newer'; readonly name: string }
  /** A migration was applied with another text than it has now. */
  | { readonly kind: 'changed'; readonly name: string }
  /** A migration was begun by another tool and never finished; our own either finish or leave nothing. */
  | { readonly kind: 'unfinished'; readonly name: string }

type Applied = { name: string; checksum: string; finished: boolean }

/** Reads Prisma's own record. Needs the owner role, or one that may read it. */
export async function migrationState(
  client: ClientBase,
  files: readonly MigrationFile[],
): Promise<MigrationState> {
  const applied = await listApplied(client)
  const known = new Map(files.map((file) => [file.name, file.checksum]))
  const newer = applied.find(({ name }) => !known.has(name))
  if (newer) return { kind: 'newer', name: newer.name }
  const unfinished = applied.find(({ finished }) => !finished)
  if (unfinished) return { kind: 'unfinished', name: unfinished.name }
  const changed = applied.find(({ name, checksum }) => known.get(name) !== checksum)
  if (changed) return { kind: 'changed', name: changed.name }
  const done = new Set(applied.map(({ name }) => name))
  const names = files.map(({ name }) => name).filter((name) => !done.has(name))
  return names.length > 0 ? { kind: 'pending', names } : { kind: 'current' }
}

async function listApplied(client: ClientBase): Promise<Applied[]> {
  const { rows } = await client.query(`SELECT to_regclass('public._prisma_migrations') IS NOT NULL AS known`)
  if (!rows[0]?.known) return []
  const applied = await client.query<Applied>(
    `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished
     FROM public._prisma_migrations WHERE rolled_back_at IS NULL ORDER BY migration_name LIMIT 10000`,
  )
  return applied.rows
}
