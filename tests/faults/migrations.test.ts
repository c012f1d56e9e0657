import { Client } from 'pg'
import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import { listMigrationFiles } from '#lib/data/set-up/migration-files'
import { applicationRole, ownerRole } from '#lib/data/set-up/roles'
import { randomSecret } from '#lib/system/secrets'
import { addressOf } from '#tests/support/database-address'
import { endEverything, start } from '#tests/support/started'

const name = 'faults_of_migration'
const files = listMigrationFiles('prisma/migrations').map((file) => file.name)
let superuser: Client

const address = (role: string, database = name) => addressOf(inject('databaseServer'), role, database)
const prepare = (more: Record<string, string> = {}) =>
  start('prepare.ts', [], {
    BEACON_URL: 'http://127.0.0.1:3000',
    DATABASE_URL: address(applicationRole),
    DATABASE_OWNER_URL: address(ownerRole),
    AUTH_SECRET: randomSecret(),
    CERTIFICATE_KEY_FILE: 'unused',
    ...more,
  })

async function connect(url: string): Promise<Client> {
  const client = new Client({ connectionString: url })
  await client.connect()
  return client
}

async function tables(client: Client): Promise<number> {
  const { rows } = await client.query(`SELECT count(*)::int AS n FROM pg_tables WHERE schemaname = 'public'`)
  return rows[0]?.n
}

beforeEach(async () => {
  const postgres = await connect(address('postgres', 'postgres'))
  await postgres.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
  await postgres.query(`CREATE DATABASE ${name} OWNER ${ownerRole}`)
  await postgres.end()
  superuser = await connect(address('postgres'))
})
afterEach(async () => {
  await endEverything()
  await superuser.end()
})

test('of two that start at once, one migrates and the other finds it done', async () => {
  const both = [prepare(), prepare()]
  expect(await Promise.all(both.map(({ ended }) => ended))).toEqual([0, 0])
  expect(both.filter((one) => one.words().includes('Schema brought up to date'))).toHaveLength(1)
  const { rows } = await superuser.query(
    'SELECT migration_name, finished_at IS NOT NULL AS finished FROM _prisma_migrations ORDER BY 1',
  )
  expect(rows).toEqual(files.map((migration) => ({ migration_name: migration, finished: true })))
})

test('a migration killed half-way leaves nothing behind, and the next start does it whole', async () => {
  // The first policy of the migration waits for a lock that this test holds: that is the moment of the kill.
  await superuser.query(`
    SELECT pg_advisory_lock(1);
    CREATE FUNCTION wait_for_test() RETURNS event_trigger LANGUAGE plpgsql AS
      $$ BEGIN PERFORM pg_advisory_xact_lock(1); END $$;
    CREATE EVENT TRIGGER wait ON ddl_command_end WHEN TAG IN ('CREATE POLICY') EXECUTE FUNCTION wait_for_test()`)
  const killed = prepare()
  const ended = killed.ended.then(() => true)
  const waits = async () =>
    (
      await superuser.query(`SELECT 1 FROM pg_stat_activity WHERE wait_event = 'advisory' AND datname = $1`, [
        name,
      ])
    ).rowCount === 1
  while (!(await waits())) expect(await Promise.race([ended, Promise.resolve(false)])).toBe(false)
  killed.kill('SIGKILL')
  await killed.ended
  await superuser.query('DROP EVENT TRIGGER wait; SELECT pg_advisory_unlock(1)')
  // The server notices that its client is gone when it wants to answer; until then the tables are its secret.
  await superuser.query(`
    SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity
    WHERE datname = '${name}' AND pid <> pg_backend_pid()`)
  expect(await tables(superuser)).toBe(0)
  const next = prepare()
  expect(await next.ended).toBe(0)
  expect(next.words()).toContain('Schema brought up to date')
})

test('a schema newer than the code is refused in one line', async () => {
  expect(await prepare().ended).toBe(0)
  await superuser.query(
    `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at) VALUES ('x', 'x', '99990101000000_later', now())`,
  )
  const refused = prepare()
  expect(await refused.ended).toBe(1)
  expect(refused.words()).toMatch(
    /^✗ The database belongs to a newer Beacon: [^\n]*99990101000000_later[^\n]*\n$/,
  )
})

test.each([
  ['a superuser', () => address('postgres'), /^✗ DATABASE_URL names a superuser\./m],
  ['the owner of the tables', () => address(ownerRole), /^✗ DATABASE_URL names a role that owns tables/m],
])('%s is refused as the application role', async (_, url, words) => {
  const refused = prepare({ DATABASE_URL: url() })
  expect(await refused.ended).toBe(1)
  expect(refused.words()).toMatch(words)
})

test('a role that bypasses row-level security is refused as the application role', async () => {
  await superuser.query(`ALTER ROLE ${applicationRole} BYPASSRLS`)
  const refused = prepare()
  expect(await refused.ended).toBe(1)
  await superuser.query(`ALTER ROLE ${applicationRole} NOBYPASSRLS`)
  expect(refused.words()).toMatch(/^✗ DATABASE_URL names a role with BYPASSRLS\./m)
})
