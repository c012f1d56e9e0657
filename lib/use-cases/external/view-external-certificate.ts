import { verifyCertificate } from '#lib/audit/verify-certificate'
import type { Context } from '#lib/context'
import { findForVerification } from '#lib/data/certificate'
import { historyOf, listRequirements, listStatusEvents } from '#lib/data/compliance-history'
import { countManagers, listExternalCertificates } from '#lib/data/external-certificate'
import { type Membership, membershipWith } from '#lib/domain/access/actor'
import { type LocalDate, localDateAt } from '#lib/domain/calendar'
import { takesProvider } from '#lib/domain/compliance/accepted-provider'
import type { ExternalEntry } from '#lib/domain/external/external-entry'
import {
  approvedProvidersIn,
  type ExternalPreview,
  previewExternal,
} from '#lib/domain/external/preview-external'
import { type Standing, standingOf } from '#lib/domain/external/second-person'
import { type Vouching, vouchedFor } from '#lib/domain/external/shared-certificate'
import { type Likeness, likenessOf, providerAsListed } from '#lib/domain/external/statement'
import type { PracticeId, RequirementId } from '#lib/domain/ids'
import { ok, type Result, refuse } from '#lib/domain/result'

export type ExternalRequirement = {
  readonly id: RequirementId
  readonly name: string
  /** Whoever recorded it means it to count here. */
  readonly isMeant: boolean
  readonly preview: ExternalPreview
}

export type ExternalReview = {
  readonly practiceId: PracticeId
  readonly practiceName: string
  readonly canAdminister: boolean
  readonly entry: ExternalEntry
  /** Where the actor stands who would decide. */
  readonly standing: Standing
  readonly mayWithdraw: boolean
  readonly requirements: readonly ExternalRequirement[]
  readonly alike: readonly { readonly entry: ExternalEntry; readonly likeness: Likeness }[]
  /** Null for a file. */
  readonly vouching: Vouching | null
  readonly today: LocalDate
}

/** One entry as a manager sees it before deciding: what it is, who stands behind it, and what it would do to the dates. */
export async function viewExternalCertificate(
  context: Context,
  input: { practiceId: string; externalId: string },
): Promise<Result<ExternalReview, 'not-found'>> {
  const { tx, now, actor } = context
  const post = membershipWith(actor, input.practiceId, 'manage')
  if (!post) return refuse('not-found')
  const { practiceId, practiceName, timeZone } = post
  const wanted = { practiceIds: [practiceId], seenBy: 'practice' } as const
  const [entry] = await listExternalCertificates(tx, { ...wanted, id: input.externalId, limit: 1 })
  if (!entry) return refuse('not-found')
  const { staffMemberId, recordedBy, personId } = entry
  const today = localDateAt(now, timeZone)
  const others = await listExternalCertificates(tx, {
    ...wanted,
    staffMemberIds: [staffMemberId],
    limit: 200,
  })
  const alike = others.flatMap((other) => {
    const likeness = likenessOf(entry, other)
    return likeness ? [{ entry: other, likeness }] : []
  })
  const managers = await countManagers(tx, practiceId, today)
  return ok({
    practiceId,
    practiceName,
    canAdminister: post.capabilities.includes('administer'),
    entry,
    standing: standingOf({ decider: actor.personId, subject: personId, recordedBy, managers }),
    mayWithdraw: entry.decision === null && [recordedBy, personId].includes(actor.personId),
    requirements: await previews(context, post, entry, today),
    alike,
    vouching: await vouchingOf(context, entry),
    today,
  })
}

/** Every requirement that asks the person, or that it is meant for. */
async function previews(
  { tx, now }: Context,
  { practiceId, timeZone }: Membership,
  entry: ExternalEntry,
  today: LocalDate,
): Promise<readonly ExternalRequirement[]> {
  const { staffMemberId, completedOn, validThrough } = entry
  const requirements = await listRequirements(tx, [practiceId])
  const events = (await listStatusEvents(tx, [practiceId], staffMemberId)).get(staffMemberId)
  return requirements
    .map((requirement) => {
      const provider = providerAsListed(entry.provider, approvedProvidersIn(requirement.policies))
      const external = { provider, completedOn, validThrough }
      const preview = previewExternal(historyOf(timeZone, requirement, events), external, today, now)
      const { id, name } = requirement
      const isRefused =
        preview.effect !== 'not-asked' && !takesProvider(requirement, provider, completedOn, today)
      const told = isRefused ? { ...preview, effect: 'not-allowed' as const } : preview
      return { id, name, isMeant: entry.requirementIds.includes(id), preview: told }
    })
    .filter(({ isMeant, preview }) => isMeant || preview.effect !== 'not-asked')
}

async function vouchingOf({ tx, settings }: Context, entry: ExternalEntry): Promise<Vouching | null> {
  if (entry.source !== 'practice') return null
  const found = await findForVerification(tx, entry.certificateNumber)
  const signed = found && (await verifyCertificate(found.signature, entry.certificateNumber, settings))
  if (!signed || !vouchedFor(entry, signed)) return 'not-signed'
  return found.revoked ? 'revoked' : 'signed'
}
