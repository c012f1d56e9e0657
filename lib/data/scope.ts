import type { Tx } from '#lib/data/database'
import type { Actor } from '#lib/domain/access/actor'
import type { Instant } from '#lib/domain/calendar'
import type { PracticeId } from '#lib/domain/ids'

type Entered = Omit<Actor, 'sessionIdHash'>

/**
 * Finds the living session and opens the transaction for its person and all living practices of that person: what
 * row-level security lets through from here on. Undefined where the session is unknown or over.
 */
export async function enterSession(tx: Tx, sessionIdHash: string, now: Instant): Promise<Actor | undefined> {
  const rows = await tx.$queryRaw<{ entered: Entered | null }[]>`
    SELECT enter_session(${sessionIdHash}, ${now}::timestamptz) AS entered`
  const entered = rows[0]?.entered
  return entered ? { ...entered, sessionIdHash } : undefined
}

/**
 * Opens the transaction for one practice: for jobs, set-up, and links that name their practice. A page about one practice
 * shuts the others out with it: the second wall stands closer, and asks each row about one practice instead of fifty.
 */
export async function enterPractice(tx: Tx, practiceId: PracticeId): Promise<void> {
  await tx.$queryRaw`SELECT set_config('beacon.practice_ids', ${practiceId}, true)`
}

/** Opens the transaction for a person's own posts, before any practice is chosen. */
export async function enterPerson(tx: Tx, personId: string): Promise<void> {
  await tx.$queryRaw`SELECT set_config('beacon.person_id', ${personId}, true)`
}
