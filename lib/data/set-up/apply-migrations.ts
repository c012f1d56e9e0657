import { readFileSync } from 'node:fs'
import path from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils'
import { Pool, type PoolClient } from 'pg'
import { listMigrationFiles, type MigrationFile } from '#lib/data/set-up/migration-files'
import { type MigrationState, migrationState } from '#lib/data/set-up/migration-state'
import { everything, loadSchemaEngine } from '#lib/data/set-up/schema-engine'
import { invariant } from '#lib/domain/invariant'

/** Any number will do, as long as every Beacon asks for the same one. */
const migrationLock = 4_242_2026

export type MigrationOutcome = { readonly applied: readonly string[] } | { readonly refused: Refused }
type Refused = Exclude<MigrationState, { kind: 'current' | 'pending' }>

/**
 * Brings the schema up to date: every migration that is missing and the record of it in one transaction, so that a
 * process killed at any point leaves either all of it or nothing. Of several that start at once, one migrates and the
 * others wait. Throws the database's own reason when a migration fails.
 *
 * @param ownerUrl the owner role, connected directly (not through a pooler that changes connections).
 * @param prismaFolder holds `schema.prisma` and `migrations/`.
 */
export async function applyMigrations(ownerUrl: string, prismaFolder: string): Promise<MigrationOutcome> {
  const files = listMigrationFiles(path.join(prismaFolder, 'migrations'))
  // One connection: what the engine does, it does inside the transaction that is opened here.
  const pool = new Pool({ connectionString: ownerUrl, max: 1, idleTimeoutMillis: 0 })
  try {
    const client = await pool.connect()
    await client.query('BEGIN')
    const backend = await backendOf(client)
    await client.query('SELECT pg_advisory_xact_lock($1)', [migrationLock])
    const state = await migrationState(client, files)
    if (state.kind === 'pending') await runEngine(pool, client, prismaFolder, files)
    else client.release()
    // A lost connection is replaced by the pool without a word, and with it the transaction would be gone.
    invariant((await backendOf(pool)) === backend, 'a migration stays on the connection that it began on')
    await pool.query('COMMIT')
    if (state.kind === 'pending') return { applied: state.names }
    return state.kind === 'current' ? { applied: [] } : { refused: state }
  } finally {
    await pool.end()
  }
}

async function backendOf(connection: Pool | PoolClient): Promise<number | undefined> {
  const { rows } = await connection.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')
  return rows[0]?.pid
}

async function runEngine(
  pool: Pool,
  client: PoolClient,
  prismaFolder: string,
  files: readonly MigrationFile[],
): Promise<void> {
  const faults: unknown[] = []
  client.release()
  const schema = path.join(prismaFolder, 'schema.prisma')
  const engine = await loadSchemaEngine(
    { path: schema, content: readFileSync(schema, 'utf8') },
    wholeScripts(pool, (fault) => faults.push(fault)),
  )
  const migrationsList = {
    baseDir: path.join(prismaFolder, 'migrations'),
    lockfile: { path: './migration_lock.toml', content: 'provider = "postgresql"\n' },
    shadowDbInitScript: '',
    migrationDirectories: files.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value: sql } },
    })),
  }
  await engine.applyMigrations({ migrationsList, filters: everything }).catch((fault: unknown) => {
    // The engine then reports that the transaction is aborted; the reason is the fault before that one.
    throw faults[0] ?? fault
  })
}

/** Prisma's adapter cuts a script at every semicolon, also at those inside a function's body. Ours sends it whole. */
function wholeScripts(pool: Pool, onFault: (fault: unknown) => void): SqlMigrationAwareDriverAdapterFactory {
  const plain = new PrismaPg(pool)
  return {
    provider: plain.provider,
    adapterName: plain.adapterName,
    connectToShadowDb: () => plain.connectToShadowDb(),
    connect: async () => {
      const adapter = await plain.connect()
      adapter.executeScript = async (script) => {
        await pool.query(script).catch((fault: unknown) => {
          onFault(fault)
          throw fault
        })
      }
      return adapter
    },
  }
}
