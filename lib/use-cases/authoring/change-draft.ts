import { readModuleFacts, withModuleFacts } from '#lib/content/authoring/module-facts'
import {
  changedOutline,
  type OutlineDeed,
  type RemovedLesson,
  removedLessons,
} from '#lib/content/authoring/outline'
import type { Context } from '#lib/context'
import { findDraft } from '#lib/data/authored'
import { type DraftSave, findDraftFile, type Saved, saveDraftFile } from '#lib/data/draft'
import { listRemovedLessons } from '#lib/data/draft-history'
import { membershipWith } from '#lib/domain/access/actor'
import { ok, type Result, refuse } from '#lib/domain/result'

export type ChangeDraftRefusal =
  | 'not-found'
  | 'changed-meanwhile'
  | 'draft-frozen'
  | 'draft-full'
  | 'outline-unchanged'

type Wanted = {
  readonly practiceId: string
  readonly draftId: string
  /** The revision of the file that stood on the page. */
  readonly base: number
}

type Facts = {
  readonly title: string
  readonly summary: string
  readonly minutes: number
  readonly objectives: readonly string[]
}

/** Writes what a module says of itself. Everything else in its file stays byte for byte. */
export async function changeModuleFacts(
  context: Context,
  { facts, ...wanted }: Wanted & { readonly facts: Facts },
): Promise<Result<null, ChangeDraftRefusal>> {
  const file = await openFile(context, wanted, () => 'module.yaml')
  if (!file.ok) return file
  const { text, path, save } = file.value
  if (!readModuleFacts(text)) return refuse('outline-unchanged')
  return await save([{ path, bytes: bytesOf(withModuleFacts(text, facts)), base: wanted.base }])
}

/** What an author asks of the lessons; a removed one is named by its file, below the version's folder. */
export type LessonDeed =
  | Exclude<OutlineDeed, { readonly kind: 'put-back' }>
  | { readonly kind: 'put-back'; readonly file: string }

/** Adds, moves, removes or puts back a lesson, or writes what is said of it beside its text. Everything else in `version.yaml` stays byte for byte. */
export async function changeOutline(
  context: Context,
  { deed, ...wanted }: Wanted & { readonly deed: LessonDeed },
): Promise<Result<null, ChangeDraftRefusal>> {
  const file = await openFile(context, wanted, (number) => `v${number}/version.yaml`)
  if (!file.ok) return file
  const { text, path, folder, objectives, revisionOf, save } = file.value
  const removed = await file.value.removed()
  const asked = toOutlineDeed(deed, removed)
  const change = asked && changedOutline(text, asked, objectives.slice(0, 1), removed)
  if (!change) return refuse('outline-unchanged')
  const saves: DraftSave[] = [{ path, bytes: bytesOf(change.version), base: wanted.base }]
  const { began, ended } = change
  if (began) saves.push({ path: `${folder}/${began.file}`, bytes: bytesOf(began.text), base: 0 })
  const base = ended === null ? 0 : await revisionOf(`${folder}/${ended}`)
  if (ended !== null && base > 0) saves.push({ path: `${folder}/${ended}`, bytes: null, base })
  return await save(saves)
}

function toOutlineDeed(deed: LessonDeed, removed: readonly RemovedLesson[]): OutlineDeed | undefined {
  if (deed.kind !== 'put-back') return deed
  const lesson = removed.find(({ file }) => file === deed.file)
  return lesson && { kind: 'put-back', lesson }
}

const bytesOf = (text: string) => new TextEncoder().encode(text)
const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

/** A file of the draft, for somebody who may write it, and how several files of it are saved together. */
async function openFile(
  { tx, now, actor }: Context,
  { practiceId: wanted, draftId }: Wanted,
  pathOf: (number: number) => string,
) {
  const post = membershipWith(actor, wanted, 'author')
  if (!post) return refuse('not-found')
  const { practiceId, staffMemberId } = post
  const draft = await findDraft(tx, practiceId, draftId)
  const path = pathOf(draft?.number ?? 1)
  const file = draft && (await findDraftFile(tx, practiceId, draftId, path))
  if (!draft || !file) return refuse('not-found')
  const about = await findDraftFile(tx, practiceId, draftId, 'module.yaml')
  return ok({
    text: textOf(file.bytes),
    path,
    folder: `v${draft.number}`,
    objectives: (about && readModuleFacts(textOf(about.bytes))?.objectives.map(({ id }) => id)) ?? [],
    removed: async () => removedLessons(...(await listRemovedLessons(tx, practiceId, draftId, draft.number))),
    revisionOf: async (other: string) => (await findDraftFile(tx, practiceId, draftId, other))?.revision ?? 0,
    save: (saves: readonly DraftSave[]) =>
      inTurn(saves, (each) => saveDraftFile(tx, practiceId, draftId, each, staffMemberId, now)),
  })
}

/** All of them, or a refusal, upon which the transaction takes back those before it. */
async function inTurn(
  saves: readonly DraftSave[],
  save: (each: DraftSave) => Promise<Saved>,
): Promise<Result<null, ChangeDraftRefusal>> {
  for (const each of saves) {
    const saved = await save(each)
    if (saved.kind === 'stale') return refuse('changed-meanwhile')
    if (saved.kind !== 'saved') return refuse(saved.kind === 'full' ? 'draft-full' : 'draft-frozen')
  }
  return ok(null)
}
