import type { Prisma } from '#lib/data/generated/client'
import type { NewTranslation } from '#lib/data/translation'
import type { Blueprint } from '#lib/domain/curriculum/blueprint'
import type { LessonTree } from '#lib/domain/curriculum/lesson-tree'
import type { ItemKey, Objective, Reviewer, ShownItem, Vignette } from '#lib/domain/curriculum/module'
import type { Picture } from '#lib/domain/curriculum/picture'

export type NewModuleVersion = {
  readonly moduleId: string
  readonly version: number
  readonly slug: string
  readonly title: string
  readonly summary: string
  readonly minutes: number
  readonly language: string
  readonly changeKind: string
  readonly passMarkPercent: number
  readonly draw: number
  /** Left out for an even spread over the objectives. */
  readonly blueprint?: Blueprint
  readonly vignettes: readonly Vignette[]
  readonly objectives: readonly Objective[]
  readonly reviewers: readonly Reviewer[]
  readonly reviewNote: string
  readonly contentHash: string
  readonly lessons: readonly NewLesson[]
  readonly items: readonly ShownItem[]
  readonly keys: readonly ItemKey[]
  readonly translations: readonly NewTranslation[]
  readonly media: readonly Picture[]
}

type NewLesson = {
  readonly id: string
  readonly position: number
  readonly title: string
  readonly minutes: number
  readonly objectives: readonly string[]
  readonly sources: readonly string[]
  readonly contacts: readonly string[]
  readonly terms: readonly string[]
  readonly tree: LessonTree
  readonly hash: string
}

export const json = (value: unknown) => value as Prisma.InputJsonValue

/** By name, so that what publication knows beyond the columns does not reach the client. */
export function pickVersion(
  row: Omit<
    NewModuleVersion,
    | 'lessons'
    | 'items'
    | 'keys'
    | 'translations'
    | 'media'
    | 'objectives'
    | 'reviewers'
    | 'vignettes'
    | 'blueprint'
  >,
) {
  const { moduleId, version, slug, title, summary, minutes, language, changeKind } = row
  const { passMarkPercent, draw, reviewNote, contentHash } = row
  return {
    moduleId,
    version,
    slug,
    title,
    summary,
    minutes,
    language,
    changeKind,
    passMarkPercent,
    draw,
    reviewNote,
    contentHash,
  }
}

export function lessonRow(moduleVersionId: string, lesson: NewLesson) {
  return {
    moduleVersionId,
    lessonId: lesson.id,
    position: lesson.position,
    title: lesson.title,
    minutes: lesson.minutes,
    objectives: [...lesson.objectives],
    sources: [...lesson.sources],
    contacts: [...lesson.contacts],
    terms: [...lesson.terms],
    tree: json(lesson.tree),
    treeHash: lesson.hash,
  }
}
