import { type CheckedDraft, checkDraft, type DraftToCheck } from '#lib/content/authoring/check-draft'
import { readModuleFacts } from '#lib/content/authoring/module-facts'
import { readChange } from '#lib/content/authoring/next-version'
import type { Context } from '#lib/context'
import { type DraftRecord, findDraft } from '#lib/data/authored'
import type { Tx } from '#lib/data/database'
import { findDraftToCheck, findPublishedGates } from '#lib/data/draft-to-check'
import { listOwnTracks } from '#lib/data/own-library'
import { type Capability, membershipWithAny } from '#lib/domain/access/actor'
import { isTranslationPath } from '#lib/domain/authoring/draft-path'
import { canFollow, draftState } from '#lib/domain/authoring/draft-state'
import type { GateResult } from '#lib/domain/authoring/gates'
import { tracksHolding } from '#lib/domain/authoring/holding-tracks'
import { type Minutes, minutesApart } from '#lib/domain/authoring/minutes-apart'
import { bindsPeople } from '#lib/domain/compliance/published-changes'
import { readingMinutes } from '#lib/domain/curriculum/lesson-tree'
import type { PracticeId } from '#lib/domain/ids'
import { ok, type Result, refuse } from '#lib/domain/result'

export type DraftChecksView = {
  readonly practiceId: PracticeId
  readonly practiceName: string
  readonly capabilities: readonly Capability[]
  readonly draftId: string
  readonly title: string
  readonly filesHash: string
  /** Whether it is approved, so that the gates alone stand before it. */
  readonly isApproved: boolean
  /** Its publication is planned for a day already. */
  readonly isPlanned: boolean
  readonly mayWrite: boolean
  readonly hasTranslation: boolean
  /** It changes what people must know in a track that they are asked for: a day is chosen first. */
  readonly asksForDay: boolean
  /** What stands of the version's own publication; of a text that is not published, what is to be looked at. */
  readonly checks:
    | { readonly kind: 'kept'; readonly gates: readonly GateResult[] }
    | { readonly kind: 'to-do'; readonly draft: DraftToCheck }
}

/** A draft before its publication, with what its checks need; a published one with what they found then. */
export async function viewDraftChecks(
  { tx, actor }: Context,
  { practiceId: wanted, draftId }: { practiceId: string; draftId: string },
): Promise<Result<DraftChecksView, 'not-found'>> {
  const post = membershipWithAny(actor, wanted, ['author', 'review'])
  if (!post) return refuse('not-found')
  const { practiceId, practiceName, capabilities } = post
  const draft = await findDraft(tx, practiceId, draftId)
  if (!draft) return refuse('not-found')
  const { slug, filesHash, events } = draft
  const kept = await findPublishedGates(tx, practiceId, draftId)
  const toDo = await findDraftToCheck(tx, practiceId, draft)
  const about = toDo.files.find(({ path }) => path === 'module.yaml' || path === 'case.yaml')
  const facts = about && readModuleFacts(new TextDecoder().decode(about.bytes))
  const head = toDo.files.find(({ path }) => path.endsWith(`v${draft.number}/version.yaml`))
  const { changeKind } = readChange(new TextDecoder().decode(head?.bytes))
  return ok({
    practiceId,
    practiceName,
    capabilities,
    draftId,
    title: facts?.title || slug,
    filesHash,
    isApproved: canFollow(draftState(events, filesHash), 'published'),
    isPlanned: draftState(events, filesHash).kind === 'scheduled',
    mayWrite: capabilities.includes('author') && !kept,
    hasTranslation: toDo.files.some(({ path }) => isTranslationPath(path)),
    asksForDay: bindsPeople(changeKind ?? 'initial') && (await isHeld(tx, practiceId, draft)),
    checks: kept ? { kind: 'kept', gates: kept } : { kind: 'to-do', draft: toDo },
  })
}

async function isHeld(tx: Tx, practiceId: PracticeId, { kind, key, number }: DraftRecord): Promise<boolean> {
  const tracks = await listOwnTracks(tx, practiceId)
  return tracksHolding(tracks, { kind, partId: key, version: number }).length > 0
}

/** What the gates say, and the minutes where they are far from what the lessons take. */
export type LookedAt = { readonly gates: readonly GateResult[]; readonly minutes: Minutes | null }

/** Of a published text as it was kept, of any other by compiling it, outside of any transaction. Null while others are being checked. */
export async function gatesOfView({ checks }: DraftChecksView): Promise<LookedAt | null> {
  if (checks.kind === 'kept') return { gates: checks.gates, minutes: null }
  const checked = await checkDraft(checks.draft)
  return checked && { gates: checked.gates, minutes: checked.version && minutesOf(checked.version) }
}

/** Of a case nobody measures how long people decide. */
function minutesOf(version: NonNullable<CheckedDraft['version']>): Minutes | null {
  if (!('lessons' in version)) return null
  const measured = version.lessons.reduce((sum, { tree }) => sum + readingMinutes(tree), 0)
  return minutesApart({ said: version.minutes, measured })
}
