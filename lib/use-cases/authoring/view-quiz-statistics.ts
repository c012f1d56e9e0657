import type { Context } from '#lib/context'
import type { Tx } from '#lib/data/database'
import { findQuizForScoring } from '#lib/data/find-quiz-for-scoring'
import {
  findMeasuredBank,
  findSharing,
  listFirstAttempts,
  listMeasuredVersions,
  listPooledItems,
  listRefresherCounts,
  type MeasuredBank,
  type MeasuredVersion,
  type Sharing,
} from '#lib/data/quiz-statistics'
import { type Capability, membershipWithAny } from '#lib/domain/access/actor'
import { peopleInFives } from '#lib/domain/assessment/disclosure'
import { type PooledReport, pooledReport } from '#lib/domain/assessment/pooled'
import { type FirstAttempt, type QuizReport, quizReport } from '#lib/domain/assessment/quiz-report'
import { type RefresherEffect, refresherEffects } from '#lib/domain/assessment/refresher-effect'
import { scoreAttempt } from '#lib/domain/curriculum/score-attempt'
import type { PracticeId } from '#lib/domain/ids'
import { ok, type Result, refuse } from '#lib/domain/result'

/** More first attempts than this at one version are not read; the figures say enough long before. */
const mostAttempts = 20_000

const measuring: readonly Capability[] = ['author', 'review']

type OfPractice = {
  readonly practiceId: PracticeId
  readonly practiceName: string
  readonly capabilities: readonly Capability[]
}

export type MeasuredModulesView = OfPractice & {
  readonly versions: readonly MeasuredVersion[]
  readonly sharing: Sharing
}

/** The module versions whose quizzes were taken here, and whether their figures are shared. */
export async function viewMeasuredModules(
  { tx, actor, language }: Context,
  { practiceId: wanted }: { practiceId: string },
): Promise<Result<MeasuredModulesView, 'not-found'>> {
  const post = membershipWithAny(actor, wanted, measuring)
  if (!post) return refuse('not-found')
  const { practiceId, practiceName, capabilities } = post
  const found = await listMeasuredVersions(tx, practiceId, language)
  const versions = found.map((version) => ({ ...version, people: peopleInFives(version.people) }))
  return ok({ practiceId, practiceName, capabilities, versions, sharing: await findSharing(tx, practiceId) })
}

export type QuizStatisticsView = OfPractice & {
  readonly bank: MeasuredBank
  readonly report: QuizReport
  /** By item id. Null where this practice does not share: who gives nothing is shown nothing. */
  readonly pooled: Readonly<Record<string, PooledReport>> | null
  /** Of the items that were asked again in short reviews, with the same people before and after. */
  readonly kept: readonly RefresherEffect[]
}

/** What may be told of one version's quiz: of this practice, and of all that share if this one does. Nothing about a person. */
export async function viewQuizStatistics(
  { tx, actor, language }: Context,
  { practiceId: wanted, moduleVersionId }: { practiceId: string; moduleVersionId: string },
): Promise<Result<QuizStatisticsView, 'not-found'>> {
  const post = membershipWithAny(actor, wanted, measuring)
  const bank = post && (await findMeasuredBank(tx, moduleVersionId, language))
  if (!post || !bank) return refuse('not-found')
  const { practiceId, practiceName, capabilities } = post
  const itemIds = bank.items.map(({ itemId }) => itemId)
  const report = quizReport(itemIds, await firstAttempts(tx, practiceId, bank))
  const { shared } = await findSharing(tx, practiceId)
  const pooled = shared ? await listPooledItems(tx, bank.moduleVersionId) : null
  return ok({
    practiceId,
    practiceName,
    capabilities,
    bank,
    report,
    kept: refresherEffects(await listRefresherCounts(tx, practiceId, bank.moduleVersionId)),
    pooled: pooled && Object.fromEntries(pooled.map((item) => [item.itemId, pooledReport(item)])),
  })
}

/** Every answer with whether it is right, by the one rule that scores. */
async function firstAttempts(
  tx: Tx,
  practiceId: PracticeId,
  { moduleVersionId, items }: MeasuredBank,
): Promise<readonly FirstAttempt[]> {
  const attempts = await listFirstAttempts(tx, practiceId, moduleVersionId, { limit: mostAttempts })
  if (attempts.length === 0) return []
  const quiz = await findQuizForScoring(
    tx,
    moduleVersionId,
    items.map(({ itemId }) => itemId),
  )
  const byId = new Map(quiz.items.map((item) => [item.id, item]))
  return attempts.map(({ minutes, itemIds, answers }) => {
    const outcomes = itemIds.flatMap((itemId) => {
      const item = byId.get(itemId)
      const chosen = answers[itemId] ?? []
      if (!item) return []
      const { correct } = scoreAttempt({ ...quiz, items: [item] }, new Map([[itemId, chosen]]))
      return [[itemId, { isRight: correct === 1, chosen }] as const]
    })
    return { minutes, items: new Map(outcomes) }
  })
}
