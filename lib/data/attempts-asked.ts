import type { Tx } from '#lib/data/database'
import type { LocalDate } from '#lib/domain/calendar'
import type { PracticeId, StaffMemberId } from '#lib/domain/ids'

/** That somebody asked for more attempts at a quiz, and nobody has allowed any since. No score and no answer. */
export type AttemptsAsked = {
  readonly staffMemberId: StaffMemberId
  readonly name: string
  readonly moduleId: string
  readonly module: string
  /** In the practice's zone. */
  readonly askedOn: LocalDate
}

type Place = { readonly practiceId: PracticeId; readonly timeZone: string }

/** When that fact was recorded; undefined where it was not. */
export async function findAskedOn(
  tx: Tx,
  { practiceId, timeZone }: Place,
  id: string,
): Promise<LocalDate | undefined> {
  const rows = await tx.$queryRaw<{ on: LocalDate }[]>`
    SELECT (recorded_at AT TIME ZONE ${timeZone})::date::text AS on FROM evidence_event
    WHERE practice_id = ${practiceId}::uuid AND id = ${id}::uuid`
  return rows[0]?.on
}

/** The names of those who may allow more, by name: living posts that may manage, without the one who asks. */
export async function listManagerNames(
  tx: Tx,
  practiceId: PracticeId,
  asking: StaffMemberId,
  today: LocalDate,
): Promise<string[]> {
  const rows = await tx.$queryRaw<{ name: string }[]>`
    SELECT name FROM staff_member WHERE practice_id = ${practiceId}::uuid AND 'manage' = ANY (capabilities)
      AND id <> ${asking}::uuid AND hidden_at IS NULL AND started_on <= ${today}::date
      AND (ended_on IS NULL OR ended_on >= ${today}::date)
    ORDER BY name LIMIT 100`
  return rows.map(({ name }) => name)
}
