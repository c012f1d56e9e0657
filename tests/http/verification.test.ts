import { compactVerify, createLocalJWKSet } from 'jose'
import { Client } from 'pg'
import { beforeAll, expect, inject, test } from 'vitest'
import { connectDatabase } from '#lib/data/client'
import { inTransaction } from '#lib/data/database'
import { enterPractice } from '#lib/data/scope'
import { type Doors, playDoors } from '#tests/http/doors'
import { type Answer, ask, post } from '#tests/support/ask'

const app = inject('app')
let doors: Doors
beforeAll(async () => {
  doors = await playDoors(app)
})

const pageOf = (number: string): Promise<Answer> =>
  ask(app, { path: `/verify/${encodeURIComponent(number)}` })

/** What a visitor reads: neither scripts nor what changes with each answer. */
const readable = ({ text }: Answer) =>
  text
    .replace(/<script\b.*?<\/script>/gs, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')

test('the page shows status, training, dates and initials, and nothing that finds a person', async () => {
  const answer = await pageOf(doors.places.certificateNumber)
  expect(answer.status).toBe(200)
  for (const words of ['Valid: issued here', 'L. L.', 'Foundations', doors.places.certificateNumber])
    expect(readable(answer)).toContain(words)
  for (const secret of [
    'Learner',
    'Alder',
    'Nurse',
    'nurse',
    doors.places.certificateId,
    doors.personas.learner.personId,
  ])
    expect(answer.text, secret).not.toContain(secret)
  expect(answer.headers['x-robots-tag']).toContain('noindex')
  expect(answer.text).toContain('noindex')
})

test('a number is read however it was typed', async () => {
  const { certificateNumber } = doors.places
  const typed = certificateNumber.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o')
  const asked = await ask(app, { path: `/verify?number=${encodeURIComponent(typed)}` })
  expect(asked.location).toBe(`/verify/${certificateNumber}`)
})

test('a number that nobody has, one that cannot be one, and one that we did not sign look alike', async () => {
  const unknown = await pageOf('0000-0000-0000-0000-0000-0000-00')
  const malformed = await pageOf('not-a-number')
  const forged = await forgedNumber()
  const foreign = await pageOf(forged)
  expect([unknown.status, malformed.status, foreign.status]).toEqual([404, 404, 404])
  expect(readable(malformed)).toBe(readable(unknown))
  expect(readable(foreign)).toBe(readable(unknown))
  const form = { printedName: 'Lena Learner' }
  for (const number of ['0000-0000-0000-0000-0000-0000-00', 'not-a-number', forged]) {
    const compared = await post(app, { path: `/verify/${number}/comparison`, form })
    expect(compared.status, number).toBe(404)
  }
})

/** A row that somebody with the database in hand wrote beside the app: another number under a true signature. */
async function forgedNumber(): Promise<string> {
  const number = '00000000000000000000000004'
  const owner = new Client({ connectionString: app.databaseOwnerUrl })
  await owner.connect()
  try {
    // The owner, too, is bound by row-level security as long as it stands.
    await owner.query('ALTER TABLE certificate NO FORCE ROW LEVEL SECURITY')
    await owner.query(
      `INSERT INTO certificate SELECT practice_id, gen_random_uuid(), $1, assignment_id, 2, staff_member_id, person_id,
         printed_name, practice_name, role, track_version_id, track_title, modules, cases, completed_on, valid_through, issued_at,
         signature FROM certificate WHERE id = $2`,
      [number, doors.places.certificateId],
    )
    await owner.query('ALTER TABLE certificate FORCE ROW LEVEL SECURITY')
  } finally {
    await owner.end()
  }
  return number
}

test('a visitor with the paper learns whether the name on it is the one that was signed', async () => {
  const { certificateNumber } = doors.places
  const path = `/verify/${certificateNumber}/comparison`
  for (const [printedName, words] of [
    ['lena  LEARNER', 'is the name on this certificate'],
    ['Lena Lerner', 'is not the name on this certificate'],
  ] as const) {
    const compared = await post(app, { path, form: { printedName } })
    expect(compared.location).toMatch(new RegExp(`^/verify/${certificateNumber}\\?form=`))
    expect(readable(await ask(app, { path: compared.location ?? '' }))).toContain(words)
    // Said once: the address proves nothing to whoever it is sent to.
    expect(readable(await ask(app, { path: compared.location ?? '' }))).not.toContain(words)
  }
  const headers = { accept: 'application/json' }
  const scripted = await post(app, { path, form: { printedName: 'Lena Learner' }, headers })
  expect(JSON.parse(scripted.text)).toEqual({ ok: true, value: { matches: true } })
})

test('a name cannot be found by trying', async () => {
  const { places } = await playDoors(app)
  const path = `/verify/${places.certificateNumber}/comparison`
  const headers = { accept: 'application/json' }
  const statuses: number[] = []
  for (let tries = 0; tries < 11; tries += 1) {
    statuses.push((await post(app, { path, form: { printedName: `Name ${tries}` }, headers })).status)
  }
  expect(statuses).toEqual([...Array.from({ length: 10 }, () => 200), 429])
})

test('a number that nobody has stays in the field, to be compared with the paper', async () => {
  const { status, text } = await pageOf('zzzz-1')
  expect(status).toBe(404)
  // The framework sends this page as data, which a script draws.
  expect(text).toContain('\\"defaultValue\\":\\"zzzz-1')
})

test('the published keys verify the document behind the page, and hold no private half', async () => {
  const { text, headers } = await ask(app, { path: '/verify/keys' })
  const keys = JSON.parse(text)
  expect(headers['content-type']).toBe('application/jwk-set+json')
  expect(keys.keys[0]).not.toHaveProperty('d')
  const owner = new Client({ connectionString: app.databaseUrl })
  await owner.connect()
  const { rows } = await owner.query('SELECT signature FROM find_certificate_for_verification($1)', [
    doors.places.certificateNumber.replaceAll('-', ''),
  ])
  await owner.end()
  const { payload, protectedHeader } = await compactVerify(rows[0].signature, createLocalJWKSet(keys))
  expect(protectedHeader.alg).toBe('EdDSA')
  expect(JSON.parse(new TextDecoder().decode(payload))).toMatchObject({ printedName: 'Lena Learner' })
})

test('a revoked certificate says so, keeps its page for its holder, and is not printed any more', async () => {
  const { places, personas } = await playDoors(app)
  const db = connectDatabase({ url: app.databaseUrl, maxConnections: 1 })
  await inTransaction(db, async (tx) => {
    await enterPractice(tx, personas.learner.practiceId)
    await tx.certificateRevocation.create({
      data: {
        practiceId: places.practiceId,
        certificateId: places.certificateId,
        reason: 'issued-in-error',
        revokedAt: new Date(),
        revokedBy: personas.manager.personId,
      },
    })
  })
  await db.$disconnect()
  const shown = await pageOf(places.certificateNumber)
  expect(readable(shown)).toContain('Revoked')
  expect(readable(shown)).not.toContain('issued-in-error')
  const { cookie } = personas.learner
  expect(readable(await ask(app, { path: `/certificates/${places.certificateId}`, cookie }))).toContain(
    'Revoked',
  )
  expect((await ask(app, { path: `/certificates/${places.certificateId}/pdf`, cookie })).status).toBe(404)
})
