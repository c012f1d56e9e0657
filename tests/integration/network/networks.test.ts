import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#lib/domain/access/actor'
import { addMinutes } from '#lib/domain/calendar'
import { viewNetwork } from '#lib/use-cases/network/view-network'
import { addSource, authoringIn } from '#tests/support/authoring'
import { networkIn } from '#tests/support/networking'
import { postAt } from '#tests/support/reading'
import { addMember, as, noon, openWorld, type World } from '#tests/support/world'

let world: World
let deeds: ReturnType<typeof authoringIn>
let network: ReturnType<typeof networkIn>

beforeAll(async () => {
  world = await openWorld()
  await addSource(world)
  deeds = authoringIn(world)
  network = networkIn(world)
})
afterAll(() => world.end())

const refused = (refusal: string) => ({ ok: false, refusal })
const at = (actor: Actor) => ({ practiceId: postAt(actor).practiceId })

const namesSeen = async (actor: Actor) => {
  const view = await as(world, actor, (context) => viewNetwork(context, at(actor)))
  return view.ok ? view.value.network : view.refusal
}

describe('a network', () => {
  test('is seen by the practices in it, by their names, and by nobody else', async () => {
    const { alder, birch, cedar } = await network.three()
    expect(await namesSeen(alder)).toEqual({ name: 'River practices', others: ['Birch'] })
    expect(await namesSeen(birch)).toEqual({ name: 'River practices', others: ['Alder'] })
    expect(await namesSeen(cedar)).toBeNull()
    expect(await network.rows(alder)).toEqual({ networks: 1, codes: 1, practices: 1, offers: 0 })
    expect(await network.rows(birch)).toEqual({ networks: 1, codes: 0, practices: 1, offers: 0 })
    expect(await network.rows(cedar)).toEqual({ networks: 0, codes: 0, practices: 0, offers: 0 })
    expect(await network.found(birch)).toEqual(refused('network-joined-already'))
  })

  test('is an administrator’s to found, to open, to join and to leave', async () => {
    const { alder, cedar } = await network.three()
    const author = await addMember(world, { name: 'Ann', ...at(alder), can: ['train', 'author', 'manage'] })
    const nobody = refused('not-found')
    const code = await network.code(alder)
    const tried = [
      await network.found(author),
      await network.askForCode(author),
      await network.join(author, code),
      await network.leave(author),
      await as(world, cedar, (context) => viewNetwork(context, at(alder))),
    ]
    expect(tried).toEqual([nobody, nobody, nobody, nobody, nobody])
    expect(await namesSeen(author)).toBe('not-found')
    expect(await network.askForCode(cedar)).toEqual(refused('network-none'))
    expect(await network.leave(cedar)).toEqual(refused('network-none'))
  })

  test('lets a practice in by a code that works once, for a week, while its practice is in', async () => {
    const { alder, birch, cedar } = await network.three()
    const unknown = refused('network-code-unknown')
    const [used, late, orphan] = [
      await network.code(alder),
      await network.code(alder),
      await network.code(birch),
    ]
    const week = addMinutes(noon, 7 * 24 * 60)
    expect(await network.join(cedar, late, week)).toEqual(unknown)
    expect(await network.join(cedar, 'x'.repeat(43))).toEqual(unknown)
    expect(await network.join(cedar, 'not a code')).toEqual(unknown)
    await network.leave(birch)
    expect(await network.join(cedar, orphan)).toEqual(unknown)
    const answers = await Promise.all([network.join(birch, used), network.join(cedar, used)])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(answers.filter(({ ok }) => !ok)).toEqual([unknown])
  })

  test('is no practice’s to enter, to fill or to empty for another one, past all use cases', async () => {
    const { alder, birch, cedar } = await network.three()
    const networkId = await deeds.within(alder, async (tx) => (await tx.network.findFirst())?.id ?? '')
    const enter = (actor: Actor, practice: Actor, codeHash: string | null) =>
      deeds.within(actor, (tx) =>
        tx.networkPractice.create({
          data: { networkId, ...at(practice), joinedAt: new Date(noon), codeHash },
        }),
      )
    await expect(enter(cedar, cedar, null)).rejects.toThrow(/row-level security/)
    await expect(enter(cedar, cedar, 'a'.repeat(64))).rejects.toThrow(/row-level security/)
    await expect(enter(alder, cedar, null)).rejects.toThrow(/row-level security/)
    const code = { networkId, createdAt: new Date(noon), expiresAt: new Date('2030-01-01') }
    const open = (actor: Actor, practice: Actor) =>
      deeds.within(actor, (tx) =>
        tx.networkCode.create({ data: { ...code, ...at(practice), codeHash: 'b'.repeat(64) } }),
      )
    await expect(open(cedar, cedar)).rejects.toThrow(/row-level security/)
    await expect(open(birch, alder)).rejects.toThrow(/row-level security/)
    const { draftId } = await deeds.begin(birch, 'Birch alone')
    const { key } = await deeds.draft(birch, draftId)
    const words = { kind: 'module', version: 1, title: 'T', summary: 'S', minutes: 5 }
    const forge = (actor: Actor, practice: Actor) =>
      deeds.within(actor, (tx) =>
        tx.networkOffer.create({
          data: {
            ...words,
            id: randomUUID(),
            networkId,
            key,
            ...at(practice),
            archive: Buffer.from('PK'),
            offeredAt: new Date(noon),
          },
        }),
      )
    await expect(forge(alder, birch)).rejects.toThrow(/row-level security/)
    await expect(forge(cedar, cedar)).rejects.toThrow(/row-level security/)
    await expect(forge(alder, alder)).rejects.toThrow(/foreign key/i)
    await forge(birch, birch)
    const end = await deeds.within(alder, async (tx) => ({
      left: await tx.$executeRaw`UPDATE network_practice SET left_at = now() WHERE practice_id <> ${at(alder).practiceId}::uuid`,
      withdrawn: await tx.$executeRaw`UPDATE network_offer SET withdrawn_at = now()`,
    }))
    expect(end).toEqual({ left: 0, withdrawn: 0 })
    await expect(
      deeds.within(birch, (tx) => tx.networkOffer.updateMany({ data: { archive: Buffer.from('x') } })),
    ).rejects.toThrow(/permission denied/)
  })
})
