import type { Tx } from '#lib/data/database'
import type { Instant, LocalDate } from '#lib/domain/calendar'
import type { LocalContact } from '#lib/domain/curriculum/local-contacts'
import type { PersonId, PracticeId } from '#lib/domain/ids'

export type StoredLocalContact = LocalContact & {
  readonly practiceId: PracticeId
  readonly recordedOn: LocalDate
  /** Who entered it, by the name that the practice knows. */
  readonly recordedBy: string | null
}

/** What these practices entered, the newest version of each contact, or every version of the one named, newest first. */
export async function listLocalContacts(
  tx: Tx,
  practiceIds: readonly PracticeId[],
  { versionsOf = null }: { versionsOf?: string | null } = {},
): Promise<StoredLocalContact[]> {
  return await tx.$queryRaw<StoredLocalContact[]>`
    SELECT l.practice_id AS "practiceId", l.contact_id AS "contactId", l.version, l.name, l.phone, l.hours, l.note,
      l.checked_on::text AS "checkedOn", (l.recorded_at AT TIME ZONE p.time_zone)::date::text AS "recordedOn",
      m.name AS "recordedBy"
    FROM local_contact l
    JOIN practice p ON p.id = l.practice_id
    LEFT JOIN staff_member m ON m.practice_id = l.practice_id AND m.person_id = l.recorded_by
    WHERE l.practice_id = ANY (${practiceIds}::uuid[])
      AND CASE WHEN ${versionsOf}::text IS NULL THEN NOT EXISTS (
          SELECT FROM local_contact n
          WHERE n.practice_id = l.practice_id AND n.contact_id = l.contact_id AND n.version > l.version)
        ELSE l.contact_id = ${versionsOf}::text END
    ORDER BY l.practice_id, l.contact_id, l.version DESC LIMIT 500`
}

export type NewLocalContact = Omit<LocalContact, 'version'> & {
  /** The version that the author saw; 0 where there was none. */
  readonly after: number
}

/** Adds the next version. False where another one was added since the author looked. */
export async function insertLocalContact(
  tx: Tx,
  practiceId: PracticeId,
  author: PersonId,
  { contactId, after, name, phone, hours, note, checkedOn }: NewLocalContact,
  now: Instant,
): Promise<boolean> {
  const added = await tx.$executeRaw`
    INSERT INTO local_contact
      (practice_id, contact_id, version, name, phone, hours, note, checked_on, recorded_at, recorded_by)
    SELECT ${practiceId}::uuid, ${contactId}, ${after}::int + 1, ${name}, ${phone}, ${hours}, ${note}::text,
      ${checkedOn}::date, ${now}::timestamptz, ${author}::uuid
    WHERE ${after}::int = (SELECT coalesce(max(l.version), 0) FROM local_contact l
      WHERE l.practice_id = ${practiceId}::uuid AND l.contact_id = ${contactId})
    ON CONFLICT DO NOTHING`
  return added > 0
}
