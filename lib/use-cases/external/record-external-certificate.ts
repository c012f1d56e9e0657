import { chainEntries } from '#lib/audit/chain-entries'
import type { Context } from '#lib/context'
import { appendAudit } from '#lib/data/audit'
import { listRequirements } from '#lib/data/compliance-history'
import {
  countWaitingExternals,
  countWithdrawnFiles,
  insertExternalCertificate,
} from '#lib/data/external-certificate'
import { findStaffMember } from '#lib/data/practice'
import { type Membership, membershipWith } from '#lib/domain/access/actor'
import { addMonths, localDateAt } from '#lib/domain/calendar'
import type { DocumentRefusal } from '#lib/domain/external/document'
import { type Statement, type StatementRefusal, statementFault } from '#lib/domain/external/statement'
import type { StaffMemberId } from '#lib/domain/ids'
import { ok, type Result, refuse } from '#lib/domain/result'
import { checkedDocument } from '#lib/pdf/checked-document'

export type RecordExternalRefusal =
  | 'not-found'
  | 'external-requirement-unknown'
  | 'external-too-many-waiting'
  | 'external-too-many-withdrawn'
  | StatementRefusal
  | DocumentRefusal

type Input = {
  readonly practiceId: string
  /** Left out by whoever records their own. */
  readonly staffMemberId?: string
  /** Made once for the form that was shown: sent twice, it is recorded once. */
  readonly externalId: string
  readonly statement: Statement
  readonly requirementIds: readonly string[]
  readonly file: { readonly bytes: Uint8Array }
}

/** More than anybody brings along, and few enough to look through. */
const mostWaiting = 12
/** In a year. Nothing on record is deleted, so each may be five megabytes for ever. */
const mostWithdrawn = 20

/**
 * Keeps the paper of training done elsewhere, with what it is said to say. It counts for nothing until a second person
 * accepts it. The file is known by what is in it; see `checkedDocument`.
 */
export async function recordExternalCertificate(
  context: Context,
  input: Input,
): Promise<Result<{ readonly externalId: string }, RecordExternalRefusal>> {
  const { tx, now, actor } = context
  const found = await postAndSubject(context, input)
  if (!found) return refuse('not-found')
  const { post, staffMemberId } = found
  const { practiceId } = post
  const fault = statementFault(input.statement, localDateAt(now, post.timeZone))
  if (fault) return refuse(fault)
  const requirements = await listRequirements(tx, [practiceId])
  const asked = requirements.map(({ id }) => id).filter((id) => input.requirementIds.includes(id))
  if (asked.length === 0) return refuse('external-requirement-unknown')
  const full = await fullRefusal(context, post, staffMemberId)
  if (full) return refuse(full)
  const document = checkedDocument(input.file.bytes)
  if (!document.ok) return document
  const { kind: fileKind, ...file } = document.value
  const { externalId } = input
  const entry = {
    ...input.statement,
    ...file,
    id: externalId,
    staffMemberId,
    requirementIds: asked,
    fileKind,
  }
  const isNew = await insertExternalCertificate(
    tx,
    practiceId,
    actor.personId,
    { ...entry, source: 'upload' },
    now,
  )
  if (!isNew) return ok({ externalId })
  const deed = { kind: 'external-certificate-recorded', staffMemberId, externalId, source: 'upload' } as const
  const entries = chainEntries({ actorPersonId: actor.personId, recordedAt: now }, [
    { ...deed, fileHash: file.sha256 },
  ])
  await appendAudit(tx, practiceId, entries)
  return ok({ externalId })
}

async function fullRefusal(
  { tx, now }: Context,
  { practiceId, timeZone }: Membership,
  staffMemberId: StaffMemberId,
): Promise<'external-too-many-waiting' | 'external-too-many-withdrawn' | undefined> {
  const waiting = await countWaitingExternals(tx, practiceId, staffMemberId)
  if (waiting >= mostWaiting) return 'external-too-many-waiting'
  const aYearAgo = addMonths(localDateAt(now, timeZone), -12)
  const withdrawn = await countWithdrawnFiles(tx, practiceId, staffMemberId, aYearAgo)
  return withdrawn >= mostWithdrawn ? 'external-too-many-withdrawn' : undefined
}

type Found = { readonly post: Membership; readonly staffMemberId: StaffMemberId }

/** A manager records for anybody at the practice, everybody else for themselves. */
async function postAndSubject({ tx, actor }: Context, input: Input): Promise<Found | undefined> {
  if (input.staffMemberId === undefined) {
    const own = actor.memberships.find(({ practiceId }) => practiceId === input.practiceId)
    return own && { post: own, staffMemberId: own.staffMemberId }
  }
  const post = membershipWith(actor, input.practiceId, 'manage')
  const member = post && (await findStaffMember(tx, post.practiceId, input.staffMemberId))
  return post && member && { post, staffMemberId: member.id }
}
