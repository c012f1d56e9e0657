import { randomBytes, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { signRecord } from '#lib/audit/sign-record'
import { readSigningKey } from '#lib/audit/signing-key'
import { insertCertificate } from '#lib/data/certificate'
import { inTransaction } from '#lib/data/database'
import { enterPractice } from '#lib/data/scope'
import type { Actor } from '#lib/domain/access/actor'
import { type Instant, instantFrom, type LocalDate } from '#lib/domain/calendar'
import { type CertificateNumber, certificateNumberFrom } from '#lib/domain/certification/certificate-number'
import type { AssignmentId, PracticeId, StaffMemberId } from '#lib/domain/ids'
import { viewCertificate } from '#lib/use-cases/certificates/view-certificate'
import { viewCertificates } from '#lib/use-cases/certificates/view-certificates'
import { viewVerification } from '#lib/use-cases/certificates/view-verification'
import { sittingsIn } from '#tests/support/sittings'
import { addMember, addPractice, as, noon, openWorld, today, type World } from '#tests/support/world'

let world: World
let here: PracticeId
let there: PracticeId
let holder: Actor
let assignmentId: AssignmentId
let certificateId: string
let printedNumber: string

beforeAll(async () => {
  world = await openWorld()
  here = await addPractice(world, 'Alder Family Medicine')
  there = await addPractice(world, 'Birch Women’s Health')
  const sittings = sittingsIn(world, here)
  const learner = await sittings.learner('Lena Learner')
  holder = learner.actor
  for (const moduleId of ['m1', 'm2']) {
    const attemptId = await sittings.start(holder, learner.assignmentId, moduleId)
    await sittings.submit(holder, attemptId, 'a')
  }
  assignmentId = learner.assignmentId
  certificateId = (await listOf(holder))[0]?.id ?? ''
  const opened = await as(world, holder, (context) => viewCertificate(context, { certificateId }))
  printedNumber = opened.ok ? opened.value.printedNumber : ''
})
afterAll(() => world.end())

const listOf = async (actor: Actor) => {
  const listed = await as(world, actor, viewCertificates)
  return listed.ok ? listed.value : []
}
const open = (actor: Actor) => as(world, actor, (context) => viewCertificate(context, { certificateId }))
const verify = (certificateNumber: string, now: Instant = noon) =>
  inTransaction(world.db, (tx) =>
    viewVerification({ tx, now, settings: world.settings, language: 'en' }, { certificateNumber }),
  )

test('the holder finds it in the list and opens it', async () => {
  expect(await listOf(holder)).toMatchObject([
    { id: certificateId, trackTitle: 'Basics', completedOn: today, revoked: false },
  ])
  expect(await open(holder)).toMatchObject({
    ok: true,
    value: { own: true, standing: 'valid', certificate: { printedName: 'Lena Learner' } },
  })
})

test('a manager of the practice opens it; colleagues and managers elsewhere do not', async () => {
  const can = ['train', 'manage'] as const
  const manager = await addMember(world, { name: 'Max Manager', practiceId: here, can })
  const colleague = await addMember(world, { name: 'Cleo Colleague', practiceId: here })
  const elsewhere = await addMember(world, { name: 'Fritz Foreign', practiceId: there, can })
  expect(await open(manager)).toMatchObject({ ok: true, value: { own: false } })
  expect(await open(colleague)).toEqual({ ok: false, refusal: 'not-found' })
  expect(await open(elsewhere)).toEqual({ ok: false, refusal: 'not-found' })
  expect(await listOf(colleague)).toEqual([])
})

test('a stranger with the number learns initials and dates, whatever the row beside the signature says', async () => {
  const seen = await verify(printedNumber)
  expect(seen).toMatchObject({
    ok: true,
    value: { initials: 'L. L.', standing: 'valid', trackTitle: 'Basics', completedOn: today },
  })
  expect(JSON.stringify(seen)).not.toMatch(/Lena|Learner|Alder|nurse/)
})

test('it counts through the end of its last day in the practice’s own zone', async () => {
  const number = await issueEnding(today)
  const at = async (now: string) => {
    const seen = await verify(number, instantFrom(now))
    return seen.ok ? seen.value.standing : seen.refusal
  }
  expect(await at('2026-03-11T04:59:59Z')).toBe('valid')
  expect(await at('2026-03-11T05:00:00Z')).toBe('past-its-date')
})

/** Another certificate of the holder, for the next cycle. */
async function issueEnding(validThrough: LocalDate): Promise<CertificateNumber> {
  const opened = await open(holder)
  if (!opened.ok) throw new Error('the holder opens the certificate')
  const {
    id: _,
    practiceId,
    personId,
    timeZone,
    revoked,
    reviewNotes,
    ...document
  } = opened.value.certificate
  const staffMemberId = holder.memberships[0]?.staffMemberId as StaffMemberId
  const number = certificateNumberFrom(randomBytes(16))
  const certificate = { ...document, number, validThrough }
  const key = await readSigningKey(world.settings.certificateKeyFile)
  const signature = await signRecord('certificate', certificate, key)
  const row = {
    id: randomUUID(),
    assignmentId,
    cycle: 2,
    staffMemberId,
    personId,
    signature,
  }
  await inTransaction(world.db, async (tx) => {
    await enterPractice(tx, practiceId)
    await insertCertificate(tx, practiceId, { ...certificate, ...row })
  })
  return number
}

test('a number that nobody has is not found, and neither is nonsense', async () => {
  for (const number of ['0000-0000-0000-0000-0000-0000-00', 'nonsense', '', '\0'])
    expect(await verify(number)).toEqual({ ok: false, refusal: 'not-found' })
})
