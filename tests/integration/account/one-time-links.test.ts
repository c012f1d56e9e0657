import { afterAll, beforeAll, expect, test } from 'vitest'
import { newOneTimeToken } from '#lib/auth/one-time-token'
import { inTransaction } from '#lib/data/database'
import { insertLink, type LinkKind } from '#lib/data/one-time-link'
import type { Actor } from '#lib/domain/access/actor'
import { addMinutes, type Instant } from '#lib/domain/calendar'
import type { PracticeId } from '#lib/domain/ids'
import { choosePassword } from '#lib/use-cases/account/choose-password'
import { viewLink } from '#lib/use-cases/account/view-link'
import { addMember, addPractice, noon, openWorld, type World } from '#tests/support/world'

const password = 'heron lantern gravel ninety'
let world: World
let practiceId: PracticeId

beforeAll(async () => {
  world = await openWorld()
  practiceId = await addPractice(world, 'Alder Family Medicine')
})
afterAll(() => world.end())

async function linkFor(kind: LinkKind, { personId }: Actor): Promise<string> {
  const { token, tokenHash } = newOneTimeToken()
  const target = { personId, practiceId: kind === 'invitation' ? practiceId : null }
  const times = { createdAt: noon, expiresAt: addMinutes(noon, 30) }
  await inTransaction(world.db, (tx) => insertLink(tx, { ...target, tokenHash, kind, ...times }))
  return token
}

const view = (kind: LinkKind, token: string, now: Instant = noon) =>
  inTransaction(world.db, (tx) =>
    viewLink({ tx, now, settings: world.settings, language: 'en' }, { kind, token }),
  )

const choose = (kind: 'invitation' | 'reset', token: string, now: Instant = noon) =>
  inTransaction(world.db, (tx) =>
    choosePassword({ tx, now, settings: world.settings, language: 'en' }, { kind, token, password }),
  )

test('an invitation names the practice and the address, and looking uses nothing up', async () => {
  const actor = await addMember(world, { name: 'Nora Newcomer', practiceId, neverCame: true })
  const token = await linkFor('invitation', actor)
  const seen = { emailAddress: actor.emailAddress, hasPassword: false, practiceName: 'Alder Family Medicine' }
  expect(await view('invitation', token)).toEqual({ ok: true, value: seen })
  expect(await view('invitation', token)).toEqual({ ok: true, value: seen })
})

test('a link is of one kind only', async () => {
  const actor = await addMember(world, { name: 'Kim Kind', practiceId, neverCame: true })
  const token = await linkFor('invitation', actor)
  expect((await view('reset', token)).ok).toBe(false)
  expect(await choose('reset', token)).toEqual({ ok: false, refusal: 'link-over' })
})

test('a link is over when it was used, and one moment after its time', async () => {
  const actor = await addMember(world, { name: 'Uma Used', practiceId, neverCame: true })
  const token = await linkFor('invitation', actor)
  expect((await view('invitation', token, addMinutes(noon, 29))).ok).toBe(true)
  expect((await view('invitation', token, addMinutes(noon, 30))).ok).toBe(false)
  expect((await choose('invitation', token)).ok).toBe(true)
  expect((await view('invitation', token)).ok).toBe(false)
  expect(await choose('invitation', token)).toEqual({ ok: false, refusal: 'link-over' })
})

test('who has a password is told so, and an invitation does not change it', async () => {
  const actor = await addMember(world, { name: 'Paula Password', practiceId, neverCame: true })
  await choose('invitation', await linkFor('invitation', actor))
  const second = await linkFor('invitation', actor)
  expect(await view('invitation', second)).toMatchObject({ ok: true, value: { hasPassword: true } })
  expect(await choose('invitation', second)).toEqual({ ok: false, refusal: 'has-password-already' })
})

test('a new password ends every other link of the person', async () => {
  const actor = await addMember(world, { name: 'Rita Reset', practiceId, neverCame: true })
  const [first, second] = [await linkFor('reset', actor), await linkFor('reset', actor)]
  expect((await choose('reset', first)).ok).toBe(true)
  expect((await view('reset', second)).ok).toBe(false)
})
