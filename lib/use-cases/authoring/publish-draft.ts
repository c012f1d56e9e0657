import { chainEntries } from '#lib/audit/chain-entries'
import { type CaseDraftCheck, checkCaseDraft } from '#lib/content/authoring/check-case-draft'
import { checkModuleDraft, type DraftCheck, type Finding } from '#lib/content/authoring/draft-folder'
import { canonicalHash } from '#lib/content/canonical-hash'
import { openLessonCompiler } from '#lib/content/lesson/lesson-compiler'
import type { PublishableVersion } from '#lib/content/publishable-module'
import { registerIds } from '#lib/content/registers'
import type { Context } from '#lib/context'
import { appendAudit } from '#lib/data/audit'
import { type DraftRecord, findDraft, insertDraftEvent } from '#lib/data/authored'
import { insertCaseVersion } from '#lib/data/case-library'
import type { Tx } from '#lib/data/database'
import { listDraftFiles, lockDraft } from '#lib/data/draft'
import { insertModuleVersion, versionId } from '#lib/data/library'
import { listTeachingModules } from '#lib/data/own-case-library'
import { listReferences } from '#lib/data/own-library'
import { publishHoldingTracks } from '#lib/data/publish-holding-tracks'
import { type Capability, membershipWithAny } from '#lib/domain/access/actor'
import { belongsToVersion } from '#lib/domain/authoring/draft-path'
import { canFollow, draftState } from '#lib/domain/authoring/draft-state'
import type { ChangeDayProblem } from '#lib/domain/authoring/holding-tracks'
import type { Instant, LocalDate } from '#lib/domain/calendar'
import type { PublishedCase } from '#lib/domain/curriculum/case'
import type { PersonId, PracticeId, StaffMemberId } from '#lib/domain/ids'
import { ok, type Result, refuse } from '#lib/domain/result'

export type PublishDraftRefusal =
  | 'not-found'
  | 'draft-changed'
  | 'draft-moved'
  | 'checks-block'
  | 'advice-reason-missing'
  | ChangeDayProblem

type Input = PublicationTerms & {
  readonly practiceId: string
  readonly draftId: string
  /** Of the text that stood on the page. */
  readonly filesHash: string
}

export type DraftChecksView = {
  readonly practiceId: PracticeId
  readonly practiceName: string
  readonly capabilities: readonly Capability[]
  readonly draftId: string
  readonly title: string
  readonly filesHash: string
  readonly findings: readonly Finding[]
  readonly mayPublish: boolean
}

/** Everything that the checks before publication find in a draft as it stands. */
export async function viewDraftChecks(
  { tx, actor }: Context,
  { practiceId: wanted, draftId }: { practiceId: string; draftId: string },
): Promise<Result<DraftChecksView, 'not-found'>> {
  const post = membershipWithAny(actor, wanted, ['author', 'review'])
  if (!post) return refuse('not-found')
  const { practiceId, practiceName, capabilities } = post
  const draft = await findDraft(tx, practiceId, draftId)
  if (!draft) return refuse('not-found')
  const { findings, version } = await check(tx, practiceId, draft)
  const { slug, filesHash, events } = draft
  const mayPublish = version !== null && canFollow(draftState(events, filesHash), 'published')
  const title = version?.title ?? slug
  return ok({ practiceId, practiceName, capabilities, draftId, title, filesHash, findings, mayPublish })
}

/** What is said with a publication, at once or planned for a day. */
type PublicationTerms = {
  /** Why it is published with what the checks advise against; needed where they do. */
  readonly reason: string | null
  /** The day of a material or a critical change, where a track of the practice holds the module. */
  readonly dueOn?: LocalDate | null
}

type Publication = {
  readonly by: StaffMemberId
  /** For the audit trail; null where Beacon itself carries out a plan. */
  readonly actorPersonId: PersonId | null
  readonly terms: PublicationTerms
}

/**
 * Publishes an approved draft, in one transaction with what the checks found and the audit entry: from then on the practice's
 * own people read it, and nobody else. The checks are done anew on the text that is published.
 */
export async function publishDraft(
  { tx, now, actor }: Context,
  { practiceId: wanted, draftId, filesHash, ...terms }: Input,
): Promise<Result<{ moduleVersionId: string }, PublishDraftRefusal>> {
  const post = membershipWithAny(actor, wanted, ['author', 'review'])
  if (!post) return refuse('not-found')
  const { practiceId, staffMemberId: by } = post
  await lockDraft(tx, practiceId, draftId)
  const draft = await findDraft(tx, practiceId, draftId)
  if (!draft) return refuse('not-found')
  if (draft.filesHash !== filesHash) return refuse('draft-changed')
  if (!canFollow(draftState(draft.events, filesHash), 'published')) return refuse('draft-moved')
  return await publishVersion({ tx, now }, practiceId, draft, { by, actorPersonId: actor.personId, terms })
}

/**
 * Publishes the text of a draft as it stands, whoever asks: a person now, or the plan of an earlier day. The caller holds the
 * draft (`lockDraft`), and has seen that it can be published from where it stands.
 */
async function publishVersion(
  { tx, now }: Pick<Context, 'tx' | 'now'>,
  practiceId: PracticeId,
  draft: DraftRecord,
  { by, actorPersonId, terms: { reason, dueOn = null } }: Publication,
): Promise<Result<{ moduleVersionId: string }, 'checks-block' | 'advice-reason-missing' | ChangeDayProblem>> {
  const { id: draftId, filesHash } = draft
  const { findings, version: checked } = await check(tx, practiceId, draft)
  if (!checked) return refuse('checks-block')
  if (findings.length > 0 && reason === null) return refuse('advice-reason-missing')
  const deed = await insertVersion(tx, practiceId, draft, checked, now)
  const moduleVersionId = versionId(draft.key, draft.number)
  const details = { moduleVersionId, findings }
  const event = { kind: 'published', by, reason, filesHash, details } as const
  await insertDraftEvent(tx, practiceId, draftId, event, now)
  const part = {
    kind: draft.kind,
    partId: draft.key,
    version: draft.number,
    changeKind: checked.changeKind,
    dueOn,
    update: null,
  } as const
  const tracks = await publishHoldingTracks(tx, practiceId, part, canonicalHash, now)
  if (!tracks.ok) return tracks
  const deeds = [deed, ...tracks.value]
  await appendAudit(tx, practiceId, chainEntries({ actorPersonId, recordedAt: now }, deeds))
  return ok({ moduleVersionId })
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

async function check(
  tx: Tx,
  practiceId: PracticeId,
  draft: DraftRecord,
): Promise<DraftCheck | CaseDraftCheck> {
  const files = await listDraftFiles(tx, practiceId, draft.id)
  const own = files.filter(({ path }) => belongsToVersion(path, draft.number))
  const registers = { ...(await listReferences(tx)), problems: [] }
  const compiler = openLessonCompiler()
  try {
    if (draft.kind === 'case') {
      const modules = await listTeachingModules(tx, practiceId)
      const objectives = modules.flatMap((each) => each.objectives.map(({ id }) => id))
      return await checkCaseDraft(draft.slug, own, { ...registerIds(registers), objectives }, compiler)
    }
    return await checkModuleDraft(draft.slug, own, registers, compiler)
  } finally {
    compiler.close()
  }
}
