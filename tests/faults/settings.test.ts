import { expect, test } from 'vitest'
import { start } from '#tests/support/started'

test('each bad setting is one line with its name, and no value is repeated', async () => {
  const refused = start('start.ts', ['--migrate'], {
    PORT: '70000',
    AUTH_SECRET: 'hunter2',
    DATABASE_URL: 'postgresql://beacon_app:open-sesame@127.0.0.1/beacon',
  })
  expect(await refused.ended).toBe(1)
  const lines = refused.words().trim().split('\n')
  expect(lines.map((line) => /^✗ ([A-Z_]+) /.exec(line)?.[1])).toEqual([
    'PORT',
    'AUTH_SECRET',
    'DATABASE_OWNER_URL',
  ])
  expect(refused.words()).not.toMatch(/hunter2|open-sesame|70000/)
})
