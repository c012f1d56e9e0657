import { readFolder } from '#lib/content/archive/read-folder'
import { differencesOf, namesOf } from '#lib/content/authoring/differences'
import { shippedCaseFiles, shippedModuleFiles } from '#lib/content/authoring/draft-folder'
import type { Context } from '#lib/context'
import { type DraftRecord, listDrafts } from '#lib/data/authored'
import { listDraftFiles } from '#lib/data/draft'
import { listReviewedFiles } from '#lib/data/draft-history'
import { findOfferedArchive } from '#lib/data/network-offer'
import { findOrigin, laterThanOrigin, type Origin } from '#lib/data/origin'
import { type Capability, membershipWithAny } from '#lib/domain/access/actor'
import type { Differences, Names } from '#lib/domain/authoring/differences/differences'
import { belongsToVersion } from '#lib/domain/authoring/draft-path'
import { type LocalDate, localDateAt } from '#lib/domain/calendar'
import type { PracticeId } from '#lib/domain/ids'
import { ok, type Result, refuse } from '#lib/domain/result'

/**
 * What a draft can be compared with: another version, the text of the library or of another practice that it is a copy of, or
 * itself when it was sent to review. `library` is what those have changed themselves since the copy was made.
 */
export type Comparison =
  | { readonly kind: 'version'; readonly value: string; readonly number: number }
  | { readonly kind: 'origin'; readonly value: 'origin'; readonly practice: string | null }
  | {
      readonly kind: 'library'
      readonly value: 'library'
      readonly number: number
      readonly to: number
      readonly practice: string | null
    }
  | { readonly kind: 'round'; readonly value: string; readonly on: LocalDate; readonly round: number }

export type DifferencesView = {
  readonly practiceId: PracticeId
  readonly practiceName: string
  readonly capabilities: readonly Capability[]
  readonly draftId: string
  readonly number: number
  readonly choices: readonly Comparison[]
  /** Null where there is nothing to compare with yet. */
  readonly chosen: Comparison | null
  readonly differences: Differences | null
  readonly names: Names
}

type Input = { readonly practiceId: string; readonly draftId: string; readonly from: string | null }

/** What differs between an earlier text of a module or case and this draft as it stands. */
export async function viewDifferences(
  { tx, actor }: Context,
  { practiceId: asked, draftId, from }: Input,
): Promise<Result<DifferencesView, 'not-found'>> {
  const post = membershipWithAny(actor, asked, ['author', 'review'])
  if (!post) return refuse('not-found')
  const { practiceId, practiceName, capabilities, timeZone } = post
  const drafts = await listDrafts(tx, practiceId)
  const draft = drafts.find(({ id }) => id === draftId)
  if (!draft) return refuse('not-found')
  const versions = drafts.filter(({ authoredId, id }) => authoredId === draft.authoredId && id !== draftId)
  const origin = await findOrigin(tx, practiceId, draft)
  const choices = choicesOf(draft, versions, origin, timeZone)
  const chosen = choices.find(({ value }) => value === from) ?? choices[0] ?? null
  const before = chosen && (await filesOf(tx, practiceId, draft, origin, chosen))
  const after =
    chosen?.kind === 'library'
      ? await originFiles(tx, practiceId, draft, origin, chosen.to)
      : await filesOfDraft(tx, practiceId, draft)
  return ok({
    practiceId,
    practiceName,
    capabilities,
    draftId,
    number: draft.number,
    choices,
    chosen,
    differences: before && after && differencesOf(before, after),
    names: before && after ? namesOf(before, after) : {},
  })
}

/** The version before comes first, then the text in the library and its news, the last round of review, and all others. */
function choicesOf(
  { number, originVersionId, originPractice: practice, events }: DraftRecord,
  versions: readonly DraftRecord[],
  copied: Origin | undefined,
  timeZone: string,
): readonly Comparison[] {
  const others = versions
    .toSorted((a, b) => Number(b.number < number) - Number(a.number < number) || b.number - a.number)
    .map((each) => ({ kind: 'version', value: each.id, number: each.number }) as const)
  const rounds = events
    .filter(({ kind }) => kind === 'sent-to-review')
    .map((event, index) => {
      const on = localDateAt(event.at, timeZone)
      return { kind: 'round', value: String(event.number), on, round: index + 1 } as const
    })
    .toReversed()
  const origin = originVersionId === null ? [] : [{ kind: 'origin', value: 'origin', practice } as const]
  const to = laterThanOrigin(copied)
  const news =
    copied && to !== null
      ? [{ kind: 'library', value: 'library', number: copied.version, to, practice } as const]
      : []
  return [...others.slice(0, 1), ...origin, ...news, ...rounds, ...others.slice(1)]
}

async function filesOf(
  tx: Context['tx'],
  practiceId: PracticeId,
  draft: DraftRecord,
  origin: Origin | undefined,
  chosen: Comparison,
) {
  switch (chosen.kind) {
    case 'version': {
      const version = { id: chosen.value, number: chosen.number }
      return await filesOfDraft(tx, practiceId, version)
    }
    case 'round': {
      const files = await listReviewedFiles(tx, practiceId, draft.id, Number(chosen.value))
      return files.filter(({ path }) => belongsToVersion(path, draft.number))
    }
    case 'origin':
    case 'library':
      return await originFiles(tx, practiceId, draft, origin, origin?.version ?? 0)
  }
}

/** Null where the library no longer has it, or the other practice no longer offers it. */
async function originFiles(
  tx: Context['tx'],
  practiceId: PracticeId,
  { kind }: DraftRecord,
  origin: Origin | undefined,
  version: number,
) {
  if (!origin) return null
  if (!origin.isShipped) {
    const archive = await findOfferedArchive(tx, practiceId, origin.slug, version)
    const folder = archive && readFolder(archive)
    return folder?.ok ? folder.value.files : null
  }
  return kind === 'case' ? shippedCaseFiles(origin.slug, version) : shippedModuleFiles(origin.slug, version)
}

async function filesOfDraft(
  tx: Context['tx'],
  practiceId: PracticeId,
  { id, number }: Pick<DraftRecord, 'id' | 'number'>,
) {
  const files = await listDraftFiles(tx, practiceId, id)
  return files.filter(({ path }) => belongsToVersion(path, number))
}
