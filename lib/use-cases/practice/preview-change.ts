import { randomUUID } from 'node:crypto'
import type { Context } from '#lib/context'
import {
  historyOf,
  listRequirements,
  listStatusEvents,
  type RequirementRecord,
} from '#lib/data/compliance-history'
import { listStaffNames } from '#lib/data/practice'
import { listPolicyVersions, type PolicyVersionRecord } from '#lib/data/requirement'
import { listRequirementChoices, type RequirementChoices } from '#lib/data/requirement-choices'
import { type Membership, membershipWith } from '#lib/domain/access/actor'
import { type LocalDate, localDateAt } from '#lib/domain/calendar'
import { findProfile } from '#lib/domain/compliance/draft-choices'
import type { Policy } from '#lib/domain/compliance/policy'
import { type ChangedStanding, findChange } from '#lib/domain/compliance/policy-change'
import { peopleNamedIn } from '#lib/domain/compliance/policy-named'
import { type PolicyTerm, policyTerms } from '#lib/domain/compliance/policy-terms'
import { policyOfDraft, type RequirementDraft, rulesOfDraft } from '#lib/domain/compliance/requirement-draft'
import type { PracticeId, RequirementId } from '#lib/domain/ids'
import { pageOf } from '#lib/domain/page-of'
import { ok, type Result, refuse } from '#lib/domain/result'

export type ChangedPerson = ChangedStanding & {
  readonly staffMemberId: string
  readonly name: string
  readonly role: string
  readonly startedOn: LocalDate
  readonly endedOn: LocalDate | null
}

export type ChangePreview = {
  readonly practiceId: PracticeId
  readonly practiceName: string
  readonly canAdminister: boolean
  readonly today: LocalDate
  readonly requirement: Pick<RequirementRecord, 'name' | 'trackId' | 'renewalTrackId'> & {
    readonly id: RequirementId
  }
  readonly choices: RequirementChoices
  /** The version that was written last, which the form starts from, and what it says. */
  readonly latest: PolicyVersionRecord
  readonly latestTerms: readonly PolicyTerm[]
  /** What the answers say; null without answers. */
  readonly terms: readonly PolicyTerm[] | null
  /** Versions that begin after the new one, and will take its place then. */
  readonly laterVersionsOn: readonly LocalDate[]
  /** One page of exactly those whom it would change, by name. */
  readonly changed: readonly ChangedPerson[]
  /** How many it would change, if it applied to later completions only, and if it applied to all. */
  readonly counts: Readonly<Record<Policy['appliesTo'], number>>
  readonly page: number
  readonly pages: number
}

type Input = {
  readonly practiceId: string
  readonly requirementId: string
  readonly draft: RequirementDraft | null
  readonly appliesTo: Policy['appliesTo']
  readonly page?: number
}

const pageSize = 50

/** Whom another version of a requirement would change, and how: before and after. Writes nothing (rule 11). */
export async function previewChange(
  context: Context,
  input: Input,
): Promise<Result<ChangePreview, 'not-found'>> {
  const { tx, now, actor, language } = context
  const post = membershipWith(actor, input.practiceId, 'manage')
  if (!post) return refuse('not-found')
  const { practiceId, practiceName, capabilities, timeZone } = post
  const requirement = (await listRequirements(tx, [practiceId])).find(({ id }) => id === input.requirementId)
  const [latest] = requirement ? await listPolicyVersions(tx, post, requirement.id) : []
  if (!requirement || !latest) return refuse('not-found')
  const today = localDateAt(now, timeZone)
  const choices = await listRequirementChoices(tx, practiceId, today, language)
  const draft = input.draft && withTracksOf(requirement, input.draft)
  const changes = draft ? await listChanges(context, post, { requirement, draft, choices }) : nobody
  const { shown, page, pages } = pageOf(changes[input.appliesTo], input.page ?? 1, pageSize)
  const effectiveOn = draft?.effectiveOn ?? today
  const { id, name, trackId, renewalTrackId } = requirement
  return ok({
    practiceId,
    practiceName,
    canAdminister: capabilities.includes('administer'),
    today,
    requirement: { id, name, trackId, renewalTrackId },
    choices,
    latest,
    ...(await termsOf(context, practiceId, { latest, draft, choices })),
    laterVersionsOn: requirement.policies.map((each) => each.effectiveOn).filter((on) => on > effectiveOn),
    changed: shown,
    counts: { 'later-completions': changes['later-completions'].length, all: changes.all.length },
    page,
    pages,
  })
}

function withTracksOf(
  { trackId, renewalTrackId }: RequirementRecord,
  draft: RequirementDraft,
): RequirementDraft {
  return { ...draft, trackId, renewalTrackId }
}

type Told = {
  readonly latest: PolicyVersionRecord
  readonly draft: RequirementDraft | null
  readonly choices: RequirementChoices
}

/** What was written last, and what the answers say, as sentences. */
async function termsOf(
  { tx }: Context,
  practiceId: PracticeId,
  { latest, draft, choices }: Told,
): Promise<Pick<ChangePreview, 'latestTerms' | 'terms'>> {
  const rules = draft && rulesOfDraft(draft, findProfile(draft, choices) ?? null)
  const people = peopleNamedIn(rules ? [latest.rules, rules] : [latest.rules])
  const named = await listStaffNames(tx, practiceId, people)
  const nameOf = (id: string) => named.get(id)
  const attemptLimit = draft?.attemptLimit ?? 0
  return {
    latestTerms: policyTerms(latest, nameOf),
    terms: rules && policyTerms({ rules, attemptLimit }, nameOf),
  }
}

type Changes = Readonly<Record<Policy['appliesTo'], readonly ChangedPerson[]>>

const nobody: Changes = { 'later-completions': [], all: [] }

type Asked = {
  readonly requirement: RequirementRecord
  readonly draft: RequirementDraft
  readonly choices: RequirementChoices
}

async function listChanges(
  { tx, now }: Context,
  { practiceId, timeZone }: Membership,
  { requirement, draft, choices }: Asked,
): Promise<Changes> {
  const today = localDateAt(now, timeZone)
  const events = await listStatusEvents(tx, [practiceId])
  const version = { id: randomUUID(), effectiveOn: draft.effectiveOn ?? today, recordedAt: now }
  const profile = findProfile(draft, choices) ?? null
  const changesUnder = (appliesTo: Policy['appliesTo']) => {
    const policy = policyOfDraft(draft, { ...version, appliesTo }, profile)
    return choices.staff.flatMap(({ staffMemberId, name, role, startedOn, endedOn }): ChangedPerson[] => {
      const history = historyOf(timeZone, requirement, events.get(staffMemberId))
      const change = findChange(history, policy, today, startedOn)
      return change ? [{ ...change, staffMemberId, name, role, startedOn, endedOn }] : []
    })
  }
  return { 'later-completions': changesUnder('later-completions'), all: changesUnder('all') }
}
