import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chainStart, verifyChain } from '#lib/audit/hash-chain'
import { verifyRecord } from '#lib/audit/sign-record'
import { readKeySet } from '#lib/audit/signing-key'
import { inTransaction } from '#lib/data/database'
import { enterPractice } from '#lib/data/scope'
import { instantFrom } from '#lib/domain/calendar'
import type { PracticeId } from '#lib/domain/ids'
import { submitAttempt } from '#lib/use-cases/training/submit-attempt'
import { viewResult } from '#lib/use-cases/training/view-result'
import { auditEntries } from '#tests/support/audit-entries'
import { sittingsIn } from '#tests/support/sittings'
import { addPractice, as, openWorld, type World } from '#tests/support/world'

let world: World
let practiceId: PracticeId
let sittings: ReturnType<typeof sittingsIn>

beforeAll(async () => {
  world = await openWorld()
  practiceId = await addPractice(world, 'Gateway Family Practice')
  sittings = sittingsIn(world, practiceId)
})
afterAll(() => world.end())

describe('the last module of a track', () => {
  test('completes it: one signed certificate, the next cycle, evidence and an unbroken audit chain', async () => {
    const { actor, assignmentId } = await sittings.learner('Łukasz Ñuñez')
    await sittings.submit(actor, await sittings.start(actor, assignmentId, 'm1'), 'a')
    expect(await sittings.count('certificate', { assignmentId })).toBe(0)
    const attemptId = await sittings.start(actor, assignmentId, 'm2')
    await sittings.submit(actor, attemptId, 'a')
    const result = await as(world, actor, (context) => viewResult(context, { attemptId }))
    expect(result).toMatchObject({ ok: true, value: { passed: true, certificateId: expect.any(String) } })
    const stored = await inTransaction(world.db, async (tx) => {
      await enterPractice(tx, practiceId)
      const [staffMember] = actor.memberships
      return {
        certificates: await tx.certificate.findMany({ where: { assignmentId } }),
        cycles: await tx.cycle.findMany({ where: { assignmentId }, orderBy: { number: 'asc' } }),
        kinds: await tx.evidenceEvent.findMany({
          where: { staffMemberId: staffMember?.staffMemberId ?? '', trackId: 'basics' },
          orderBy: [{ recordedAt: 'asc' }, { kind: 'asc' }],
        }),
      }
    })
    expect(stored.cycles.map((cycle) => cycle.number)).toEqual([1, 2])
    expect(stored.kinds.map((event) => event.kind).sort()).toEqual([
      'completed',
      'part-completed',
      'part-completed',
    ])
    expect(stored.certificates).toHaveLength(1)
    const [certificate] = stored.certificates
    const keys = await readKeySet(world.settings)
    const signed = await verifyRecord('certificate', certificate?.signature ?? '', keys)
    expect(signed).toMatchObject({
      ok: true,
      value: {
        number: certificate?.number,
        printedName: 'Łukasz Ñuñez',
        completedOn: '2026-03-10',
        trackTitle: 'Basics',
      },
    })
  })

  test('submitted on two devices at once with the one before it earns exactly one certificate', async () => {
    const { actor, assignmentId } = await sittings.learner('Two Devices')
    const [first, second] = [
      await sittings.start(actor, assignmentId, 'm1'),
      await sittings.start(actor, assignmentId, 'm2'),
    ]
    const both = await Promise.all([sittings.submit(actor, first, 'a'), sittings.submit(actor, second, 'a')])
    expect(both.every((result) => result.ok)).toBe(true)
    expect(await sittings.count('certificate', { assignmentId })).toBe(1)
  })

  test('counts on the practice’s calendar: half past eleven at night in Chicago is still that day', async () => {
    const { actor, assignmentId } = await sittings.learner('Night Shift')
    const late = instantFrom('2026-04-01T04:30:00Z')
    for (const moduleId of ['m1', 'm2']) {
      const attemptId = await sittings.start(actor, assignmentId, moduleId)
      const answers = Object.fromEntries(
        (await sittings.itemsOf(actor, attemptId)).map((itemId) => [itemId, ['a']]),
      )
      const input = { attemptId, answers, idempotencyKey: randomUUID() }
      await as(world, actor, (context) => submitAttempt(context, input), late)
    }
    const completedOn = await inTransaction(world.db, async (tx) => {
      await enterPractice(tx, practiceId)
      return (await tx.certificate.findFirst({ where: { assignmentId } }))?.completedOn
    })
    expect(completedOn?.toISOString().slice(0, 10)).toBe('2026-03-31')
  })
})

test('the practice’s audit chain is whole after all of this', async () => {
  const entries = await inTransaction(world.db, async (tx) => {
    await enterPractice(tx, practiceId)
    return auditEntries(tx, practiceId)
  })
  expect(entries.length).toBeGreaterThan(10)
  expect(verifyChain(entries, chainStart(practiceId))).toMatchObject({
    ok: true,
    value: { sequence: entries.length },
  })
})
