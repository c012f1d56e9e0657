import { chainEntries } from '#lib/audit/chain-entries'
import { type CheckedDraft, checkDraft } from '#lib/content/authoring/check-draft'
import { canonicalHash } from '#lib/content/canonical-hash'
import type { PublishableVersion } from '#lib/content/publishable-module'
import type { Context } from '#lib/context'
import { appendAudit } from '#lib/data/audit'
import { type DraftRecord, findDraft, insertDraftEvent } from '#lib/data/authored'
import { insertCaseVersion } from '#lib/data/case-library'
import type { Tx } from '#lib/data/database'
import { lockDraft } from '#lib/data/draft'
import { findDraftToCheck } from '#lib/data/draft-to-check'
import { insertModuleVersion, versionId } from '#lib/data/library'
import { findPlan } from '#lib/data/planned-publication'
import { problemOfPlannedChange, publishHoldingTracks } from '#lib/data/publish-holding-tracks'
import { membershipWithAny } from '#lib/domain/access/actor'
import { canBePlannedFor, canFollow, draftState } from '#lib/domain/authoring/draft-state'
import { type AdvisoryGate, advising, type GateReasons, withReasons } from '#lib/domain/authoring/gates'
import type { ChangeDayProblem, UpdateLesson } from '#lib/domain/authoring/holding-tracks'
import { type Instant, type LocalDate, localDateAt } from '#lib/domain/calendar'
import type { PublishedCase } from '#lib/domain/curriculum/case'
import type { PersonId, PracticeId, StaffMemberId } from '#lib/domain/ids'
import { ok, type Result, refuse } from '#lib/domain/result'

export type PublishDraftRefusal =
  | 'not-found'
  | 'draft-changed'
  | 'draft-moved'
  | 'checks-busy'
  | 'checks-block'
  | 'citing-reason-missing'
  | 'wording-reason-missing'
  | 'translation-reason-missing'
  | 'plan-day-out-of-range'
  | ChangeDayProblem

type Input = PublicationTerms & {
  readonly practiceId: string
  readonly draftId: string
  /** Of the text that stood on the page. */
  readonly filesHash: string
}

/** What is said with a publication, at once or planned for a day. */
type PublicationTerms = {
  /** Why it is published with what a gate advises against, for each gate that does. */
  readonly reasons: GateReasons
  /** The day of a material or a critical change, where a track of the practice holds the module. */
  readonly dueOn?: LocalDate | null
}

type Publication = {
  readonly by: StaffMemberId
  /** For the audit trail; null where Beacon itself carries out a plan. */
  readonly actorPersonId: PersonId | null
  readonly terms: PublicationTerms
}

const reasonMissing = {
  'lessons-cite': 'citing-reason-missing',
  'plain-words': 'wording-reason-missing',
  translation: 'translation-reason-missing',
} as const satisfies Record<AdvisoryGate, PublishDraftRefusal>

type Deeds = Pick<Context, 'tx' | 'now'>

/** The version of a module or of a case. */
type Done = { readonly publishedVersionId: string }

type Asked = { readonly practiceId: string; readonly draftId: string; readonly filesHash: string }

/**
 * The text that is to be published, and the work of checking it: compilers take seconds, which no transaction waits for. Null
 * while the practice has other checks under way.
 */
export async function preparePublication(
  { tx, actor }: Context,
  { practiceId: wanted, draftId, filesHash }: Asked,
): Promise<Result<() => Promise<CheckedDraft | null>, PublishDraftRefusal>> {
  const post = membershipWithAny(actor, wanted, ['author', 'review'])
  if (!post) return refuse('not-found')
  const { practiceId } = post
  await lockDraft(tx, practiceId, draftId)
  const draft = await findDraft(tx, practiceId, draftId)
  if (!draft) return refuse('not-found')
  if (draft.filesHash !== filesHash) return refuse('draft-changed')
  if (!canFollow(draftState(draft.events, filesHash), 'published')) return refuse('draft-moved')
  const toCheck = await findDraftToCheck(tx, practiceId, draft)
  return ok(() => checkDraft(toCheck))
}

/**
 * Publishes an approved draft, in one transaction with what the gates found and the audit entry: from then on the practice's
 * own people read it, and nobody else. What was checked is what is published: a text that has changed since is refused.
 */
export async function publishDraft(
  { tx, now, actor }: Context,
  { practiceId: wanted, draftId, filesHash, ...terms }: Input,
  checked: CheckedDraft | null,
): Promise<Result<Done, PublishDraftRefusal>> {
  const post = membershipWithAny(actor, wanted, ['author', 'review'])
  if (!post) return refuse('not-found')
  const { practiceId, staffMemberId: by } = post
  await lockDraft(tx, practiceId, draftId)
  const draft = await findDraft(tx, practiceId, draftId)
  if (!draft) return refuse('not-found')
  if (draft.filesHash !== filesHash) return refuse('draft-changed')
  if (!canFollow(draftState(draft.events, filesHash), 'published')) return refuse('draft-moved')
  const publication = { by, actorPersonId: actor.personId, terms }
  return await publishVersion({ tx, now }, practiceId, draft, publication, checked)
}

/** Publishes what was planned for a day that has come, once. Null where there is no such plan any more. */
export async function publishPlanned(
  { tx, now }: Deeds,
  practiceId: PracticeId,
  draftId: string,
  checked: CheckedDraft,
): Promise<Result<Done, PublishDraftRefusal | 'retired'> | null> {
  await lockDraft(tx, practiceId, draftId)
  const plan = await findPlan(tx, practiceId, draftId)
  const draft = await findDraft(tx, practiceId, draftId)
  const state = draft && draftState(draft.events, draft.filesHash)
  if (!draft || !plan || state?.kind !== 'scheduled' || checked.filesHash !== draft.filesHash) return null
  if (localDateAt(now, plan.timeZone) < plan.publishOn) return null
  if (plan.isRetired) return refuse('retired')
  const publication = { ...plan, actorPersonId: null }
  return await publishVersion({ tx, now }, practiceId, draft, publication, checked)
}

/** What stands against publishing what was checked, now or on a day. */
function objection(
  checked: CheckedDraft | null,
  { filesHash }: DraftRecord,
  reasons: GateReasons,
): PublishDraftRefusal | null {
  if (!checked) return 'checks-busy'
  if (checked.filesHash !== filesHash) return 'draft-changed'
  if (!checked.version) return 'checks-block'
  const unexplained = advising(checked.gates).find((gate) => !reasons[gate])
  return unexplained ? reasonMissing[unexplained] : null
}

/**
 * Plans the publication of an approved draft for a day, in the practice's zone, with everything that is said about it. What
 * stands against publishing it now stands against planning it, too; any change of the text ends the plan.
 */
export async function planPublication(
  { tx, now, actor }: Context,
  { practiceId: wanted, draftId, filesHash, publishOn, ...terms }: Input & { readonly publishOn: LocalDate },
  checked: CheckedDraft | null,
): Promise<Result<null, PublishDraftRefusal>> {
  const post = membershipWithAny(actor, wanted, ['author', 'review'])
  if (!post) return refuse('not-found')
  const { practiceId, staffMemberId: by, timeZone } = post
  await lockDraft(tx, practiceId, draftId)
  const draft = await findDraft(tx, practiceId, draftId)
  if (!draft) return refuse('not-found')
  if (draft.filesHash !== filesHash) return refuse('draft-changed')
  if (!canFollow(draftState(draft.events, filesHash), 'scheduled')) return refuse('draft-moved')
  if (!canBePlannedFor(publishOn, localDateAt(now, timeZone))) return refuse('plan-day-out-of-range')
  const { reasons, dueOn = null } = terms
  const { kind, key: partId, number: version } = draft
  const changeKind = checked?.version?.changeKind ?? 'initial'
  const part = { kind, partId, version, changeKind, dueOn }
  const against =
    objection(checked, draft, reasons) ?? (await problemOfPlannedChange(tx, practiceId, part, publishOn))
  if (against) return refuse(against)
  const event = {
    kind: 'scheduled',
    by,
    reason: null,
    filesHash,
    details: { publishOn, terms: { reasons, dueOn } },
  } as const
  await insertDraftEvent(tx, practiceId, draftId, event, now)
  const deed = { kind: 'publication-planned', draftId, publishOn, filesHash } as const
  await appendAudit(tx, practiceId, chainEntries({ actorPersonId: actor.personId, recordedAt: now }, [deed]))
  return ok(null)
}

/**
 * Publishes the text of a draft as it stands, whoever asks: a person now, or the plan of an earlier day. The caller holds the
 * draft (`lockDraft`), and has seen that it can be published from where it stands.
 */
async function publishVersion(
  { tx, now }: Deeds,
  practiceId: PracticeId,
  draft: DraftRecord,
  { by, actorPersonId, terms: { reasons, dueOn = null } }: Publication,
  checked: CheckedDraft | null,
): Promise<Result<Done, PublishDraftRefusal>> {
  const { id: draftId, filesHash } = draft
  const against = objection(checked, draft, reasons)
  if (against || !checked?.version) return refuse(against ?? 'checks-block')
  const deed = await insertVersion(tx, practiceId, draft, checked.version, now)
  const publishedVersionId = versionId(draft.key, draft.number)
  const details = { publishedVersionId, gates: withReasons(checked.gates, reasons) }
  const event = { kind: 'published', by, reason: null, filesHash, details } as const
  await insertDraftEvent(tx, practiceId, draftId, event, now)
  const part = {
    kind: draft.kind,
    partId: draft.key,
    version: draft.number,
    changeKind: checked.version.changeKind,
    dueOn,
    update: updateLessonIn(checked.version, publishedVersionId),
  } as const
  const tracks = await publishHoldingTracks(tx, practiceId, part, canonicalHash, now)
  if (!tracks.ok) return tracks
  const deeds = [deed, ...tracks.value]
  await appendAudit(tx, practiceId, chainEntries({ actorPersonId, recordedAt: now }, deeds))
  return ok({ publishedVersionId })
}

/** The lesson that teaches what a module's version changes, where its author named one. */
function updateLessonIn(
  version: PublishableVersion | PublishedCase,
  moduleVersionId: string,
): UpdateLesson | null {
  const lessonId = 'updateLesson' in version ? version.updateLesson : undefined
  return lessonId === undefined ? null : { moduleVersionId, lessonId }
}

/** Writes what was checked under the key of the draft, as a version of a module or of a case, and says so for the audit trail. */
async function insertVersion(
  tx: Tx,
  practiceId: PracticeId,
  { key, number }: DraftRecord,
  checked: PublishableVersion | PublishedCase,
  now: Instant,
) {
  const { contentHash } = checked
  const id = versionId(key, number)
  if ('caseId' in checked) {
    await insertCaseVersion(tx, { ...checked, caseId: key, version: number }, now, practiceId)
    return { kind: 'case-version-published', caseVersionId: id, contentHash } as const
  }
  await insertModuleVersion(tx, { ...checked, moduleId: key, version: number }, now, practiceId)
  return { kind: 'module-version-published', moduleVersionId: id, contentHash } as const
}
