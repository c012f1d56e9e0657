import { randomUUID } from 'node:crypto'
import type { Context } from '#lib/context'
import {
  historyOf,
  listRequirements,
  listStatusEvents,
  type RequirementRecord,
  type StoredEvent,
} from '#lib/data/compliance-history'
import { listPublishedFacts } from '#lib/data/published-changes'
import type { Track } from '#lib/data/requirement'
import { listRequirementChoices, type RequirementChoices } from '#lib/data/requirement-choices'
import { type Membership, membershipWith } from '#lib/domain/access/actor'
import { type LocalDate, localDateAt } from '#lib/domain/calendar'
import type { CompletionCliff } from '#lib/domain/compliance/completion-cliff'
import { complianceStatus } from '#lib/domain/compliance/compliance-status'
import { findProfile } from '#lib/domain/compliance/draft-choices'
import type { Policy } from '#lib/domain/compliance/policy'
import type { PolicyRules } from '#lib/domain/compliance/policy-rules'
import { policyOfDraft, type RequirementDraft, rulesOfDraft } from '#lib/domain/compliance/requirement-draft'
import { cliffUnder, type Previewed, previewedUnder } from '#lib/domain/compliance/requirement-people'
import type { PublishedProfile } from '#lib/domain/curriculum/requirement-profile'
import type { PracticeId, RequirementId } from '#lib/domain/ids'
import { pageOf } from '#lib/domain/page-of'
import { ok, type Result, refuse } from '#lib/domain/result'
import { derivedId } from '#lib/system/derived-id'

export type PreviewedPerson = Previewed & {
  readonly staffMemberId: string
  readonly name: string
  readonly role: string
  readonly startedOn: LocalDate
  readonly endedOn: LocalDate | null
  readonly cliff: CompletionCliff | null
  /** Other requirements that ask this person for the same training. */
  readonly alsoAskedBy: readonly string[]
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
  readonly choices: RequirementChoices
  /** Null where no such track is published. */
  readonly track: Track | null
  readonly renewalTrack: Track | null
  readonly profile: PublishedProfile | null
  readonly rules: PolicyRules | null
  /** Requirements that ask some of these people for the same training already. */
  readonly alike: readonly { readonly id: RequirementId; readonly name: string; readonly people: number }[]
  /** One page of those whom it asks, by name. */
  readonly asked: readonly PreviewedPerson[]
  readonly page: number
  readonly pages: number
  readonly counts: {
    readonly asked: number
    readonly askedTwice: number
    readonly withoutLicenceDate: number
  }
  /** Whom it does not ask, with the reason that somebody could mend. */
  readonly notAsked: readonly Pick<PreviewedPerson, 'name' | 'missing'>[]
}

type Input = {
  readonly practiceId: string
  readonly draft: RequirementDraft | null
  /** From 1. */
  readonly page?: number
}

const pageSize = 50

/** Everybody's first dates under answers that are not saved yet. Without answers, what may be asked. Writes nothing. */
export async function previewRequirement(
  context: Context,
  input: Input,
): Promise<Result<RequirementPreview, 'not-found'>> {
  const { tx, now, actor, language } = context
  const post = membershipWith(actor, input.practiceId, 'manage')
  if (!post) return refuse('not-found')
  const { practiceId, practiceName, capabilities, timeZone } = post
  const { draft, page: wanted = 1 } = input
  const today = localDateAt(now, timeZone)
  const existing = await listRequirements(tx, [practiceId])
  const choices = await listRequirementChoices(tx, practiceId, today, language)
  const profile = (draft && findProfile(draft, choices)) ?? null
  const people = draft ? await previewPeople(context, post, { draft, profile, existing, choices }) : []
  const asked = people.filter(({ answer }) => answer.status !== 'not-required')
  const { shown, page, pages } = pageOf(asked, wanted, pageSize)
  return ok({
    practiceId,
    practiceName,
    canAdminister: capabilities.includes('administer'),
    today,
    requirementId: idFor(practiceId, draft, existing),
    choices,
    track: choices.tracks.find(({ id }) => id === draft?.trackId) ?? null,
    renewalTrack: choices.tracks.find(({ id }) => id === draft?.renewalTrackId) ?? null,
    profile,
    rules: draft && rulesOfDraft(draft, profile),
    alike: alikeTo(asked, existing),
    asked: shown.map(({ cliffFrom, ...person }) => {
      return { ...person, cliff: cliffFrom() }
    }),
    page,
    pages,
    counts: {
      asked: asked.length,
      askedTwice: asked.filter(({ alsoAskedBy }) => alsoAskedBy.length > 0).length,
      withoutLicenceDate: asked.filter(({ missing }) => missing.includes('licence-date')).length,
    },
    notAsked: people.filter(({ answer }) => answer.status === 'not-required'),
  })
}

function idFor(
  practiceId: PracticeId,
  draft: RequirementDraft | null,
  existing: readonly RequirementRecord[],
): RequirementId {
  const answers = JSON.stringify(draft && inOneOrder(draft))
  return derivedId('requirement', practiceId, answers, ...existing.map(({ id }) => id)) as RequirementId
}

function inOneOrder(draft: RequirementDraft): RequirementDraft {
  const { roles, locations = [], employmentKinds = [], people = [] } = draft
  return {
    ...draft,
    roles: roles.toSorted(),
    locations: locations.toSorted(),
    employmentKinds: employmentKinds.toSorted(),
    people: people.toSorted(),
  }
}

function alikeTo(
  asked: readonly Pick<PreviewedPerson, 'alsoAskedBy'>[],
  existing: readonly RequirementRecord[],
): RequirementPreview['alike'] {
  return existing
    .map(({ id, name }) => {
      return { id, name, people: asked.filter(({ alsoAskedBy }) => alsoAskedBy.includes(name)).length }
    })
    .filter(({ people }) => people > 0)
}

type Known = {
  readonly draft: RequirementDraft
  readonly profile: PublishedProfile | null
  readonly existing: readonly RequirementRecord[]
  readonly choices: RequirementChoices
}

async function previewPeople({ tx, now }: Context, post: Membership, known: Known) {
  const { practiceId, timeZone } = post
  const today = localDateAt(now, timeZone)
  const { draft, profile, choices } = known
  const effectiveOn = draft.effectiveOn ?? today
  const policy = policyOfDraft(draft, { id: randomUUID(), effectiveOn, recordedAt: now }, profile)
  const nothing = unsaved(practiceId, draft)
  const requirement = { ...nothing, facts: await listPublishedFacts(tx, post, nothing) }
  const events = await listStatusEvents(tx, [practiceId])
  return choices.staff.map(({ staffMemberId, name, role, startedOn, endedOn }) => {
    const facts = events.get(staffMemberId) ?? []
    const history = historyOf(timeZone, requirement, facts)
    const previewed = previewedUnder(history, policy, today, startedOn)
    return {
      ...previewed,
      staffMemberId,
      name,
      role,
      startedOn,
      endedOn,
      alsoAskedBy: othersAsking(known, timeZone, facts, previewed.on),
      // Asked for the page that is shown only: it derives a dozen answers.
      cliffFrom: () => cliffUnder(history, policy, previewed.on),
    }
  })
}

function unsaved(practiceId: PracticeId, draft: RequirementDraft): RequirementRecord {
  const { trackId, renewalTrackId = null } = draft
  const id = randomUUID() as RequirementId
  const nothing = {
    policies: [] as Policy[],
    attemptLimits: {},
    assessments: {},
    acceptedProviders: {},
    facts: [],
  }
  return { ...nothing, id, practiceId, name: '', trackId, renewalTrackId }
}

function othersAsking(
  { draft, existing }: Known,
  timeZone: string,
  facts: readonly StoredEvent[],
  on: LocalDate,
): readonly string[] {
  return existing
    .filter(({ trackId }) => trackId === draft.trackId)
    .filter((each) => complianceStatus(historyOf(timeZone, each, facts), on).status !== 'not-required')
    .map(({ name }) => name)
}
