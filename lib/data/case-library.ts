import type { Tx } from '#lib/data/database'
import { toInstantColumn } from '#lib/data/dates'
import type { Prisma } from '#lib/data/generated/client'
import type { Instant } from '#lib/domain/calendar'
import type { PublishedCase } from '#lib/domain/curriculum/case'

const json = (value: unknown) => value as Prisma.InputJsonValue

/** Writes a version of a case once. It needs the owner's role: the application cannot write the library. */
export async function insertCaseVersion(tx: Tx, published: PublishedCase, now: Instant): Promise<void> {
  const { caseId, version, slug, title, summary, minutes, language, changeKind } = published
  const { reviewNote, contentHash } = published
  const id = `${caseId}@${version}`
  await tx.caseVersion.create({
    data: {
      id,
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
  await tx.caseKey.create({ data: { caseVersionId: id, graph: json(graph), words: json(words) } })
  await insertTranslations(tx, id, published.translations)
}

async function insertTranslations(
  tx: Tx,
  caseVersionId: string,
  translations: PublishedCase['translations'],
): Promise<void> {
  for (const { language, title, summary, reviewers, reviewNote, opening, scenes, words } of translations) {
    const key = { caseVersionId, language }
    const shown = { title, summary, reviewers: json(reviewers), reviewNote }
    await tx.caseTranslation.create({
      data: { ...key, ...shown, opening: json(opening), scenes: json(scenes) },
    })
    await tx.caseKeyTranslation.create({ data: { ...key, words: json(words) } })
  }
}
