import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { launchSettingsFrom, settingsFrom } from '#lib/system/env'

const random = randomBytes(48).toString('base64url')
const running = {
  BEACON_URL: 'https://training.example.org',
  DATABASE_URL: 'postgresql://beacon_app:x@db.example.org/beacon',
  AUTH_SECRET: random,
  CERTIFICATE_KEY_FILE: '/secrets/key.pem',
}
const faultsOf = (env: Record<string, string>) => {
  const read = launchSettingsFrom(env)
  return 'faults' in read ? read.faults.map((line) => line.split(' ')[0]) : []
}

test('without any setting Beacon serves this machine only, on the embedded database', () => {
  expect(launchSettingsFrom({})).toEqual({
    settings: {
      host: '127.0.0.1',
      port: 3000,
      origin: 'http://127.0.0.1:3000',
      dataDir: undefined,
      database: { kind: 'embedded' },
      authSecret: undefined,
      certificateKeyFile: undefined,
    },
  })
})

test('a setting that is set to nothing counts as not set', () => {
  expect(launchSettingsFrom({ PORT: '', DATA_DIR: ' ', AUTH_SECRET: '' })).toEqual(launchSettingsFrom({}))
})

test.each([
  ['PORT', '0'],
  ['PORT', '65536'],
  ['PORT', '3000x'],
  ['HOST', 'two words'],
  ['BEACON_URL', 'training.example.org'],
  ['BEACON_URL', 'https://training.example.org/beacon'],
  ['BEACON_URL', 'ftp://training.example.org'],
  ['AUTH_SECRET', 'x'.repeat(64)],
  ['AUTH_SECRET', 'please-change-me-please-change-me-0123456789'],
  ['AUTH_SECRET', random.slice(0, 31)],
  ['LOG_LEVEL', 'loud'],
  ['SMTP_URL', 'mail.example.org'],
])('%s=%s is refused by name', (name, value) => {
  expect(faultsOf({ MAIL_FROM: 'training@example.org', [name]: value })).toEqual([name])
})

test.each([
  [{ PORT: '1' }],
  [{ PORT: '65535' }],
  [{ HOST: '::' }],
  [{ BEACON_URL: 'https://training.example.org/' }],
  [{ AUTH_SECRET: random.slice(0, 32) }],
])('%j is accepted', (env) => {
  expect(faultsOf(env)).toEqual([])
})

test('a server that listens everywhere is reached by its own machine on the loopback address', () => {
  expect(launchSettingsFrom({ HOST: '::', PORT: '4000' })).toMatchObject({
    settings: { origin: 'http://127.0.0.1:4000' },
  })
})

test('settings that belong together are missed by name', () => {
  expect(faultsOf({ DATABASE_URL: running.DATABASE_URL })).toEqual(['DATABASE_OWNER_URL'])
  expect(faultsOf({ DATABASE_OWNER_URL: running.DATABASE_URL })).toEqual(['DATABASE_URL'])
  expect(faultsOf({ SMTP_URL: 'smtp://mail.example.org' })).toEqual(['MAIL_FROM'])
})

test('one role for application and owner is refused', () => {
  const same = { DATABASE_URL: running.DATABASE_URL, DATABASE_OWNER_URL: running.DATABASE_URL }
  expect(faultsOf(same)).toEqual(['DATABASE_URL'])
})

test('a running process names every missing setting, and repeats no value', () => {
  expect(() => settingsFrom({ AUTH_SECRET: 'open-sesame' })).toThrow(
    /BEACON_URL .*\nDATABASE_URL is missing\nAUTH_SECRET is too short.*\nCERTIFICATE_KEY_FILE is missing$/,
  )
  expect(() => settingsFrom({ AUTH_SECRET: 'open-sesame' })).not.toThrow(/open-sesame/)
  expect(settingsFrom(running)).toMatchObject({ origin: running.BEACON_URL, smtpUrl: undefined })
})
