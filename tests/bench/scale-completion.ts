import { writeFileSync } from 'node:fs'
import { newSessionId } from '#lib/auth/session-cookie'
import { sessionIdHash } from '#lib/auth/session-id-hash'
import { withDatabase } from '#lib/cli/context'
import { type Database, inTransaction } from '#lib/data/database'
import { insertEvidence } from '#lib/data/evidence'
import { enterPractice, enterSession } from '#lib/data/scope'
import { insertSession } from '#lib/data/session'
import { addMinutes, localDateAt } from '#lib/domain/calendar'
import { plainRosterQuery } from '#lib/domain/compliance/roster-page'
import type { PersonId, PracticeId } from '#lib/domain/ids'
import { now as clock } from '#lib/system/clock'
import { settings } from '#lib/system/env'
import { viewPracticeCompliance } from '#lib/use-cases/practice/view-practice-compliance'

// How long it takes from the beginning of the write of a completion until the dashboard's totals say it, for one line after
// the other that is late today.

const [, , answerFile = '', manager = '', practices = ''] = process.argv
const personId = manager as PersonId
const practiceIds = practices.split(',') as PracticeId[]
const now = clock()
const idHash = sessionIdHash(newSessionId())

/** The first meet what is loaded once, and are not counted. */
const wanted = 25

type Late = { readonly practiceId: PracticeId; readonly staffMemberId: string; readonly trackId: string }

async function countsOfDashboard(db: Database, practiceId: PracticeId) {
  return await inTransaction(db, async (tx) => {
    const actor = await enterSession(tx, idHash, clock())
    if (!actor) throw new Error('the session lives')
    const context = { tx, now: clock(), actor, settings: settings(), language: 'en' } as const
    const input = { practiceId, part: 'current', query: plainRosterQuery } as const
    const view = await viewPracticeCompliance(context, input)
    if (!view.ok) throw new Error(view.refusal)
    return view.value.counts
  })
}

async function listLate(db: Database): Promise<readonly Late[]> {
  const late: Late[] = []
  for (const practiceId of practiceIds) {
    if (late.length < wanted) late.push(...(await listLateOf(db, practiceId)))
  }
  return late.slice(0, wanted)
}

function listLateOf(db: Database, practiceId: PracticeId): Promise<readonly Late[]> {
  return inTransaction(db, async (tx) => {
    await enterPractice(tx, practiceId)
    const today = localDateAt(now, 'America/Chicago')
    return await tx.$queryRaw<Late[]>`
      SELECT s.practice_id AS "practiceId", s.staff_member_id AS "staffMemberId", r.track_id AS "trackId"
      FROM status_span s JOIN requirement r ON r.practice_id = s.practice_id AND r.id = s.requirement_id
      WHERE s.practice_id = ${practiceId}::uuid AND NOT s.has_left AND s.status IN ('overdue', 'lapsed')
        AND ${today}::date BETWEEN s.from_on AND s.through_on
      ORDER BY s.staff_member_id, s.requirement_id LIMIT ${wanted}::int`
  })
}

/** The time until the totals have one more that is current; throws where they have not. */
async function complete(db: Database, { practiceId, staffMemberId, trackId }: Late): Promise<number> {
  const before = await countsOfDashboard(db, practiceId)
  const began = performance.now()
  await inTransaction(db, async (tx) => {
    await enterPractice(tx, practiceId)
    const effectiveOn = localDateAt(clock(), 'America/Chicago')
    const fact = { staffMemberId, trackId, kind: 'completed', effectiveOn, details: { version: 1 } }
    await insertEvidence(tx, practiceId, personId, [fact], clock())
  })
  const after = await countsOfDashboard(db, practiceId)
  const ms = performance.now() - began
  if (after.current !== before.current + 1) throw new Error('the totals do not say the completion')
  return ms
}

const times = await withDatabase(settings().databaseUrl, async (db) => {
  const session = { idHash, personId, createdAt: now, expiresAt: addMinutes(now, 60) }
  await inTransaction(db, (tx) => insertSession(tx, session))
  const times: number[] = []
  for (const late of await listLate(db)) times.push(await complete(db, late))
  return times
})
writeFileSync(answerFile, JSON.stringify(times.slice(times.length > 10 ? 5 : 1)))
