import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { inTransaction } from '#lib/data/database'
import { findStaffMember, updateStaffMember } from '#lib/data/practice'
import { enterPractice, enterSession } from '#lib/data/scope'
import { insertSession } from '#lib/data/session'
import { type Actor, type Capability, pendingSignInStep } from '#lib/domain/access/actor'
import { addDays, addMinutes } from '#lib/domain/calendar'
import type { PracticeId } from '#lib/domain/ids'
import { changeCapabilities } from '#lib/use-cases/practice/change-capabilities'
import { endEmployment } from '#lib/use-cases/practice/end-employment'
import { viewStaffMember } from '#lib/use-cases/practice/view-staff-member'
import { auditEntries } from '#tests/support/audit-entries'
import { administered } from '#tests/support/managing'
import {
  addMember,
  addPractice,
  as,
  everything,
  noon,
  openWorld,
  today,
  type World,
} from '#tests/support/world'

let world: World
let gateway: PracticeId
let ada: Actor
let here: Awaited<ReturnType<typeof administered>>['here']

beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.end())
beforeEach(async () => {
  const opened = await administered(world)
  gateway = opened.practiceId
  ada = opened.administrator
  here = opened.here
})

const idOf = (actor: Actor) => actor.memberships[0]?.staffMemberId ?? ''
const member = (name: string, can: readonly Capability[] = ['train'], practiceId = gateway) =>
  addMember(world, { name: `${name} ${gateway}`, practiceId, can })
const change = (actor: Actor, whom: Actor, capabilities: readonly Capability[], practiceId = gateway) =>
  as(world, actor, (context) =>
    changeCapabilities(context, { practiceId, staffMemberId: idOf(whom), capabilities }),
  )
const heldBy = (whom: Actor) =>
  here.inPractice(async (tx) => (await findStaffMember(tx, gateway, idOf(whom)))?.capabilities)
const refused = (refusal: string) => ({ ok: false, refusal })
const done = { ok: true, value: null }

test('an administrator lets a colleague do more, and less again; said twice it is one entry of the chain', async () => {
  const nadia = await member('Nadia')
  expect(await change(ada, nadia, ['review', 'author'])).toEqual(done)
  expect(await change(ada, nadia, ['author', 'review'])).toEqual(done)
  expect(await heldBy(nadia)).toEqual(['train', 'author', 'review'])
  expect(await change(ada, nadia, ['review'])).toEqual(done)
  const entries = await here.inPractice((tx) => auditEntries(tx, gateway))
  expect(entries.map(({ event }) => event)).toEqual([
    { kind: 'capabilities-changed', staffMemberId: idOf(nadia), given: ['author', 'review'], taken: [] },
    { kind: 'capabilities-changed', staffMemberId: idOf(nadia), given: [], taken: ['author'] },
  ])
})

test('an open session is asked for a second step at once, and loses what is taken away at once', async () => {
  const nadia = await member('Nadia')
  const idHash = `session of ${nadia.personId}`
  const hour = addMinutes(noon, 60)
  const open = { idHash, personId: nadia.personId, createdAt: noon, expiresAt: hour }
  await inTransaction(world.db, (tx) => insertSession(tx, open))
  const entered = async () => {
    const actor = await inTransaction(world.db, (tx) => enterSession(tx, idHash, noon))
    return actor && { can: actor.memberships[0]?.capabilities, asked: pendingSignInStep(actor) }
  }
  expect(await entered()).toEqual({ can: ['train'], asked: null })
  await change(ada, nadia, ['review'])
  expect(await entered()).toEqual({ can: ['train', 'review'], asked: 'set-up-second-factor' })
  await change(ada, nadia, [])
  expect(await entered()).toEqual({ can: ['train'], asked: null })
})

test('only an administrator changes it, and nobody their own', async () => {
  const max = await member('Max', ['train', 'manage'])
  const nadia = await member('Nadia')
  const other = await member('Olga', everything)
  expect(await change(max, nadia, ['review'])).toEqual(refused('needs-administrator'))
  expect(await change(max, max, everything)).toEqual(refused('needs-administrator'))
  expect(await change(nadia, nadia, ['review'])).toEqual(refused('not-found'))
  expect(await change(ada, ada, [])).toEqual(refused('own-capabilities'))
  expect(await change(ada, other, ['manage'])).toEqual(done)
  // As a request of hers that had begun before sees it: what she may do is asked again when her turn comes.
  expect(await change(other, nadia, ['review'])).toEqual(refused('needs-administrator'))
  expect(await heldBy(nadia)).toEqual(['train'])
})

test('somebody of another practice, or who has left, is not found', async () => {
  const ozark = await addPractice(world, 'Ozark Dental Care')
  const olga = await member('Olga', everything, ozark)
  const far = await member('Far', ['train'], ozark)
  const nadia = await member('Nadia')
  expect(await change(ada, far, ['review'])).toEqual(refused('not-found'))
  expect(await change(olga, nadia, ['review'])).toEqual(refused('not-found'))
  expect(await change(olga, nadia, ['review'], ozark)).toEqual(refused('not-found'))
  const left = { practiceId: gateway, staffMemberId: idOf(nadia), lastDay: addDays(today, -1) }
  expect((await as(world, ada, (context) => endEmployment(context, left))).ok).toBe(true)
  expect(await change(ada, nadia, ['review'])).toEqual(refused('not-found'))
})

test('the second wall holds: a transaction of another practice neither sees nor changes what somebody may do', async () => {
  const ozark = await addPractice(world, 'Ozark Dental Care')
  const nadia = await member('Nadia')
  const post = await here.inPractice((tx) => findStaffMember(tx, gateway, idOf(nadia)))
  if (!post) throw new Error('Nadia works here')
  const fromOzark = inTransaction(world.db, async (tx) => {
    await enterPractice(tx, ozark)
    expect(await findStaffMember(tx, gateway, post.id)).toBeUndefined()
    await updateStaffMember(tx, gateway, { ...post, capabilities: everything })
  })
  await expect(fromOzark).rejects.toThrow()
  expect(await heldBy(nadia)).toEqual(['train'])
})

test('of two administrators who take each other’s right at once, one keeps it', async () => {
  const bea = await member('Bea', everything)
  const both = await Promise.all([change(ada, bea, ['manage']), change(bea, ada, ['manage'])])
  expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  expect(both).toContainEqual(refused('needs-administrator'))
  const held = await Promise.all([heldBy(ada), heldBy(bea)])
  expect(held.filter((can) => can?.includes('administer'))).toHaveLength(1)
})

test('an administrator who is about to leave does not take the right of the only one who stays', async () => {
  const bea = await member('Bea', everything)
  const leaving = { practiceId: gateway, staffMemberId: idOf(ada), lastDay: addDays(today, 10) }
  expect((await as(world, ada, (context) => endEmployment(context, leaving))).ok).toBe(true)
  expect(await change(ada, bea, ['manage'])).toEqual(refused('last-administrator'))
  expect(await change(ada, bea, ['administer', 'manage'])).toEqual(done)
})

test('the page tells whether it is the reader’s own, and who administers', async () => {
  const max = await member('Max', ['train', 'manage'])
  const seen = async (actor: Actor) => {
    const input = { practiceId: gateway, staffMemberId: idOf(max) }
    const view = await as(world, actor, (context) => viewStaffMember(context, input))
    return view.ok && { isOwn: view.value.isOwn, canAdminister: view.value.canAdminister }
  }
  expect(await seen(ada)).toEqual({ isOwn: false, canAdminister: true })
  expect(await seen(max)).toEqual({ isOwn: true, canAdminister: false })
})
