import { randomUUID } from 'node:crypto'
import { chainEntries } from '#lib/audit/chain-entries'
import { markOf, readDraftQuiz, readModuleHead } from '#lib/content/authoring/quiz-draft'
import {
  type IncomingQuiz,
  type ItemDefaults,
  type ItemPlan,
  planItems,
  withPlannedItems,
} from '#lib/content/items/item-plan'
import { quizFromRows } from '#lib/content/items/item-table'
import { readGift } from '#lib/content/items/read-gift'
import type { YamlEditRefusal } from '#lib/content/yaml-edit/edit-yaml'
import type { YamlValue } from '#lib/content/yaml-edit/yaml-text'
import type { Context } from '#lib/context'
import { unguardedCell } from '#lib/csv/csv-file'
import { decodedText } from '#lib/csv/decode-text'
import { type FileRefusal, readTable } from '#lib/csv/read-table'
import { appendAudit } from '#lib/data/audit'
import {
  closeAuthoringImport,
  findAuthoringImport,
  insertAuthoringImport,
  listImportFiles,
} from '#lib/data/authoring-import'
import { listRegisterEntries } from '#lib/data/library'
import { type ChangeQuizRefusal, changeQuizFile, findQuizFrame, type QuizTexts } from '#lib/data/quiz-draft'
import { type Capability, membershipWith } from '#lib/domain/access/actor'
import type { Source } from '#lib/domain/curriculum/reference'
import type { PracticeId } from '#lib/domain/ids'
import { ok, type Result, refuse } from '#lib/domain/result'

type Place = { readonly practiceId: string; readonly draftId: string }
type Facts = { readonly defaults: ItemDefaults }
export type ItemReport = { readonly added: number; readonly changed: number; readonly unchanged: number }

type StartInput = Place & {
  readonly file: { readonly name: string; readonly bytes: Uint8Array }
  readonly defaults: ItemDefaults
}

export type StartItemImportRefusal = 'not-found' | 'draft-published'

/** Takes a file of items in, to be looked at. Nothing of it is written yet. */
export async function startItemImport(
  { tx, actor, now }: Context,
  { practiceId: wanted, draftId, file, defaults }: StartInput,
): Promise<Result<{ readonly itemImportId: string }, StartItemImportRefusal>> {
  const post = membershipWith(actor, wanted, 'author')
  const frame = post && (await findQuizFrame(tx, post.practiceId, draftId))
  if (!post || !frame) return refuse('not-found')
  if (!frame.isOpen) return refuse('draft-published')
  const id = randomUUID()
  const facts: Facts = { defaults }
  const entry = { id, kind: 'items', draftId, fileName: file.name, facts } as const
  const files = [{ path: 'items', bytes: file.bytes }]
  await insertAuthoringImport(tx, post.practiceId, entry, files, post.staffMemberId, now)
  return ok({ itemImportId: id })
}

/** What keeps a file from being read as items; `row` is null for the whole file, `column` where it is known. */
export type FileFault = {
  readonly row: number | null
  readonly column: string | null
  /** One of our refusals, or what a rule says in English. */
  readonly words: FileRefusal | 'encoding-unknown' | { readonly message: string }
}

type ReadItems = Result<IncomingQuiz, readonly FileFault[]>

const whole = (words: FileFault['words']): ReadItems => refuse([{ row: null, column: null, words }])

/** A file of items: GIFT by the ending of its name, everything else a table. */
async function readItems(name: string, bytes: Uint8Array): Promise<ReadItems> {
  if (/\.(gift|txt)$/i.test(name)) return giftItems(bytes)
  const read = await readTable(bytes, { encoding: null, delimiter: null, sheet: 0 }, (text) => text.trim())
  if (read.kind === 'ask-encoding') return whole('encoding-unknown')
  if (read.kind === 'refused') return whole(read.refusal)
  const rows = read.table.rows.map(({ number, cells }) => ({ number, cells: cells.map(unguardedCell) }))
  const quiz = quizFromRows({ headers: read.table.headers, rows })
  if (!quiz.ok)
    return refuse(quiz.refusal.map(({ row, column, message }) => ({ row, column, words: { message } })))
  const { items, vignettes } = quiz.value
  const placed = items.map((said, index) => ({
    place: rows[index]?.number ?? 0,
    said: said as unknown as Readonly<Record<string, YamlValue>>,
  }))
  return ok({ items: placed, vignettes })
}

function giftItems(bytes: Uint8Array): ReadItems {
  const decoded = decodedText(bytes)
  if (!decoded) return whole('encoding-unknown')
  const gift = readGift(decoded.text)
  if (!gift.ok) {
    return refuse(gift.refusal.map(({ line, message }) => ({ row: line, column: null, words: { message } })))
  }
  const { items, vignettes } = gift.value
  return ok({ items: items.map(({ line, item }) => ({ place: line, said: item })), vignettes })
}

async function planned(
  { tx }: Context,
  { texts, slug }: { readonly texts: QuizTexts; readonly slug: string },
  incoming: IncomingQuiz,
  { defaults }: Facts,
): Promise<ItemPlan> {
  const sources = await listRegisterEntries<Source>(tx, 'sources')
  const objectives = readModuleHead(texts.module).objectives.map(({ id }) => id)
  const known = { objectives, sources: sources.map(({ id }) => id) }
  return planItems(texts.quiz, incoming, { known, defaults, prefix: slug })
}

type Import = Place & { readonly itemImportId: string }

/** The import with its file, for whoever may write at the practice. */
async function opened({ tx, actor }: Context, { practiceId: wanted, draftId, itemImportId }: Import) {
  const post = membershipWith(actor, wanted, 'author')
  const entry =
    post && (await findAuthoringImport<Facts, ItemReport>(tx, post.practiceId, 'items', itemImportId))
  const frame = post && (await findQuizFrame(tx, post.practiceId, draftId))
  if (!post || !entry || !frame || entry.draftId !== draftId) return undefined
  const [file] = await listImportFiles(tx, post.practiceId, itemImportId)
  return { post, entry, frame, bytes: file?.bytes ?? new Uint8Array() }
}

export type ItemImportView = {
  readonly practiceId: PracticeId
  readonly practiceName: string
  readonly capabilities: readonly Capability[]
  readonly draftId: string
  readonly fileName: string
  readonly isGift: boolean
  readonly isOpen: boolean
  /** Of the bank as it was read for this plan. */
  readonly mark: string
  readonly faults: readonly FileFault[]
  /** Null while the file cannot be read. */
  readonly plan: ItemPlan | null
  /** What was written; null until it is confirmed. */
  readonly report: ItemReport | null
}

/** What a file of items would do to the bank as it stands now. */
export async function viewItemImport(
  context: Context,
  input: Import,
): Promise<Result<ItemImportView, 'not-found'>> {
  const found = await opened(context, input)
  if (!found) return refuse('not-found')
  const { post, entry, frame, bytes } = found
  const { practiceId, practiceName, capabilities } = post
  const read = entry.report ? ok({ items: [], vignettes: [] }) : await readItems(entry.fileName, bytes)
  return ok({
    practiceId,
    practiceName,
    capabilities,
    draftId: input.draftId,
    fileName: entry.fileName,
    isGift: /\.(gift|txt)$/i.test(entry.fileName),
    isOpen: frame.isOpen,
    mark: markOf(frame.texts.quiz),
    faults: read.ok ? [] : read.refusal,
    plan: read.ok ? await planned(context, frame, read.value, entry.facts) : null,
    report: entry.report,
  })
}

export type ConfirmItemImportRefusal =
  | ChangeQuizRefusal
  | YamlEditRefusal
  | 'items-have-problems'
  | 'items-changed-meanwhile'
  | 'items-key-change-unconfirmed'

type ConfirmInput = Import & {
  /** Of the bank for which the page said what would happen. */
  readonly mark: string
  /** Other right answers than those in the bank are meant. */
  readonly isKeyChangeMeant: boolean
}

/** Writes the items into the bank: all of them or none. Sent again, it changes nothing. */
export async function confirmItemImport(
  context: Context,
  input: ConfirmInput,
): Promise<Result<ItemReport, ConfirmItemImportRefusal>> {
  const found = await opened(context, input)
  if (!found) return refuse('not-found')
  const { post, entry, bytes } = found
  if (entry.report) return ok(entry.report)
  const read = await readItems(entry.fileName, bytes)
  if (!read.ok) return refuse('items-have-problems')
  const place = { practiceId: post.practiceId, draftId: input.draftId, file: 'quiz' } as const
  const { tx, actor, now } = context
  const written = await changeQuizFile<ConfirmItemImportRefusal, { text: string; report: ItemReport }>(
    tx,
    place,
    async (frame) => {
      if (markOf(frame.texts.quiz) !== input.mark) return refuse('items-changed-meanwhile')
      return edited(frame.texts.quiz, await planned(context, frame, read.value, entry.facts), input)
    },
    post.staffMemberId,
    now,
  )
  if (!written.ok) return written
  const { report } = written.value
  await closeAuthoringImport(tx, post.practiceId, entry.id, report, now)
  const { added, changed } = report
  const deed = { kind: 'items-imported', draftId: input.draftId, importId: entry.id, added, changed } as const
  const entries = chainEntries({ actorPersonId: actor.personId, recordedAt: now }, [deed])
  await appendAudit(tx, post.practiceId, entries)
  return ok(report)
}

function edited(
  quiz: string,
  plan: ItemPlan,
  { isKeyChangeMeant }: Pick<ConfirmInput, 'isKeyChangeMeant'>,
): Result<{ text: string; report: ItemReport }, ConfirmItemImportRefusal> {
  if (plan.problems.length > 0 || !readDraftQuiz(quiz)) return refuse('items-have-problems')
  if (plan.items.some(({ isKeyChanged }) => isKeyChanged) && !isKeyChangeMeant)
    return refuse('items-key-change-unconfirmed')
  const text = withPlannedItems(quiz, plan)
  if (!text.ok) return text
  const count = (deed: string) => plan.items.filter((item) => item.deed === deed).length
  const report = { added: count('new'), changed: count('changed'), unchanged: count('unchanged') }
  return ok({ text: text.value, report })
}
