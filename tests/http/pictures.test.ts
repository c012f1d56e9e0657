import { beforeAll, expect, inject, test } from 'vitest'
import { type Doors, playDoors } from '#tests/http/doors'
import { ask } from '#tests/support/ask'

const app = inject('app')
let doors: Doors
beforeAll(async () => {
  doors = await playDoors(app)
})

const look = (version: string, name: string) =>
  ask(app, { path: `/media/${version}/${name}`, cookie: doors.personas.learner.cookie })

test('a picture comes as what it is, to be kept by the reader’s own browser only', async () => {
  const { moduleVersionId, name } = doors.places
  const { status, headers, text } = await look(encodeURIComponent(moduleVersionId), name)
  expect(status).toBe(200)
  expect(text).toContain('IHDR')
  expect(headers).toMatchObject({
    'content-type': 'image/png',
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, max-age=31536000, immutable',
    'cross-origin-resource-policy': 'same-origin',
  })
})

test('a name that leads elsewhere, or is not there, is not found', async () => {
  const version = encodeURIComponent(doors.places.moduleVersionId)
  const names = [
    '..%2fquiz.yaml',
    '..%2f..%2f..%2fcontacts.yaml',
    '%2e%2e%2fpackage.json',
    'quiet-room.png%00.svg',
    'quiet-room.svg',
    'QUIET-ROOM.png',
    'nobody.png',
    `${'a'.repeat(90)}.png`,
  ]
  for (const name of names) expect((await look(version, name)).status, name).toBe(404)
  for (const other of ['m99%401', '..%2f..', 'm07']) {
    expect((await look(other, 'quiet-room.png')).status, other).toBe(404)
  }
})
