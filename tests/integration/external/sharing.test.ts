import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inTransaction } from '#lib/data/database'
import { enterPractice } from '#lib/data/scope'
import type { Actor } from '#lib/domain/access/actor'
import type { PracticeId } from '#lib/domain/ids'
import { viewCertificates } from '#lib/use-cases/certificates/view-certificates'
import { shareCertificate } from '#lib/use-cases/external/share-certificate'
import { viewSharing } from '#lib/use-cases/external/view-sharing'
import { fromElsewhere } from '#tests/support/from-elsewhere'
import { managing } from '#tests/support/managing'
import { sittingsIn } from '#tests/support/sittings'
import { addMember, addPractice, as, openWorld, today, type World } from '#tests/support/world'

const manage = ['train', 'manage'] as const

let world: World
let alder: PracticeId
let birch: PracticeId
let alderManager: Actor
let birchManager: Actor
let birchRequirement: string
let atBirch: ReturnType<typeof fromElsewhere>

beforeAll(async () => {
  world = await openWorld()
  alder = await addPractice(world, 'Alder Family Medicine')
  birch = await addPractice(world, 'Birch Women’s Health')
  alderManager = await addMember(world, { name: 'Anna Alder', practiceId: alder, can: manage })
  birchManager = await addMember(world, { name: 'Bert Birch', practiceId: birch, can: manage })
  birchRequirement = await managing(world, birchManager, birch).require()
  atBirch = fromElsewhere(world, birch, [birchRequirement])
})
afterAll(() => world.end())

/** Somebody with a post at both, who completed the track at Alder today. */
async function certified(name: string): Promise<{ both: Actor; certificateId: string }> {
  const sittings = sittingsIn(world, alder)
  const { actor, assignmentId } = await sittings.learner(name)
  for (const moduleId of ['m1', 'm2']) {
    await sittings.submit(actor, await sittings.start(actor, assignmentId, moduleId), 'a')
  }
  const elsewhere = await addMember(world, { name, practiceId: birch })
  const both = { ...actor, memberships: [...actor.memberships, ...elsewhere.memberships] }
  const certificates = await as(world, both, viewCertificates)
  return { both, certificateId: (certificates.ok && certificates.value[0]?.id) || '' }
}

const share = (actor: Actor, certificateId: string, practiceId: string = birch) =>
  as(world, actor, (context) => shareCertificate(context, { certificateId, practiceId }))

/** The id of an entry that is shown to Birch now. */
async function shared(actor: Actor, certificateId: string): Promise<string> {
  const result = await share(actor, certificateId)
  if (!result.ok) throw new Error(result.refusal)
  return result.value.externalId
}

/** Every row that a practice has about training from elsewhere and in its chain. */
const rowsOf = (practiceId: PracticeId) =>
  inTransaction(world.db, async (tx) => {
    await enterPractice(tx, practiceId)
    const kind = { in: ['external-certificate-recorded', 'external-certificate-decided'] }
    return {
      entries: await tx.externalCertificate.count(),
      facts: await tx.evidenceEvent.count({ where: { kind: 'external-accepted' } }),
      audit: await tx.auditEntry.count({ where: { kind } }),
    }
  })

describe('a certificate of one practice', () => {
  test('is nowhere at the other until its holder shares it, and then as exactly what they agreed to', async () => {
    const { both, certificateId } = await certified('Lena Learner')
    expect((await atBirch.listed(birchManager)).waiting).toEqual([])
    const externalId = await shared(both, certificateId)
    const { waiting } = await atBirch.listed(birchManager)
    expect(waiting).toMatchObject([
      {
        id: externalId,
        source: 'practice',
        provider: 'Practice',
        title: 'Basics',
        completedOn: today,
        modules: [
          { title: 'Module m1', version: 1 },
          { title: 'Module m2', version: 1 },
        ],
        requirementIds: [birchRequirement],
      },
    ])
    const words = JSON.stringify(waiting)
    expect(words).not.toContain(alder)
    expect(words).not.toContain(both.memberships[0]?.staffMemberId)
    expect(await rowsOf(alder)).toEqual({ entries: 0, facts: 0, audit: 0 })
  })

  test('counts at the other once its manager accepts it, alone, since the signature vouches for it', async () => {
    const { both, certificateId } = await certified('Lars Learner')
    const externalId = await shared(both, certificateId)
    const seen = await atBirch.review(birchManager, externalId)
    expect(seen.ok && seen.value).toMatchObject({ vouching: 'signed', standing: 'may-decide' })
    expect((await atBirch.decide(birchManager, externalId)).ok).toBe(true)
    const facts = await managing(world, birchManager, birch).facts(both.memberships[1]?.staffMemberId ?? '')
    expect(facts.find(({ kind }) => kind === 'external-accepted')).toMatchObject({
      on: today,
      details: { provider: 'Practice', certificateId: externalId, recordedBy: both.personId },
    })
    expect(await rowsOf(alder)).toEqual({ entries: 0, facts: 0, audit: 0 })
    expect(await share(both, certificateId)).toEqual({ ok: false, refusal: 'shared-already' })
  })

  test('is nobody’s to see any more once its holder takes it back, and may be shown again', async () => {
    const { both, certificateId } = await certified('Lia Learner')
    const externalId = await shared(both, certificateId)
    expect(await share(both, certificateId)).toEqual({ ok: false, refusal: 'shared-already' })
    expect((await atBirch.withdraw(both, externalId)).ok).toBe(true)
    const { waiting, decided } = await atBirch.listed(birchManager)
    expect([...waiting, ...decided].map(({ id }) => id)).not.toContain(externalId)
    expect(await atBirch.review(birchManager, externalId)).toEqual({ ok: false, refusal: 'not-found' })
    expect(await atBirch.decide(birchManager, externalId)).toEqual({ ok: false, refusal: 'not-found' })
    const again = await shared(both, certificateId)
    expect(again).not.toBe(externalId)
  })

  test('is its holder’s alone to share', async () => {
    const { certificateId } = await certified('Lou Learner')
    const alderToo = {
      ...alderManager,
      memberships: [...alderManager.memberships, ...birchManager.memberships],
    }
    for (const actor of [alderManager, birchManager, alderToo]) {
      expect(await share(actor, certificateId)).toEqual({ ok: false, refusal: 'not-found' })
      const seen = await as(world, actor, (context) => viewSharing(context, { certificateId }))
      expect(seen).toEqual({ ok: false, refusal: 'not-found' })
    }
  })

  test('is not shared with its own practice, nor where its holder does not work', async () => {
    const { both, certificateId } = await certified('Luc Learner')
    const third = await addPractice(world, 'Cedar Pediatrics')
    for (const practiceId of [alder, third]) {
      expect(await share(both, certificateId, practiceId)).toMatchObject({
        refusal: 'share-practice-missing',
      })
    }
  })

  test('is not accepted once the first practice has revoked it', async () => {
    const { both, certificateId } = await certified('Leo Learner')
    const externalId = await shared(both, certificateId)
    await inTransaction(world.db, async (tx) => {
      await enterPractice(tx, alder)
      const revokedBy = alderManager.personId
      const row = { practiceId: alder, certificateId, reason: 'Mistake', revokedAt: new Date(), revokedBy }
      await tx.certificateRevocation.create({ data: row })
    })
    expect(await atBirch.decide(birchManager, externalId)).toEqual({ ok: false, refusal: 'share-revoked' })
    const seen = await atBirch.review(birchManager, externalId)
    expect(seen.ok && seen.value.vouching).toBe('revoked')
  })

  test('is not accepted where what is shown is not what was signed', async () => {
    const { both, certificateId } = await certified('Lou Learner Two')
    const externalId = await shared(both, certificateId)
    await inTransaction(world.owner, async (tx) => {
      // What no command can do: the owner changes the row.
      await tx.$executeRaw`ALTER TABLE external_certificate NO FORCE ROW LEVEL SECURITY`
      await tx.$executeRaw`UPDATE external_certificate SET title = 'More' WHERE id = ${externalId}::uuid`
      await tx.$executeRaw`ALTER TABLE external_certificate FORCE ROW LEVEL SECURITY`
    })
    expect(await atBirch.decide(birchManager, externalId)).toEqual({
      ok: false,
      refusal: 'share-not-verified',
    })
  })
})

test('a manager who shares with the practice that they manage does not accept it alone', async () => {
  const { both, certificateId } = await certified('Lotte Learner')
  const [first, second] = both.memberships
  if (!first || !second) throw new Error('two posts')
  const managerThere = { ...both, memberships: [first, { ...second, capabilities: manage }] }
  await addMember(world, { name: 'Bea Birch', practiceId: birch, can: manage })
  const externalId = await shared(managerThere, certificateId)
  expect(await atBirch.decide(managerThere, externalId)).toMatchObject({ refusal: 'external-is-your-own' })
})
