import type { Tx } from '#lib/data/database'
import { fromInstantColumn, toDateColumn, toInstantColumn } from '#lib/data/dates'
import type { Prisma } from '#lib/data/generated/client'
import type { Instant, LocalDate } from '#lib/domain/calendar'
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
  const { completedOn, validThrough, issuedAt, modules, ...row } = certificate
  await tx.certificate.create({
    data: {
      ...row,
      practiceId,
      modules: modules.map((module) => ({ ...module })) satisfies Prisma.InputJsonArray,
      completedOn: toDateColumn(completedOn),
      validThrough: validThrough && toDateColumn(validThrough),
      issuedAt: toInstantColumn(issuedAt),
    },
    select: { id: true },
  })
}

/** A post of somebody: certificates belong to the practice where they were earned. */
type Post = { readonly practiceId: PracticeId; readonly staffMemberId: StaffMemberId }

export type ListedCertificate = Pick<
  Certificate,
  'number' | 'trackTitle' | 'practiceName' | 'completedOn' | 'validThrough'
> & { readonly id: string; readonly practiceId: PracticeId; readonly revoked: boolean }

/** Every certificate ever earned on these posts, the latest first. */
export async function listCertificatesOf(
  tx: Tx,
  posts: readonly Post[],
  { limit }: { limit: number },
): Promise<ListedCertificate[]> {
  const practices = posts.map((post) => post.practiceId)
  const staff = posts.map((post) => post.staffMemberId)
  return await tx.$queryRaw<ListedCertificate[]>`
    SELECT c.id, c.practice_id AS "practiceId", c.number, c.track_title AS "trackTitle",
      c.practice_name AS "practiceName", c.completed_on::text AS "completedOn",
      c.valid_through::text AS "validThrough", r.certificate_id IS NOT NULL AS revoked
    FROM unnest(${practices}::uuid[], ${staff}::uuid[]) AS post(practice_id, staff_member_id)
    JOIN certificate c USING (practice_id, staff_member_id)
    LEFT JOIN certificate_revocation r ON r.practice_id = c.practice_id AND r.certificate_id = c.id
    ORDER BY c.completed_on DESC, c.issued_at DESC, c.id LIMIT ${limit}`
}

export type StoredCertificate = Certificate & {
  readonly id: string
  readonly practiceId: PracticeId
  readonly staffMemberId: StaffMemberId
  readonly revoked: boolean
}

type CertificateRow = Omit<StoredCertificate, 'issuedAt'> & { readonly issuedAt: Date }

/** Undefined where none of these practices issued it. */
export async function findCertificate(
  tx: Tx,
  practiceIds: readonly PracticeId[],
  id: string,
): Promise<StoredCertificate | undefined> {
  const rows = await tx.$queryRaw<CertificateRow[]>`
    SELECT c.id, c.practice_id AS "practiceId", c.staff_member_id AS "staffMemberId", c.number,
      c.printed_name AS "printedName", c.practice_name AS "practiceName", c.role,
      c.track_version_id AS "trackVersionId", c.track_title AS "trackTitle", c.modules,
      c.completed_on::text AS "completedOn", c.valid_through::text AS "validThrough", c.issued_at AS "issuedAt",
      r.certificate_id IS NOT NULL AS revoked
    FROM certificate c
    LEFT JOIN certificate_revocation r ON r.practice_id = c.practice_id AND r.certificate_id = c.id
    WHERE c.practice_id = ANY (${[...practiceIds]}::uuid[]) AND c.id = ${id}::uuid`
  const [row] = rows
  return row && { ...row, issuedAt: fromInstantColumn(row.issuedAt) }
}

export type CertificateForVerification = {
  readonly printedName: string
  readonly trackTitle: string
  readonly completedOn: LocalDate
  readonly validThrough: LocalDate | null
  readonly issuedAt: Instant
  readonly revoked: boolean
  readonly signature: string
}

type VerificationRow = Omit<CertificateForVerification, 'issuedAt'> & { readonly issuedAt: Date }

/** By the number alone, of whatever practice: for the public page, which shows little of it. */
export async function findForVerification(
  tx: Tx,
  number: CertificateNumber,
): Promise<CertificateForVerification | undefined> {
  const rows = await tx.$queryRaw<VerificationRow[]>`
    SELECT printed_name AS "printedName", track_title AS "trackTitle", completed_on::text AS "completedOn",
      valid_through::text AS "validThrough", issued_at AS "issuedAt", revoked_at IS NOT NULL AS revoked, signature
    FROM find_certificate_for_verification(${number})`
  const [row] = rows
  return row && { ...row, issuedAt: fromInstantColumn(row.issuedAt) }
}
