import { chainEntries } from '#lib/audit/chain-entries'
import { readModuleHead } from '#lib/content/authoring/quiz-draft'
import { itemHeaders, itemRows } from '#lib/content/items/item-table'
import { quizOfText } from '#lib/content/items/quiz-of-text'
import { giftFile, type LeftOut } from '#lib/content/items/write-gift'
import type { Context } from '#lib/context'
import { csvFile } from '#lib/csv/csv-file'
import { appendAudit } from '#lib/data/audit'
import { listRegisterEntries } from '#lib/data/library'
import { findQuizFrame } from '#lib/data/quiz-draft'
import { type Capability, membershipWith } from '#lib/domain/access/actor'
import type { Objective } from '#lib/domain/curriculum/module'
import type { Source } from '#lib/domain/curriculum/reference'
import type { PracticeId } from '#lib/domain/ids'
import { ok, type Result, refuse } from '#lib/domain/result'

type Place = { readonly practiceId: string; readonly draftId: string }
export type ItemFormat = 'csv' | 'gift'

/** The items of a quiz as a file, with their right answers: for whoever may write them. That it leaves is put on record. */
export async function exportItems(
  { tx, actor, now }: Context,
  { practiceId: wanted, draftId, format }: Place & { readonly format: ItemFormat },
): Promise<Result<Uint8Array, 'not-found'>> {
  const post = membershipWith(actor, wanted, 'author')
  const frame = post && (await findQuizFrame(tx, post.practiceId, draftId))
  const quiz = frame && quizOfText(frame.texts.quiz)
  if (!post || !quiz) return refuse('not-found')
  const deed = { kind: 'items-exported', draftId, format, items: quiz.items.length } as const
  const entries = chainEntries({ actorPersonId: actor.personId, recordedAt: now }, [deed])
  await appendAudit(tx, post.practiceId, entries)
  const gift = () => new TextEncoder().encode(giftFile(quiz).text)
  return ok(format === 'csv' ? csvFile(itemHeaders, itemRows(quiz)) : gift())
}

export type ItemExchangeView = {
  readonly practiceId: PracticeId
  readonly practiceName: string
  readonly capabilities: readonly Capability[]
  readonly draftId: string
  readonly title: string
  readonly isOpen: boolean
  /** How many items may leave; null while the bank is not whole enough for a file. */
  readonly items: number | null
  /** Items that GIFT cannot carry. */
  readonly leftOut: readonly LeftOut[]
  readonly objectives: readonly Objective[]
  readonly sources: readonly { readonly id: string; readonly citation: string }[]
}

/** What can leave a quiz, and what a file of items on its way in may leave unsaid. */
export async function viewItemExchange(
  { tx, actor }: Context,
  { practiceId: wanted, draftId }: Place,
): Promise<Result<ItemExchangeView, 'not-found'>> {
  const post = membershipWith(actor, wanted, 'author')
  const frame = post && (await findQuizFrame(tx, post.practiceId, draftId))
  if (!post || !frame) return refuse('not-found')
  const { practiceId, practiceName, capabilities } = post
  const quiz = quizOfText(frame.texts.quiz)
  const { title, objectives } = readModuleHead(frame.texts.module)
  const sources = await listRegisterEntries<Source>(tx, 'sources')
  return ok({
    practiceId,
    practiceName,
    capabilities,
    draftId,
    title: title || frame.slug,
    isOpen: frame.isOpen,
    items: quiz?.items.length ?? null,
    leftOut: quiz ? giftFile(quiz).leftOut : [],
    objectives,
    sources: sources.map(({ id, citation }) => ({ id, citation })),
  })
}
