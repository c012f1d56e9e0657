import { Client } from 'pg'
import { expect, inject, test } from 'vitest'
import { ask } from '#tests/support/ask'

const app = inject('app')

test('all is well while the app serves, and the answer holds names and states only', async () => {
  const { status, text, headers } = await ask(app, { path: '/api/health' })
  expect(status).toBe(200)
  expect(JSON.parse(text)).toEqual({
    status: 'ok',
    checks: { database: 'ok', migrations: 'ok', mailQueue: 'ok', disk: 'ok', clock: 'ok' },
  })
  expect(headers['cache-control']).toBe('no-store')
})

test('a schema that this version does not know is failing, and says no more than that', async () => {
  const owner = new Client({ connectionString: app.databaseOwnerUrl })
  await owner.connect()
  try {
    await owner.query(`INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at)
      VALUES ('later', 'x', '29990101000000_later', now())`)
    const { status, text } = await ask(app, { path: '/api/health' })
    expect(status).toBe(503)
    expect(JSON.parse(text)).toEqual({
      status: 'failing',
      checks: { database: 'ok', migrations: 'failing', mailQueue: 'ok', disk: 'ok', clock: 'ok' },
    })
  } finally {
    await owner.query(`DELETE FROM _prisma_migrations WHERE id = 'later'`)
    await owner.end()
  }
})
