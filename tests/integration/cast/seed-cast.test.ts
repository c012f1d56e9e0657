import { randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chainStart, verifyChain } from '#lib/audit/hash-chain'
import { newSigningKeyPem } from '#lib/audit/signing-key'
import { actAs } from '#lib/cli/cast/stage'
import { seedCast } from '#lib/cli/seed'
import { connectDatabase } from '#lib/data/client'
import { type Database, inTransaction } from '#lib/data/database'
import { personOfAddress } from '#lib/data/person'
import { enterPractice } from '#lib/data/scope'
import type { AuditEntry } from '#lib/domain/audit/audit-event'
import { type Instant, instantFrom } from '#lib/domain/calendar'
import { plainRosterQuery } from '#lib/domain/compliance/roster-page'
import type { PracticeId } from '#lib/domain/ids'
import type { Settings } from '#lib/system/env'
import { publishLibrary } from '#lib/use-cases/authoring/publish-library'
import { bringUpProjection } from '#lib/use-cases/operation/bring-up-projection'
import { viewPracticeCompliance } from '#lib/use-cases/practice/view-practice-compliance'
import { type TestDatabase, testDatabase } from '#tests/support/database'

// A plain afternoon, and the small hours of a leap day.
const moments = ['2026-11-22T20:00:00Z', '2028-02-29T07:30:00Z'].map(instantFrom)

describe.each(moments)('the cast on %s', (now) => {
  let database: TestDatabase
  let db: Database
  let settings: Settings

  beforeAll(async () => {
    database = await testDatabase()
    const owner = connectDatabase({ url: database.ownerUrl, maxConnections: 1 })
    const published = await publishLibrary(owner, path.resolve('content'), now)
    await owner.$disconnect()
    if (!published.ok) throw new Error('the library can be published')
    db = connectDatabase({ url: database.appUrl, maxConnections: 2 })
    const certificateKeyFile = path.join(tmpdir(), `beacon-test-key-${randomUUID()}.pem`)
    writeFileSync(certificateKeyFile, await newSigningKeyPem(), { mode: 0o600 })
    settings = settingsWith(database.appUrl, certificateKeyFile)
    expect(await seedCast(db, settings, now)).toBe(true)
    // As every start does: that somebody began is derived by whoever comes after.
    await bringUpProjection(db, () => now)
  })
  afterAll(async () => {
    await db.$disconnect()
    await database.drop()
  })

  test('everybody is in the situation that their sentence tells', async () => {
    expect(await statuses(db, settings, now, 'ruth.calloway@gateway.example')).toEqual({
      'Amy Chen': ['not-started', 'waiting'],
      'Bill Novak': ['overdue', 'expired'],
      'Ellen Strand': ['compliant', 'accepted'],
      'Grace Lindqvist': ['renewal-open', 'accepted'],
      'Hannah Okafor': ['in-progress', 'accepted'],
      'Leon Baptiste': ['in-grace', 'accepted'],
      'Marisol Vega': ['compliant', 'accepted'],
      'Nadia Haddad': ['compliant', 'accepted'],
      'Omar Said': ['lapsed', 'accepted'],
      'Priya Raman': ['on-leave', 'accepted'],
      'Ruth Calloway': ['compliant', 'none'],
      'Sofia Marin': ['compliant', 'accepted'],
      'Tomás Rivera': ['not-started', 'accepted'],
      'Walter Jennings': ['exempt', 'accepted'],
    })
    expect(await statuses(db, settings, now, 'ben.tillman@ozark.example')).toEqual({
      'Ben Tillman': ['compliant', 'none'],
      'Kara Dunn': ['overdue', 'accepted'],
      'Sofia Marin': ['not-started', 'expired'],
    })
  })

  test('nothing that happened is later than the moment of the play, and the audit chains hold', async () => {
    const ids = await inTransaction(
      db,
      (tx) => tx.$queryRaw<{ id: PracticeId }[]>`
      SELECT id FROM list_practice_ids() AS id`,
    )
    expect(ids).toHaveLength(2)
    for (const { id } of ids) {
      const { late, chain } = await inTransaction(db, async (tx) => {
        await enterPractice(tx, id)
        const late = await tx.evidenceEvent.count({ where: { recordedAt: { gt: new Date(now) } } })
        return { late, chain: await tx.auditEntry.findMany({ orderBy: { sequence: 'asc' } }) }
      })
      expect(late).toBe(0)
      const entries = chain.map(({ payload, kind: _, ...entry }) => ({
        ...entry,
        recordedAt: instantFrom(entry.recordedAt.toISOString()),
        event: JSON.parse(payload),
      })) as AuditEntry[]
      expect(verifyChain(entries, chainStart(id)).ok).toBe(true)
      const moments = entries.map(({ recordedAt }) => recordedAt)
      expect(moments).toEqual(moments.toSorted())
      expect(entries.length).toBeGreaterThan(5)
    }
  })

  test('playing it in again changes nothing', async () => {
    const count = () => inTransaction(db, (tx) => tx.person.count())
    const before = await count()
    expect(await seedCast(db, settings, now)).toBe(false)
    expect(await count()).toBe(before)
  })
})

async function statuses(db: Database, settings: Settings, now: Instant, emailAddress: string) {
  return await inTransaction(db, async (tx) => {
    const personId = await personOfAddress(tx, emailAddress, now)
    const context = await actAs({ tx, settings, now }, personId, now)
    const practiceId = context.actor.memberships[0]?.practiceId ?? ''
    const view = await viewPracticeCompliance(context, {
      practiceId,
      part: 'current',
      query: plainRosterQuery,
    })
    if (!view.ok) throw new Error(view.refusal)
    return Object.fromEntries(
      view.value.rows.map(({ person, answer }) => [person.name, [answer?.status, person.invitation]]),
    )
  })
}

function settingsWith(databaseUrl: string, certificateKeyFile: string): Settings {
  return {
    origin: 'http://127.0.0.1:3000',
    databaseUrl,
    authSecret: 'Zt3kPq8vWn1xRb6yHc4mLd9sFg2jTu7e',
    certificateKeyFile,
    certificateEarlierKeysFile: undefined,
    smtpUrl: undefined,
    mailFrom: 'training@practice.example',
    dataDir: tmpdir(),
    pictureQuotaBytes: 100_000_000,
  }
}
