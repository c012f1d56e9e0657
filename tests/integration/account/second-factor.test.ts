import { generate } from 'otplib'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { newSessionId } from '#lib/auth/session-cookie'
import { sessionIdHash } from '#lib/auth/session-id-hash'
import { inTransaction } from '#lib/data/database'
import { enterSession } from '#lib/data/scope'
import { insertSession } from '#lib/data/session'
import type { Actor } from '#lib/domain/access/actor'
import { addMinutes, type Instant } from '#lib/domain/calendar'
import { beginSecondFactor } from '#lib/use-cases/account/begin-second-factor'
import { confirmSecondFactor } from '#lib/use-cases/account/confirm-second-factor'
import { proveSecondFactor } from '#lib/use-cases/account/prove-second-factor'
import { viewSecondFactor } from '#lib/use-cases/account/view-second-factor'
import { addMember, addPractice, as, noon, openWorld, type World } from '#tests/support/world'

let world: World
let manager: Actor
let people = 0

beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.end())

/** A manager with one session, as it is found on each request. */
beforeEach(async () => {
  people += 1
  const practiceId = await addPractice(world, 'Alder Family Medicine')
  const added = await addMember(world, { name: `Max ${people}`, practiceId, can: ['train', 'manage'] })
  manager = { ...added, sessionIdHash: await openSession(added) }
})

async function openSession({ personId }: Actor): Promise<string> {
  const idHash = sessionIdHash(newSessionId())
  const expiresAt = addMinutes(noon, 600)
  await inTransaction(world.db, (tx) => insertSession(tx, { idHash, personId, createdAt: noon, expiresAt }))
  return idHash
}

const entered = (idHash: string) => inTransaction(world.db, (tx) => enterSession(tx, idHash, noon))
const codeAt = (secret: string, at: Instant) => generate({ secret, epoch: Date.parse(at) / 1000 })

/** Sets the factor up as a person would. Returns the key and the recovery codes. */
async function setUp(at: Instant = noon): Promise<{ secret: string; codes: readonly string[] }> {
  await as(world, manager, beginSecondFactor, at)
  const view = await as(world, manager, viewSecondFactor, at)
  if (!view.ok || view.value.kind !== 'enrolling') throw new Error('the key is shown while it is set up')
  const secret = view.value.secret.replaceAll(' ', '')
  const codes = view.value.recoveryCodes
  const code = await codeAt(secret, at)
  const confirmed = await as(world, manager, (context) => confirmSecondFactor(context, { code }), at)
  expect(confirmed).toEqual({ ok: true, value: null })
  return { secret, codes }
}

const prove = (code: string, purpose: 'sign-in' | 'replacement', at: Instant = noon) =>
  as(world, manager, (context) => proveSecondFactor(context, { code, purpose }), at)

test('once it is on, the key and the recovery codes are shown no more, and other sessions are over', async () => {
  const other = await openSession(manager)
  await setUp()
  expect(await as(world, manager, viewSecondFactor)).toEqual({ ok: true, value: { kind: 'on' } })
  expect(await entered(other)).toBeUndefined()
  expect((await entered(manager.sessionIdHash))?.secondFactor).toBe('proved')
})

test('a new session has yet to show a code, and a code works once', async () => {
  const { secret } = await setUp()
  manager = { ...manager, sessionIdHash: await openSession(manager) }
  expect((await entered(manager.sessionIdHash))?.secondFactor).toBe('due')
  const later = addMinutes(noon, 5)
  const code = await codeAt(secret, later)
  expect((await prove(code, 'sign-in', later)).ok).toBe(true)
  expect((await entered(manager.sessionIdHash))?.secondFactor).toBe('proved')
  expect(await prove(code, 'sign-in', later)).toEqual({ ok: false, refusal: 'wrong-code' })
})

test('a recovery code lets in once', async () => {
  const { codes } = await setUp()
  expect((await prove(codes[0] ?? '', 'sign-in')).ok).toBe(true)
  expect(await prove(codes[0] ?? '', 'sign-in')).toEqual({ ok: false, refusal: 'wrong-code' })
})

/** The key that waits to be confirmed. */
async function waitingKey(at: Instant): Promise<string | undefined> {
  const view = await as(world, manager, viewSecondFactor, at)
  return view.ok && view.value.kind === 'enrolling' ? view.value.secret.replaceAll(' ', '') : undefined
}
const confirm = (code: string, at: Instant) =>
  as(world, manager, (context) => confirmSecondFactor(context, { code }), at)

test('a lost phone: a recovery code clears the way for a new factor, which ends the old one when it is on', async () => {
  const { codes } = await setUp()
  const other = await openSession(manager)
  expect((await prove(codes[1] ?? '', 'replacement')).ok).toBe(true)
  expect(await entered(other)).toBeUndefined()
  const key = await waitingKey(noon)
  expect((await confirm(await codeAt(key ?? '', noon), noon)).ok).toBe(true)
  expect((await entered(manager.sessionIdHash))?.secondFactor).toBe('proved')
  // Nothing of the old factor opens anything.
  expect((await prove(codes[2] ?? '', 'sign-in')).ok).toBe(false)
  const later = addMinutes(noon, 5)
  expect((await prove(await codeAt(key ?? '', later), 'sign-in', later)).ok).toBe(true)
})

test('the old factor holds until the new one is on: a short password never stands alone', async () => {
  const { secret, codes } = await setUp()
  await prove(codes[1] ?? '', 'replacement')
  manager = { ...manager, sessionIdHash: await openSession(manager), secondFactor: 'due' }
  expect((await entered(manager.sessionIdHash))?.secondFactor).toBe('due')
  // Whoever has the password alone sees no new key and turns nothing on.
  const key = await waitingKey(noon)
  expect(key).toBeUndefined()
  expect(await as(world, manager, beginSecondFactor)).toEqual({
    ok: false,
    refusal: 'second-factor-already-on',
  })
  expect(await confirm('000000', noon)).toEqual({ ok: false, refusal: 'second-factor-not-begun' })
  const later = addMinutes(noon, 5)
  expect((await prove(await codeAt(secret, later), 'sign-in', later)).ok).toBe(true)
})

test('a replacement waits for half an hour', async () => {
  const { codes } = await setUp()
  await prove(codes[1] ?? '', 'replacement')
  expect(await waitingKey(addMinutes(noon, 30))).toBeDefined()
  expect(await waitingKey(addMinutes(noon, 31))).toBeUndefined()
  expect(await confirm('000000', addMinutes(noon, 31))).toEqual({
    ok: false,
    refusal: 'second-factor-not-begun',
  })
})

test('the application cannot take a second factor away', async () => {
  await setUp()
  const { personId } = manager
  const taken = inTransaction(world.db, (tx) => tx.secondFactor.deleteMany({ where: { personId } }))
  await expect(taken).rejects.toThrow(/permission denied|P2010|denied/)
})

test('a wrong code replaces nothing', async () => {
  await setUp()
  expect(await prove('000000', 'replacement')).toEqual({ ok: false, refusal: 'wrong-code' })
  expect(await as(world, manager, viewSecondFactor)).toEqual({ ok: true, value: { kind: 'on' } })
})
