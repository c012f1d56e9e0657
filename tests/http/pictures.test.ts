import { randomUUID } from 'node:crypto'
import { beforeAll, expect, inject, test } from 'vitest'
import { type Doors, playDoors } from '#tests/http/doors'
import { ask, post, withFile } from '#tests/support/ask'
import { onePixel } from '#tests/support/pictures'

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

test('a picture of a draft comes from its own practice only, and may do nothing on its own', async () => {
  const { practiceId, draftId, name } = doors.places
  const path = `/authoring/${practiceId}/drafts/${draftId}/media/${name}`
  const { status, headers } = await ask(app, { path, cookie: doors.personas.reviewer.cookie })
  expect(status).toBe(200)
  expect(headers).toMatchObject({
    'content-type': 'image/png',
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
  })
  expect(headers['content-security-policy']).toMatch(/; sandbox$/)
  const elsewhere = path.replace(practiceId, randomUUID())
  const author = doors.personas.author.cookie
  for (const other of [elsewhere, path.replace(draftId, randomUUID()), path.replace('.png', '.svg')])
    expect((await ask(app, { path: other, cookie: author })).status, other).toBe(404)
})

test('what an author uploads is shown as it was drawn, and what is no picture is answered at its field', async () => {
  const { practiceId, draftId } = doors.places
  const page = `/authoring/${practiceId}/drafts/${draftId}/media`
  const cookie = doors.personas.author.cookie
  const send = (bytes: Uint8Array) =>
    post(app, {
      path: `${page}/uploads`,
      cookie,
      ...withFile({}, { field: 'picture', name: 'Way in.png', bytes }),
    })
  const tail = Buffer.concat([onePixel, Buffer.from('<script>secret-behind</script>')])
  const { location } = await send(tail)
  expect((await ask(app, { path: location ?? '', cookie })).text).toContain('way-in.png')
  const shown = await ask(app, { path: `${page}/way-in.png`, cookie })
  expect(shown.text).toContain('IHDR')
  expect(shown.text).not.toContain('secret-behind')
  const refused = await send(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))
  const { text } = await ask(app, { path: refused.location ?? '', cookie })
  expect(text).toContain('href="#picture"')
  expect(text).toContain('drawing in SVG')
})
