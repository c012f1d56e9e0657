import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** One reviewed step of the schema, as it stands in `prisma/migrations`. */
export type MigrationFile = {
  readonly name: string
  readonly sql: string
  /** Hex SHA-256 of the SQL: what Prisma writes beside the name when it applies a migration. */
  readonly checksum: string
}

/** All migrations of this version of Beacon, in the order of their names. */
export function listMigrationFiles(folder: string): MigrationFile[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
    .map((name) => {
      const sql = readFileSync(path.join(folder, name, 'migration.sql'), 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    })
}
