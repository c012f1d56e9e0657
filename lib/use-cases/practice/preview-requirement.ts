import { randomUUID } from 'node:crypto'
import type { Context } from '#lib/context'
import {
  historyOf,
  listRequirements,
  listStatusEvents,
  type RequirementRecord,
} from '#lib/data/compliance-history'
import { listTracks, type Track } from '#lib/data/requirement'
import { listStaff } from '#lib/data/roster'
import { type Membership, membershipWith } from '#lib/domain/access/actor'
import { type LocalDate, laterOf, localDateAt } from '#lib/domain/calendar'
import type { ComplianceAnswer } from '#lib/domain/compliance/answer'
import { asksAnyOf } from '#lib/domain/compliance/audience'
import { complianceStatus } from '#lib/domain/compliance/compliance-status'
import { policyOfDraft, type RequirementDraft } from '#lib/domain/compliance/requirement-draft'
import type { PracticeId, RequirementId } from '#lib/domain/ids'
import { ok, type Result, refuse } from '#lib/domain/result'
import { derivedId } from '#lib/system/derived-id'

export type PreviewedPerson = {
  readonly staffMemberId: string
  readonly name: string
  readonly role: string
  readonly startedOn: LocalDate
  readonly endedOn: LocalDate | null
  /** As it would stand today, or on the first day of work where that is later. */
  readonly answer: ComplianceAnswer
}

export type RequirementPreview = {
  readonly practiceId: PracticeId
  readonly practiceName: string
  readonly canAdminister: boolean
  readonly today: LocalDate
  /**
   * The id that the requirement will have. It follows from the answers and from the requirements that there were, so that
   * confirming the same preview twice, or in two windows, makes one; what was saved meanwhile makes another preview.
   */
  readonly requirementId: RequirementId
  readonly tracks: readonly Track[]
  /** Null where no such track is published. */
  readonly track: Track | null
  /** Requirements in force that ask somebody of these roles for the same track already. */
  readonly alike: readonly { readonly id: RequirementId; readonly name: string }[]
  readonly asked: readonly PreviewedPerson[]
  readonly notAsked: readonly PreviewedPerson[]
}

/** Everybody's first dates under answers that are not saved yet. Without answers, what may be asked. Writes nothing. */
export async function previewRequirement(
  context: Context,
  input: { practiceId: string; draft: RequirementDraft | null },
): Promise<Result<RequirementPreview, 'not-found'>> {
  const { tx, now, actor, language } = context
  const post = membershipWith(actor, input.practiceId, 'manage')
  if (!post) return refuse('not-found')
  const { practiceId, practiceName, capabilities, timeZone } = post
  const today = localDateAt(now, timeZone)
  const existing = await listRequirements(tx, [practiceId])
  const requirementId = idFor(practiceId, input.draft, existing)
  const tracks = await listTracks(tx, language)
  const people = input.draft ? await previewPeople(context, post, requirementId, input.draft) : []
  return ok({
    practiceId,
    practiceName,
    canAdminister: capabilities.includes('administer'),
    today,
    requirementId,
    tracks,
    track: tracks.find(({ id }) => id === input.draft?.trackId) ?? null,
    alike: input.draft ? alikeTo(input.draft, existing, today) : [],
    asked: people.filter(({ answer }) => answer.status !== 'not-required'),
    notAsked: people.filter(({ answer }) => answer.status === 'not-required'),
  })
}

function idFor(
  practiceId: PracticeId,
  draft: RequirementDraft | null,
  existing: readonly RequirementRecord[],
): RequirementId {
  const answers = JSON.stringify(draft && { ...draft, roles: draft.roles.toSorted() })
  return derivedId('requirement', practiceId, answers, ...existing.map(({ id }) => id)) as RequirementId
}

function alikeTo(
  { trackId, roles }: RequirementDraft,
  existing: readonly RequirementRecord[],
  today: LocalDate,
): RequirementPreview['alike'] {
  return existing
    .filter((each) => each.trackId === trackId && asksAnyOf(each.policies, roles, today))
    .map(({ id, name }) => ({ id, name }))
}

async function previewPeople(
  { tx, now }: Context,
  { practiceId, timeZone }: Membership,
  id: RequirementId,
  draft: RequirementDraft,
): Promise<readonly PreviewedPerson[]> {
  const today = localDateAt(now, timeZone)
  const policy = policyOfDraft(draft, { id: randomUUID(), effectiveOn: today, recordedAt: now })
  const { trackId } = draft
  const requirement = { id, practiceId, name: '', trackId, policies: [policy], attemptLimits: {} }
  const staff = await listStaff(tx, practiceId, today, 'current')
  const events = await listStatusEvents(tx, [practiceId])
  return staff.map(({ staffMemberId, name, role, startedOn, endedOn }) => {
    const history = historyOf(timeZone, requirement, events.get(staffMemberId))
    const answer = complianceStatus(history, laterOf(today, startedOn))
    return { staffMemberId, name, role, startedOn, endedOn, answer }
  })
}
