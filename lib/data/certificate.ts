import type { Tx } from '#lib/data/database'
import { fromInstantColumn, toDateColumn, toInstantColumn } from '#lib/data/dates'
import type { Prisma } from '#lib/data/generated/client'
import type { Instant } from '#lib/domain/calendar'
import type { Certificate } from '#lib/domain/certification/certificate'
import type { CertificateNumber } from '#lib/domain/certification/certificate-number'
import type { AssignmentId, PersonId, PracticeId, StaffMemberId } from '#lib/domain/ids'

/** The document, and whose and which completion's it is. `signature` is the compact JWS over the document itself. */
export type NewCertificate = Certificate & {
  readonly id: string
  readonly assignmentId: AssignmentId
  readonly cycle: number
  readonly staffMemberId: StaffMemberId
  readonly personId: PersonId
  readonly signature: string
}

/** One statement. The number is unique over all practices, and a cycle earns one certificate, both by constraint. */
export async function insertCertificate(
  tx: Tx,
  practiceId: PracticeId,
  certificate: NewCertificate,
): Promise<void> {
  const { completedOn, validThrough, issuedAt, modules, cases, ...row } = certificate
  await tx.certificate.create({
    data: {
      ...row,
      practiceId,
      modules: modules.map((module) => ({ ...module })) satisfies Prisma.InputJsonArray,
      cases: cases.map((each) => ({ ...each })) satisfies Prisma.InputJsonArray,
      completedOn: toDateColumn(completedOn),
      validThrough: validThrough && toDateColumn(validThrough),
      issuedAt: toInstantColumn(issuedAt),
    },
    select: { id: true },
  })
}

/** Posts of one person, practice and staff member in the same order. */
type Posts = {
  readonly practiceIds: readonly PracticeId[]
  readonly staffMemberIds: readonly StaffMemberId[]
}

export type ListedCertificate = Pick<
  Certificate,
  'number' | 'trackTitle' | 'practiceName' | 'completedOn' | 'validThrough'
> & { readonly id: string; readonly revoked: boolean }

/** Every certificate ever earned on these posts, the latest first. */
export async function listCertificatesOf(
  tx: Tx,
  { practiceIds, staffMemberIds }: Posts,
  { limit }: { limit: number },
): Promise<ListedCertificate[]> {
  return await tx.$queryRaw<ListedCertificate[]>`
    SELECT c.id, c.number, c.track_title AS "trackTitle", c.practice_name AS "practiceName",
      c.completed_on::text AS "completedOn", c.valid_through::text AS "validThrough",
      r.certificate_id IS NOT NULL AS revoked
    FROM unnest(${[...practiceIds]}::uuid[], ${[...staffMemberIds]}::uuid[]) AS post(practice_id, staff_member_id)
    JOIN certificate c USING (practice_id, staff_member_id)
    LEFT JOIN certificate_revocation r ON r.practice_id = c.practice_id AND r.certificate_id = c.id
    ORDER BY c.completed_on DESC, c.issued_at DESC, c.id LIMIT ${limit}`
}

/** Every certificate that the person ever earned, at whatever practice, left or not, the latest first. */
export async function listCertificatesOfPerson(
  tx: Tx,
  personId: PersonId,
  { limit }: { limit: number },
): Promise<ListedCertificate[]> {
  return await tx.$queryRaw<ListedCertificate[]>`
    SELECT c.id, c.number, c.track_title AS "trackTitle", c.practice_name AS "practiceName",
      c.completed_on::text AS "completedOn", c.valid_through::text AS "validThrough",
      r.certificate_id IS NOT NULL AS revoked
    FROM certificate c
    LEFT JOIN certificate_revocation r ON r.practice_id = c.practice_id AND r.certificate_id = c.id
    WHERE c.person_id = ${personId}::uuid
    ORDER BY c.completed_on DESC, c.issued_at DESC, c.id LIMIT ${limit}`
}

export type StoredCertificate = Certificate & {
  readonly id: string
  readonly practiceId: PracticeId
  readonly personId: PersonId
  /** The practice's, in which its last day ends. */
  readonly timeZone: string
  readonly revoked: boolean
  /** What each module and case version said about its review, each sentence once. */
  readonly reviewNotes: readonly string[]
}

type CertificateRow = Omit<StoredCertificate, 'issuedAt'> & { readonly issuedAt: Date }

/** Undefined where none of these practices issued it, and it is not the person's own. */
export async function findCertificate(
  tx: Tx,
  { practiceIds, personId }: { readonly practiceIds: readonly PracticeId[]; readonly personId: PersonId },
  id: string,
): Promise<StoredCertificate | undefined> {
  const rows = await tx.$queryRaw<CertificateRow[]>`
    SELECT c.id, c.practice_id AS "practiceId", c.person_id AS "personId", p.time_zone AS "timeZone", c.number,
      c.printed_name AS "printedName", c.practice_name AS "practiceName", c.role,
      c.track_version_id AS "trackVersionId", c.track_title AS "trackTitle", c.modules, c.cases,
      c.completed_on::text AS "completedOn", c.valid_through::text AS "validThrough", c.issued_at AS "issuedAt",
      r.certificate_id IS NOT NULL AS revoked,
      ARRAY(SELECT v.review_note FROM jsonb_array_elements(c.modules) m
          JOIN module_version v ON v.id = m ->> 'moduleVersionId'
        UNION SELECT v.review_note FROM jsonb_array_elements(c.cases) d
          JOIN case_version v ON v.id = d ->> 'caseVersionId' ORDER BY review_note) AS "reviewNotes"
    FROM certificate c
    JOIN practice p ON p.id = c.practice_id
    LEFT JOIN certificate_revocation r ON r.practice_id = c.practice_id AND r.certificate_id = c.id
    WHERE (c.practice_id = ANY (${[...practiceIds]}::uuid[]) OR c.person_id = ${personId}::uuid) AND c.id = ${id}::uuid`
  const [row] = rows
  return row && { ...row, issuedAt: fromInstantColumn(row.issuedAt) }
}

export type CertificateForVerification = {
  /** The compact JWS over the document: what we signed is what a visitor may learn from. */
  readonly signature: string
  readonly revoked: boolean
  /** The practice's, in which its last day ends. */
  readonly timeZone: string
}

/** By the number alone, of whatever practice. An empty number finds nothing. */
export async function findForVerification(
  tx: Tx,
  number: CertificateNumber | '',
): Promise<CertificateForVerification | undefined> {
  const rows = await tx.$queryRaw<CertificateForVerification[]>`
    SELECT signature, revoked_at IS NOT NULL AS revoked, time_zone AS "timeZone"
    FROM find_certificate_for_verification(${number})`
  return rows[0]
}

export type NewRevocation = {
  readonly certificateId: string
  readonly reason: string
  readonly revokedAt: Instant
  readonly revokedBy: PersonId
}

/** False where it was revoked before: the first reason stands. */
export async function insertRevocation(
  tx: Tx,
  practiceId: PracticeId,
  revocation: NewRevocation,
): Promise<boolean> {
  const { revokedAt, ...row } = revocation
  const data = [{ ...row, practiceId, revokedAt: toInstantColumn(revokedAt) }]
  return (await tx.certificateRevocation.createMany({ data, skipDuplicates: true })).count > 0
}
