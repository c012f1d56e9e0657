import type { Tx } from '#lib/data/database'
import { toInstantColumn } from '#lib/data/dates'
import type { Prisma } from '#lib/data/generated/client'
import type { Instant } from '#lib/domain/calendar'
import type { PublishedCase } from '#lib/domain/curriculum/case'
import type { PracticeId } from '#lib/domain/ids'

const json = (value: unknown) => value as Prisma.InputJsonValue

/**
 * Writes a version of a case once. `practiceId` is null for the shipped library, which the owner's role alone writes;
 * otherwise the version is that practice's own, and its case id begins with "own-".
 */
export async function insertCaseVersion(
  tx: Tx,
  published: PublishedCase,
  now: Instant,
  practiceId: PracticeId | null = null,
): Promise<void> {
  const { caseId, version, slug, title, summary, minutes, language, changeKind } = published
  const { reviewNote, contentHash } = published
  const id = `${caseId}@${version}`
  await tx.caseVersion.create({
    data: {
      id,
      practiceId,
      caseId,
      version,
      slug,
      title,
      summary,
      minutes,
      language,
      changeKind,
      objectives: [...published.objectives],
      contacts: [...published.contacts],
      reviewers: json(published.reviewers),
      reviewNote,
      opening: json(published.opening),
      scenes: json(published.scenes),
      contentHash,
      publishedAt: toInstantColumn(now),
    },
  })
  const { graph, words } = published
  await tx.caseKey.create({ data: { practiceId, caseVersionId: id, graph: json(graph), words: json(words) } })
  await insertTranslations(tx, id, published.translations, practiceId)
}

async function insertTranslations(
  tx: Tx,
  caseVersionId: string,
  translations: PublishedCase['translations'],
  practiceId: PracticeId | null = null,
): Promise<void> {
  for (const { language, title, summary, reviewers, reviewNote, opening, scenes, words } of translations) {
    const key = { practiceId, caseVersionId, language }
    const shown = { title, summary, reviewers: json(reviewers), reviewNote }
    await tx.caseTranslation.create({
      data: { ...key, ...shown, opening: json(opening), scenes: json(scenes) },
    })
    await tx.caseKeyTranslation.create({ data: { ...key, words: json(words) } })
  }
}
