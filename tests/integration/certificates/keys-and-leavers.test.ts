import { createPrivateKey, createPublicKey, randomUUID } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newSigningKeyPem, readKeySet } from '#lib/audit/signing-key'
import { inTransaction } from '#lib/data/database'
import { enterSession } from '#lib/data/scope'
import { insertSession } from '#lib/data/session'
import type { Actor } from '#lib/domain/access/actor'
import { addMinutes, localDateFrom } from '#lib/domain/calendar'
import type { PracticeId } from '#lib/domain/ids'
import type { Settings } from '#lib/system/env'
import { viewCertificate } from '#lib/use-cases/certificates/view-certificate'
import { viewCertificates } from '#lib/use-cases/certificates/view-certificates'
import { viewVerification } from '#lib/use-cases/certificates/view-verification'
import { endEmployment } from '#lib/use-cases/practice/end-employment'
import { postAt } from '#tests/support/reading'
import { sittingsIn } from '#tests/support/sittings'
import { addMember, addPractice, as, everything, noon, openWorld, type World } from '#tests/support/world'

let world: World
let practiceId: PracticeId
let administrator: Actor
let holder: Actor
let certificateNumber: string
let certificateId: string

beforeAll(async () => {
  world = await openWorld()
  practiceId = await addPractice(world, 'Alder Family Medicine')
  administrator = await addMember(world, { name: 'Ada Admin', practiceId, can: everything })
  const sittings = sittingsIn(world, practiceId)
  const learner = await sittings.learner('Lena Learner')
  holder = learner.actor
  for (const moduleId of ['m1', 'm2']) {
    await sittings.submit(holder, await sittings.start(holder, learner.assignmentId, moduleId), 'a')
  }
  const listed = await as(world, holder, viewCertificates)
  certificateNumber = (listed.ok && listed.value[0]?.number) || ''
  certificateId = (listed.ok && listed.value[0]?.id) || ''
})
afterAll(() => world.end())

const fileOf = (text: string) => {
  const file = path.join(tmpdir(), `beacon-test-key-${randomUUID()}.pem`)
  writeFileSync(file, text, { mode: 0o600 })
  return file
}
const publicPem = (privateFile: string) =>
  createPublicKey(createPrivateKey(readFileSync(privateFile)))
    .export({ type: 'spki', format: 'pem' })
    .toString()
const verified = async (settings: Settings) =>
  (
    await inTransaction(world.db, (tx) =>
      viewVerification({ tx, now: noon, settings, language: 'en' }, { certificateNumber }),
    )
  ).ok

test('a certificate that an earlier key signed is verified as long as that key’s public half is known', async () => {
  const old = publicPem(world.settings.certificateKeyFile)
  const older = publicPem(fileOf(await newSigningKeyPem()))
  const renewed = { ...world.settings, certificateKeyFile: fileOf(await newSigningKeyPem()) }
  expect(await verified(world.settings)).toBe(true)
  expect(await verified(renewed)).toBe(false)
  expect(await verified({ ...renewed, certificateEarlierKeysFile: fileOf(older) })).toBe(false)
  const certificateEarlierKeysFile = fileOf(`${older}\n${old}`)
  expect(await verified({ ...renewed, certificateEarlierKeysFile })).toBe(true)
  const { keys } = await readKeySet({ ...renewed, certificateEarlierKeysFile })
  expect(new Set(keys.map(({ kid }) => kid)).size).toBe(3)
  expect(keys.every((key) => key['d'] === undefined && key.kty === 'OKP')).toBe(true)
})

test('a file of earlier keys that holds a private one, or none, is refused', async () => {
  for (const text of [await newSigningKeyPem(), 'no key at all']) {
    const files = { ...world.settings, certificateEarlierKeysFile: fileOf(text) }
    await expect(readKeySet(files)).rejects.toThrow()
  }
})

test('what somebody earned at a practice that they left is listed and opens, and is nobody else’s', async () => {
  const end = {
    practiceId,
    staffMemberId: postAt(holder).staffMemberId,
    lastDay: localDateFrom('2026-03-10'),
  }
  expect((await as(world, administrator, (context) => endEmployment(context, end))).ok).toBe(true)
  const nextDay = addMinutes(noon, 24 * 60)
  const idHash = randomUUID()
  const { personId } = holder
  const leaver = await inTransaction(world.db, async (tx) => {
    await insertSession(tx, { idHash, personId, createdAt: nextDay, expiresAt: addMinutes(nextDay, 60) })
    return enterSession(tx, idHash, nextDay)
  })
  if (!leaver) throw new Error('who left can still sign in')
  expect(leaver.memberships).toEqual([])
  const listed = await as(world, leaver, viewCertificates, nextDay)
  expect(listed).toMatchObject({ ok: true, value: [{ id: certificateId, number: certificateNumber }] })
  const open = (actor: Actor) =>
    as(world, actor, (context) => viewCertificate(context, { certificateId }), nextDay)
  expect(await open(leaver)).toMatchObject({ ok: true, value: { own: true, standing: 'valid' } })
  const stranger = await addMember(world, {
    name: 'Olga Other',
    practiceId: await addPractice(world, 'Birch'),
  })
  expect(await open(stranger)).toEqual({ ok: false, refusal: 'not-found' })
  expect(await as(world, stranger, viewCertificates, nextDay)).toEqual({ ok: true, value: [] })
})
