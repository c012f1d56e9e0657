import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { chainStart, nextEntry, verifyChain } from '#lib/audit/hash-chain'
import type { AuditEntry, AuditEvent } from '#lib/domain/audit/audit-event'
import { type Instant, instantFrom, localDateFrom } from '#lib/domain/calendar'
import type { PersonId, PracticeId, StaffMemberId } from '#lib/domain/ids'

const riverside = '0b7a8f0e-0000-4000-8000-00000000000a' as PracticeId
const hillside = '0b7a8f0e-0000-4000-8000-00000000000b' as PracticeId
const manager = '0b7a8f0e-0000-4000-8000-000000000001' as PersonId
const nadia = '0b7a8f0e-0000-4000-8000-000000000002' as StaffMemberId
const recordedAt = instantFrom('2026-03-31T17:00:00.000Z')

const events: AuditEvent[] = [
  { kind: 'practice-created' },
  { kind: 'staff-member-added', staffMemberId: nadia, role: 'medical-assistant' },
  { kind: 'invitation-sent', staffMemberId: nadia },
  { kind: 'roster-exported', asOf: localDateFrom('2026-03-31'), rows: 12 },
]

function chainOf(practiceId: PracticeId): AuditEntry[] {
  const entries: AuditEntry[] = []
  for (const event of events) {
    const head = entries.at(-1) ?? chainStart(practiceId)
    entries.push(nextEntry(head, { recordedAt, actorPersonId: manager, event }))
  }
  return entries
}

const start = chainStart(riverside)
const chain = chainOf(riverside)
const changed = (index: number, change: Partial<AuditEntry>) =>
  chain.map((entry, at) => (at === index ? { ...entry, ...change } : entry))

describe('an entry', () => {
  test('takes the next number and is tied to the one before', () => {
    expect(chain.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4])
    expect(chain[0]?.previousHash).toBe('0'.repeat(64))
    expect(chain[1]?.previousHash).toBe(chain[0]?.hash)
  })

  test('hashes as anyone can compute again, without our code', () => {
    const text = `{"actorPersonId":"${manager}","event":{"kind":"practice-created"},"practiceId":"${riverside}","previousHash":"${'0'.repeat(64)}","recordedAt":"2026-03-31T17:00:00.000Z","sequence":1}`
    expect(chain[0]?.hash).toBe(createHash('sha256').update(text).digest('hex'))
  })

  test('hashes alike when the database returns its keys in another order', () => {
    const shuffled = { rows: 12, kind: 'roster-exported', asOf: localDateFrom('2026-03-31') } as const
    expect(verifyChain(changed(3, { event: shuffled }), start)).toMatchObject({ ok: true })
  })

  test('is not written with a time that could read back differently', () => {
    for (const odd of ['2026-03-31T17:00:00Z', '2026-03-31T19:00:00.000+02:00', 'yesterday']) {
      const entry = {
        recordedAt: odd as Instant,
        actorPersonId: null,
        event: { kind: 'practice-created' },
      } as const
      expect(() => nextEntry(start, entry)).toThrow('recordedAt')
    }
  })
})

describe('a chain', () => {
  test('that nobody touched holds, whole or in pieces', () => {
    const head = { practiceId: riverside, sequence: 4, hash: chain[3]?.hash }
    expect(verifyChain(chain, start)).toEqual({ ok: true, value: head })
    expect(verifyChain([], start)).toEqual({ ok: true, value: start })
    const first = verifyChain(chain.slice(0, 2), start)
    expect(first.ok && verifyChain(chain.slice(2), first.value)).toEqual({ ok: true, value: head })
  })

  test.each<[string, Partial<AuditEntry>]>([
    ['what happened', { event: { kind: 'staff-member-added', staffMemberId: nadia, role: 'clinician' } }],
    ['who did it', { actorPersonId: null }],
    ['when', { recordedAt: instantFrom('2026-03-30T17:00:00.000Z') }],
    ['its hash', { hash: 'f'.repeat(64) }],
    ['its tie, without hashing again', { previousHash: 'f'.repeat(64) }],
  ])('in which somebody changed %s breaks there', (_what, change) => {
    expect(verifyChain(changed(1, change), start)).toEqual({
      ok: false,
      refusal: { sequence: 2, problem: 'changed' },
    })
  })

  test('in which an entry was rewritten with a fresh hash breaks at the next one', () => {
    const forged = nextEntry(chain[0] ?? start, {
      recordedAt,
      actorPersonId: null,
      event: { kind: 'practice-created' },
    })
    expect(verifyChain(changed(1, forged), start)).toEqual({
      ok: false,
      refusal: { sequence: 3, problem: 'not-tied-to-the-one-before' },
    })
  })

  test('from which an entry was taken, or in which two changed places, breaks there', () => {
    const [one, two, three, four] = chain as [AuditEntry, AuditEntry, AuditEntry, AuditEntry]
    const broken = { ok: false, refusal: { sequence: 2, problem: 'missing-or-out-of-order' } }
    expect(verifyChain([one, three, four], start)).toEqual(broken)
    expect(verifyChain([one, three, two, four], start)).toEqual(broken)
    expect(verifyChain([one, one, two, three], start)).toEqual(broken)
  })

  test('into which another practice’s entry was put breaks there', () => {
    const [, foreign] = chainOf(hillside)
    expect(verifyChain(changed(1, foreign ?? {}), start)).toEqual({
      ok: false,
      refusal: { sequence: 2, problem: 'of-another-practice' },
    })
  })
})
