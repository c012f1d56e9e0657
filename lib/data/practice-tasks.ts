import type { AttemptsAsked } from '#lib/data/attempts-asked'
import type { Tx } from '#lib/data/database'
import { troubleSince } from '#lib/data/mail-trouble'
import type { Instant, LocalDate } from '#lib/domain/calendar'
import type { PracticeId } from '#lib/domain/ids'
import type { Language } from '#lib/domain/language'

export type PracticeTasks = {
  /** The day of the last check of each local entry of the register, null where the practice has entered nothing. */
  readonly localChecks: readonly (LocalDate | null)[]
  /** Messages to staff that were given up in the last thirty days and not made up for. */
  readonly undelivered: number
  /** Certificates from elsewhere that wait for a second person. */
  readonly waitingExternals: number
  /** Who asks for more attempts at a quiz, the earliest first. */
  readonly attemptsAsked: readonly AttemptsAsked[]
}

/** What waits for a practice's managers beside its staff, one statement. */
export async function findPracticeTasks(
  tx: Tx,
  practiceId: PracticeId,
  language: Language,
  now: Instant,
): Promise<PracticeTasks> {
  const [tasks] = await tx.$queryRaw<PracticeTasks[]>`
    SELECT (SELECT coalesce(json_agg((SELECT l.checked_on::text FROM local_contact l
          WHERE l.practice_id = ${practiceId}::uuid AND l.contact_id = e.entry_id ORDER BY l.version DESC LIMIT 1)), '[]')
        FROM (SELECT entry_id FROM register_entry WHERE register = 'contacts' AND content ->> 'scope' = 'local' LIMIT 100) e)
        AS "localChecks",
      count_undelivered(${practiceId}::uuid, ${troubleSince(now)}::timestamptz) AS undelivered,
      count_waiting_externals(${practiceId}::uuid, NULL) AS "waitingExternals",
      (SELECT coalesce(json_agg(asked), '[]') FROM list_attempts_asked(${practiceId}::uuid, ${language}, NULL) asked)
        AS "attemptsAsked"`
  if (!tasks) throw new Error('a query without FROM answers one row')
  return tasks
}
