import type { Tx } from '#lib/data/database'
import type { Prisma } from '#lib/data/generated/client'
import type { LessonTree } from '#lib/domain/curriculum/lesson-tree'
import type { ItemKey, Objective, Reviewer, ShownItem, Vignette } from '#lib/domain/curriculum/module'
import type { PracticeId } from '#lib/domain/ids'
import type { Language } from '#lib/domain/language'

/** The words of a module version in another language: of the same folder, by the same ids, and as immutable. */
export type NewTranslation = {
  readonly language: Language
  readonly title: string
  readonly summary: string
  readonly objectives: readonly Objective[]
  readonly vignettes: readonly Vignette[]
  readonly reviewers: readonly Reviewer[]
  readonly reviewNote: string
  readonly lessons: readonly {
    readonly id: string
    readonly title: string
    readonly tree: LessonTree
    readonly hash: string
  }[]
  readonly items: readonly Pick<ShownItem, 'id' | 'stem' | 'prompts' | 'options'>[]
  readonly rationales: readonly Pick<ItemKey, 'itemId' | 'rationales'>[]
}

const json = (value: unknown) => value as Prisma.InputJsonValue

/** Writes a version's translations with it, of the same practice; null for the library, which the owner's role writes. */
export async function insertTranslations(
  tx: Tx,
  moduleVersionId: string,
  translations: readonly NewTranslation[],
  practiceId: PracticeId | null = null,
): Promise<void> {
  for (const { language, lessons, items, rationales, ...words } of translations) {
    const key = { practiceId, moduleVersionId, language }
    const { title, summary, objectives, vignettes, reviewers, reviewNote } = words
    await tx.moduleTranslation.create({
      data: {
        ...key,
        title,
        summary,
        objectives: json(objectives),
        vignettes: json(vignettes),
        reviewers: json(reviewers),
        reviewNote,
      },
    })
    await tx.lessonTranslation.createMany({
      data: lessons.map((lesson) => ({
        ...key,
        lessonId: lesson.id,
        title: lesson.title,
        tree: json(lesson.tree),
        treeHash: lesson.hash,
      })),
    })
    await tx.itemTranslation.createMany({
      data: items.map(({ id, stem, prompts, options }) => ({
        ...key,
        itemId: id,
        stem,
        prompts: json(prompts),
        options: json(options),
      })),
    })
    await tx.rationaleTranslation.createMany({
      data: rationales.map((each) => ({ ...key, itemId: each.itemId, rationales: json(each.rationales) })),
    })
  }
}

export type TrackWords = { readonly title: string; readonly summary: string }

export async function insertTrackTranslation(
  tx: Tx,
  trackVersionId: string,
  language: Language,
  { title, summary }: TrackWords,
  practiceId: PracticeId | null = null,
): Promise<void> {
  await tx.trackTranslation.create({ data: { practiceId, trackVersionId, language, title, summary } })
}
