import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, inject, test } from 'vitest'
import { addDays, localDateAt } from '#lib/domain/calendar'
import { now } from '#lib/system/clock'
import { type Doors, playDoors } from '#tests/http/doors'
import { ask, post, withFile } from '#tests/support/ask'
import { exif, jpeg, pdf } from '#tests/support/documents'
import { zone } from '#tests/support/personas'

const app = inject('app')
let doors: Doors
beforeAll(async () => {
  doors = await playDoors(app)
})

const path = () => `/external-certificates/for/${doors.places.practiceId}`
const cookie = () => doors.personas.learner.cookie
const form = (own: Record<string, string> = {}) => ({
  externalId: randomUUID(),
  provider: 'State Health Academy',
  title: 'Recognising trafficking',
  completedOn: addDays(localDateAt(now(), zone), -40),
  requirementIds: doors.places.requirementId,
  ...own,
})
const send = (bytes: Uint8Array, own: Record<string, string> = {}, name = 'certificate.pdf') =>
  post(app, { path: path(), cookie: cookie(), ...withFile(form(own), { field: 'file', name, bytes }) })

describe('a certificate that is sent', () => {
  test('is given back to be kept, and nothing of ours opens it', async () => {
    const bytes = jpeg({ extra: exif(6) })
    const { status, location } = await send(bytes, {}, '../../page.html')
    expect(status).toBe(303)
    const id = /^\/external-certificates\/([0-9a-f-]{36})/.exec(location ?? '')?.[1]
    const file = await ask(app, { path: `/external-certificates/${id}/file`, cookie: cookie() })
    expect(file.status).toBe(200)
    expect(file.headers['content-type']).toBe('image/jpeg')
    expect(file.headers['content-disposition']).toBe('attachment; filename="certificate.jpg"')
    expect(String(file.headers['content-security-policy'])).toMatch(/sandbox/)
    expect(file.headers['x-content-type-options']).toMatch(/^nosniff/)
    expect(file.headers['cache-control']).toBe('private, no-store')
    expect(file.text).not.toContain('Owner Person')
  })

  test.each([
    ['a program', Uint8Array.from(Buffer.from('MZ\x90\0')), 'file-kind'],
    ['a drawing', Uint8Array.from(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')), 'file-kind'],
    ['a script in a PDF', pdf({ objects: ['<</S/JavaScript/JS(x)>>'] }), 'pdf-active'],
    ['half a PDF', pdf().subarray(0, 200), 'file-incomplete'],
    ['nothing', new Uint8Array(), 'missing'],
  ])('is not taken where it is %s, and the page says what to do', async (_, bytes) => {
    const { location } = await send(bytes)
    expect(location).toMatch(/\/new\?form=/)
    const page = await ask(app, { path: location ?? '', cookie: cookie() })
    expect(page.text).toContain('href="#file"')
    expect(page.text).toContain('Choose the file again')
    expect(page.text).toContain('value="State Health Academy"')
  })

  test('is not taken where it is larger than five megabytes', async () => {
    for (const [bytes, isKept] of [
      [5 * 1024 * 1024 + 1, true],
      [9 * 1024 * 1024, false],
    ] as const) {
      const { status, location } = await send(new Uint8Array(bytes))
      expect(status).toBe(303)
      const page = await ask(app, { path: location ?? '', cookie: cookie() })
      expect(page.text).toContain('href="#file"')
      expect(page.text).toContain('This file is larger than 5 MB.')
      // What was typed is known where the form as a whole was not too long to be read.
      expect(page.text.includes('value="State Health Academy"')).toBe(isKept)
    }
  })

  test('is not taken where less arrives than was promised, or nobody says how much', async () => {
    const whole = withFile(form(), { field: 'file', name: 'a.pdf', bytes: pdf() })
    const endless = { ...whole.headers, 'transfer-encoding': 'chunked' }
    const answer = await post(app, { path: path(), cookie: cookie(), body: whole.body, headers: endless })
    expect(answer.status).toBe(413)
  })

  test('names the day that cannot be, and keeps what was typed', async () => {
    const tomorrow = addDays(localDateAt(now(), zone), 2)
    const { location } = await send(pdf(), { completedOn: tomorrow })
    const page = await ask(app, { path: location ?? '', cookie: cookie() })
    expect(page.text).toContain('href="#completedOn"')
    expect(page.text).toContain(`value="${tomorrow}"`)
  })
})
