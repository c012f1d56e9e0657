import { randomUUID } from 'node:crypto'
import { chainEntries } from '#lib/audit/chain-entries'
import { type FolderChange, folderChanges } from '#lib/content/authoring/folder-changes'
import { withWriter } from '#lib/content/authoring/network-folder'
import { filesAsVersion } from '#lib/content/authoring/next-version'
import type { Context } from '#lib/context'
import { appendAudit } from '#lib/data/audit'
import { type DraftRecord, findDraft, insertAuthored, insertDraft, listFolderNames } from '#lib/data/authored'
import {
  type AuthoringImport,
  closeAuthoringImport,
  findAuthoringImport,
  insertAuthoringImport,
  listImportFiles,
} from '#lib/data/authoring-import'
import { type DraftContent, listDraftFiles, lockDraft } from '#lib/data/draft'
import { lockPictures, replaceDraftFiles, sizeOfPictures } from '#lib/data/draft-media'
import { type Capability, type Membership, membershipWith } from '#lib/domain/access/actor'
import { belongsToVersion, isTextPath } from '#lib/domain/authoring/draft-path'
import { draftState, isFrozen } from '#lib/domain/authoring/draft-state'
import type { FolderArchive } from '#lib/domain/authoring/folder-archive'
import { folderName } from '#lib/domain/authoring/folder-name'
import { ownKey } from '#lib/domain/authoring/own-key'
import type { PracticeId } from '#lib/domain/ids'
import { ok, type Result, refuse } from '#lib/domain/result'

/** The version of another practice that a folder is a copy of. */
export type FolderOrigin = { readonly versionId: string; readonly practice: string }

type Facts = {
  readonly kind: 'module' | 'case' | null
  readonly name: string
  readonly number: number
  readonly leftOut: readonly string[]
  readonly drawn: readonly string[]
  readonly problems: FolderArchive['problems']
  /** None where it came as a file. */
  readonly origin?: FolderOrigin
}
export type FolderReport = {
  readonly draftId: string
  readonly kind: 'module' | 'case'
  readonly files: number
}
type Entry = AuthoringImport<Facts, FolderReport>

export type StartFolderImportRefusal = 'not-found' | 'draft-published'

type StartInput = {
  readonly practiceId: string
  /** The draft whose next text it is to be; null for a unit of its own. */
  readonly targetDraft: string | null
  readonly archive: FolderArchive
  /** Of a folder that another practice offers: what it says of its review does not hold here. */
  readonly origin?: FolderOrigin
}

/** Keeps a folder that came in until somebody confirms it. Of one with problems only the problems are kept. */
export async function startFolderImport(
  { tx, actor, now }: Context,
  { practiceId: wanted, targetDraft, archive, origin }: StartInput,
): Promise<Result<{ readonly folderId: string }, StartFolderImportRefusal>> {
  const post = membershipWith(actor, wanted, 'author')
  if (!post) return refuse('not-found')
  const target = targetDraft === null ? undefined : await findDraft(tx, post.practiceId, targetDraft)
  if (targetDraft !== null && !target) return refuse('not-found')
  if (target && isFrozen(draftState(target.events, target.filesHash))) return refuse('draft-published')
  const { folder, problems, fileName } = archive
  const { files: came = [], ...found } = folder ?? { kind: null, name: '', number: 0, leftOut: [], drawn: [] }
  const files = origin ? withWriter(came, origin.practice) : came
  const id = randomUUID()
  const facts = { ...found, problems, ...(origin && { origin }) }
  const entry = { id, kind: 'folder', draftId: targetDraft, fileName, facts } as const
  await insertAuthoringImport(tx, post.practiceId, entry, files, post.staffMemberId, now)
  return ok({ folderId: id })
}

type Place = { readonly practiceId: string; readonly folderId: string }

async function opened({ tx, actor }: Context, { practiceId: wanted, folderId }: Place) {
  const post = membershipWith(actor, wanted, 'author')
  const entry =
    post && (await findAuthoringImport<Facts, FolderReport>(tx, post.practiceId, 'folder', folderId))
  return post && entry ? { post, entry } : undefined
}

/** What stands in the draft now and would not after it. */
async function textsNow({ tx }: Context, practiceId: PracticeId, draft: DraftRecord | undefined) {
  const files = draft ? await listDraftFiles(tx, practiceId, draft.id) : []
  return files.filter(({ path }) => belongsToVersion(path, draft?.number ?? 0))
}

/** A module or case of one's own begins with its first version, whatever number it had elsewhere. */
const numberFor = (draft: DraftRecord | undefined) => draft?.number ?? 1

export type FolderImportView = {
  readonly practiceId: PracticeId
  readonly practiceName: string
  readonly capabilities: readonly Capability[]
  readonly fileName: string
  /** The practice that wrote it; null where it came as a file. */
  readonly originPractice: string | null
  readonly name: string
  /** Of its version, as it came. */
  readonly number: number
  /** The number that it gets here. */
  readonly becomes: number
  readonly problems: FolderArchive['problems']
  readonly leftOut: readonly string[]
  readonly drawn: readonly string[]
  /** The draft whose next text it will be; null where a new unit begins. */
  readonly target: { readonly draftId: string; readonly number: number; readonly filesHash: string } | null
  readonly isOtherKind: boolean
  readonly changes: readonly FolderChange[]
  readonly report: FolderReport | null
}

/** What a folder would write, file by file, or what it wrote. */
export async function viewFolderImport(
  context: Context,
  input: Place,
): Promise<Result<FolderImportView, 'not-found'>> {
  const found = await opened(context, input)
  if (!found) return refuse('not-found')
  const { practiceId, practiceName, capabilities } = found.post
  const { facts, draftId, fileName, report, id } = found.entry
  const draft = draftId === null ? undefined : await findDraft(context.tx, practiceId, draftId)
  const before = await textsNow(context, practiceId, draft)
  const files = await listImportFiles(context.tx, practiceId, id)
  const after = filesAsVersion(files, numberFor(draft))
  return ok({
    practiceId,
    practiceName,
    capabilities,
    fileName,
    originPractice: facts.origin?.practice ?? null,
    name: facts.name,
    number: facts.number,
    becomes: numberFor(draft),
    problems: facts.problems,
    leftOut: facts.leftOut,
    drawn: facts.drawn,
    target: draft ? { draftId: draft.id, number: draft.number, filesHash: draft.filesHash } : null,
    isOtherKind: draft !== undefined && facts.kind !== null && draft.kind !== facts.kind,
    changes: report ? [] : folderChanges(before, after),
    report,
  })
}

export type ConfirmFolderImportRefusal =
  | 'not-found'
  | 'folder-has-problems'
  | 'folder-other-kind'
  | 'draft-changed'
  | 'draft-published'
  | 'draft-full'
  | 'changed-meanwhile'
  | 'picture-quota-full'

/** Writes a folder that came in: all of it or nothing. Sent again, it changes nothing. */
export async function confirmFolderImport(
  context: Context,
  input: Place & { readonly filesHash: string },
): Promise<Result<FolderReport, ConfirmFolderImportRefusal>> {
  const { tx, now, actor } = context
  const found = await opened(context, input)
  if (!found) return refuse('not-found')
  const { post, entry } = found
  if (entry.report) return ok(entry.report)
  if (entry.facts.kind === null || entry.facts.problems.length > 0) return refuse('folder-has-problems')
  const { practiceId } = post
  await lockPictures(tx, practiceId)
  const files = await listImportFiles(tx, practiceId, entry.id)
  const written =
    entry.draftId === null
      ? await asNewUnit(context, post, entry, files)
      : await asNextText(context, post, { ...entry, draftId: entry.draftId }, files, input.filesHash)
  if (!written.ok) return written
  if ((await sizeOfPictures(tx, practiceId)) > context.settings.pictureQuotaBytes && files.some(isPicture))
    return refuse('picture-quota-full')
  const report = { draftId: written.value, kind: entry.facts.kind, files: files.length }
  await closeAuthoringImport(tx, practiceId, entry.id, report, now)
  const isNextText = entry.draftId !== null
  const { origin } = entry.facts
  const copied = origin ? { originVersionId: origin.versionId } : {}
  const about = { draftId: report.draftId, importId: entry.id, files: report.files, isNextText, ...copied }
  const deed = { kind: 'folder-imported', ...about } as const
  await appendAudit(tx, practiceId, chainEntries({ actorPersonId: actor.personId, recordedAt: now }, [deed]))
  return ok(report)
}

const isPicture = ({ path }: DraftContent) => !isTextPath(path)
type Written = Promise<Result<string, ConfirmFolderImportRefusal>>

async function asNewUnit(
  { tx, now }: Context,
  { practiceId, staffMemberId }: Membership,
  { id, facts }: Entry,
  files: readonly DraftContent[],
): Written {
  const kind = facts.kind ?? 'module'
  const slug = folderName(facts.name, await listFolderNames(tx, practiceId), kind)
  const { versionId = null, practice = null } = facts.origin ?? {}
  const unit = {
    id,
    kind,
    key: ownKey(id),
    slug,
    originVersionId: versionId,
    originPractice: practice,
  } as const
  if (!(await insertAuthored(tx, practiceId, unit, staffMemberId, now))) return refuse('changed-meanwhile')
  const draft = { id, authoredId: id, number: numberFor(undefined) }
  await insertDraft(tx, practiceId, draft, filesAsVersion(files, draft.number), staffMemberId, now)
  return ok(id)
}

async function asNextText(
  context: Context,
  { practiceId, staffMemberId }: Membership,
  { draftId, facts }: Entry & { readonly draftId: string },
  files: readonly DraftContent[],
  filesHash: string,
): Written {
  const { tx, now } = context
  await lockDraft(tx, practiceId, draftId)
  const draft = await findDraft(tx, practiceId, draftId)
  if (!draft) return refuse('not-found')
  if (draft.kind !== facts.kind) return refuse('folder-other-kind')
  if (isFrozen(draftState(draft.events, draft.filesHash))) return refuse('draft-published')
  if (draft.filesHash !== filesHash) return refuse('draft-changed')
  const before = await textsNow(context, practiceId, draft)
  const after = filesAsVersion(files, draft.number)
  const changes = folderChanges(before, after).filter(({ change }) => change !== 'unchanged')
  const saves = changes
    // What goes makes room for what comes.
    .toSorted((a, b) => Number(b.change === 'removed') - Number(a.change === 'removed'))
    .map(({ path }) => ({
      path,
      bytes: after.find((file) => file.path === path)?.bytes ?? null,
      base: before.find((file) => file.path === path)?.revision ?? 0,
    }))
  const isSaved = await replaceDraftFiles(tx, practiceId, draftId, saves, staffMemberId, now)
  return isSaved ? ok(draftId) : refuse('draft-full')
}
