import { readFileSync } from 'node:fs'
import path from 'node:path'
import { ColumnTypeEnum, type SqlDriverAdapter } from '@prisma/driver-adapter-utils'
import { listMigrationFiles } from '#lib/data/set-up/migration-files'
import { everything, loadSchemaEngine } from '#lib/data/set-up/schema-engine'
import { invariant } from '#lib/domain/invariant'

/**
 * The SQL that leads from the schema kept beside the last migration to today's: the raw material of the next migration,
 * to be reviewed and completed by what Prisma cannot say. Empty where nothing has changed. No database is touched.
 */
export async function schemaDiff(prismaFolder: string): Promise<string> {
  const last = listMigrationFiles(path.join(prismaFolder, 'migrations')).at(-1)
  invariant(last, 'there is a first migration')
  const schemaFile = (...place: string[]) => {
    const file = path.join(prismaFolder, ...place, 'schema.prisma')
    return { path: file, content: readFileSync(file, 'utf8') }
  }
  const today = schemaFile()
  const engine = await loadSchemaEngine(today, {
    provider: 'postgres',
    adapterName: 'none',
    connect: async () => noDatabase,
    connectToShadowDb: async () => noDatabase,
  })
  const { stdout } = await engine.diff({
    from: { tag: 'schemaDatamodel', files: [schemaFile('migrations', last.name)] },
    to: { tag: 'schemaDatamodel', files: [today] },
    script: true,
    exitCode: null,
    filters: everything,
  })
  return stdout ?? ''
}

const refused = () => Promise.reject(new Error('comparing two files asks no database'))

/** The engine asks at once which server it has before it; nothing else is answered. */
const noDatabase: SqlDriverAdapter = {
  provider: 'postgres',
  adapterName: 'none',
  queryRaw: async () => ({
    columnNames: ['exists', 'version', 'numeric_version'],
    columnTypes: [ColumnTypeEnum.Boolean, ColumnTypeEnum.Text, ColumnTypeEnum.Int32],
    rows: [[true, 'PostgreSQL 18', 180_000]],
  }),
  executeRaw: refused,
  executeScript: refused,
  startTransaction: refused,
  dispose: async () => undefined,
}
