import type { Tx } from '#lib/data/database'
import type { Instant, LocalDate } from '#lib/domain/calendar'
import { defaultReminderSettings, type ReminderSettings } from '#lib/domain/compliance/reminder-settings'
import type { PersonId, PracticeId, StaffMemberId } from '#lib/domain/ids'
import type { Language } from '#lib/domain/language'
import type { ReminderMoment, ReminderText } from '#lib/domain/mail/reminder-text'

/** Version 0 is Beacon's own. */
export type StoredReminderSettings = ReminderSettings & { readonly version: number }

export async function findReminderSettings(tx: Tx, practiceId: PracticeId): Promise<StoredReminderSettings> {
  const rows = await tx.$queryRaw<StoredReminderSettings[]>`
    SELECT version, enabled, days_before AS "daysBefore", day_after AS "dayAfter", quiet_from AS "quietFrom",
      quiet_until AS "quietUntil", quiet_weekends AS "quietWeekends", requirements_off::text[] AS "requirementsOff",
      digest_enabled AS "digestEnabled", digest_weekday AS "digestWeekday",
      refreshers_enabled AS "refreshersEnabled"
    FROM reminder_settings WHERE practice_id = ${practiceId}::uuid ORDER BY version DESC LIMIT 1`
  return rows[0] ?? { ...defaultReminderSettings, version: 0 }
}

/** Adds the next version. False where another one was added since the author looked. */
export async function insertReminderSettings(
  tx: Tx,
  practiceId: PracticeId,
  author: PersonId,
  { settings, after }: { readonly settings: ReminderSettings; readonly after: number },
  now: Instant,
): Promise<boolean> {
  const added = await tx.$executeRaw`
    INSERT INTO reminder_settings (practice_id, version, enabled, days_before, day_after, quiet_from, quiet_until,
      quiet_weekends, requirements_off, digest_enabled, digest_weekday, refreshers_enabled, recorded_at, recorded_by)
    SELECT ${practiceId}::uuid, ${after}::int + 1, ${settings.enabled}, ${settings.daysBefore}::int[],
      ${settings.dayAfter}, ${settings.quietFrom}, ${settings.quietUntil}, ${settings.quietWeekends},
      ${settings.requirementsOff}::uuid[], ${settings.digestEnabled}, ${settings.digestWeekday}::int,
      ${settings.refreshersEnabled}, ${now}::timestamptz, ${author}::uuid
    WHERE ${after}::int = (SELECT coalesce(max(version), 0) FROM reminder_settings
      WHERE practice_id = ${practiceId}::uuid)
    ON CONFLICT DO NOTHING`
  return added > 0
}

export type StoredReminderText = {
  readonly language: Language
  readonly moment: ReminderMoment
  readonly version: number
  /** Null where the practice went back to Beacon's words. */
  readonly text: ReminderText | null
  readonly recordedOn: LocalDate
  readonly recordedBy: string | null
}

type WantedText = { readonly language: Language; readonly moment: ReminderMoment }

/** The newest words for each language and moment, or every version of those named, the newest first. */
export async function listReminderTexts(
  tx: Tx,
  practiceId: PracticeId,
  versionsOf: WantedText | null = null,
): Promise<StoredReminderText[]> {
  const { language = null, moment = null } = versionsOf ?? {}
  return await tx.$queryRaw<StoredReminderText[]>`
    SELECT t.language, t.moment, t.version, CASE WHEN t.subject IS NULL THEN NULL
        ELSE json_build_object('subject', t.subject, 'body', t.body) END AS text,
      (t.recorded_at AT TIME ZONE p.time_zone)::date::text AS "recordedOn", m.name AS "recordedBy"
    FROM reminder_text t
    JOIN practice p ON p.id = t.practice_id
    LEFT JOIN staff_member m ON m.practice_id = t.practice_id AND m.person_id = t.recorded_by
    WHERE t.practice_id = ${practiceId}::uuid
      AND CASE WHEN ${language}::text IS NULL THEN NOT EXISTS (
          SELECT FROM reminder_text n WHERE n.practice_id = t.practice_id AND n.language = t.language
            AND n.moment = t.moment AND n.version > t.version)
        ELSE t.language = ${language}::text AND t.moment = ${moment}::text END
    ORDER BY t.language, t.moment, t.version DESC LIMIT 200`
}

/** Adds the next version. False where another one was added since the author looked. */
export async function insertReminderText(
  tx: Tx,
  practiceId: PracticeId,
  author: PersonId,
  {
    language,
    moment,
    text,
    after,
  }: WantedText & { readonly text: ReminderText | null; readonly after: number },
  now: Instant,
): Promise<boolean> {
  const added = await tx.$executeRaw`
    INSERT INTO reminder_text (practice_id, language, moment, version, subject, body, recorded_at, recorded_by)
    SELECT ${practiceId}::uuid, ${language}, ${moment}, ${after}::int + 1, ${text?.subject ?? null}::text,
      ${text?.body ?? null}::text, ${now}::timestamptz, ${author}::uuid
    WHERE ${after}::int = (SELECT coalesce(max(version), 0) FROM reminder_text
      WHERE practice_id = ${practiceId}::uuid AND language = ${language} AND moment = ${moment})
    ON CONFLICT DO NOTHING`
  return added > 0
}

export type ReminderPause = {
  readonly staffMemberId: StaffMemberId
  readonly through: LocalDate
  readonly reason: string | null
}

/** Whose reminders rest on the day. */
export async function listReminderPauses(
  tx: Tx,
  practiceId: PracticeId,
  today: LocalDate,
): Promise<Map<StaffMemberId, ReminderPause>> {
  const rows = await tx.$queryRaw<ReminderPause[]>`
    SELECT * FROM (
      SELECT DISTINCT ON (staff_member_id) staff_member_id AS "staffMemberId", paused_through::text AS through, reason
      FROM reminder_pause WHERE practice_id = ${practiceId}::uuid ORDER BY staff_member_id, version DESC) newest
    WHERE through >= ${today} LIMIT 10000`
  return new Map(rows.map((pause) => [pause.staffMemberId, pause]))
}

/** Rests somebody's reminders through a day, or with null lets them begin again. */
export async function insertReminderPause(
  tx: Tx,
  practiceId: PracticeId,
  author: PersonId,
  pause: {
    readonly staffMemberId: StaffMemberId
    readonly through: LocalDate | null
    readonly reason: string | null
  },
  now: Instant,
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO reminder_pause (practice_id, staff_member_id, version, paused_through, reason, recorded_at, recorded_by)
    SELECT ${practiceId}::uuid, ${pause.staffMemberId}::uuid, coalesce(max(version), 0) + 1, ${pause.through}::date,
      ${pause.reason}::text, ${now}::timestamptz, ${author}::uuid
    FROM reminder_pause WHERE practice_id = ${practiceId}::uuid AND staff_member_id = ${pause.staffMemberId}::uuid`
}
