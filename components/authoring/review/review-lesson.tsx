import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import type { LessonLabels } from '#components/lesson/lesson-labels'
import { LessonSources } from '#components/lesson/lesson-sources'
import { LessonBlocks } from '#components/lesson/lesson-view'
import type { LessonBlock } from '#lib/domain/authoring/review/review-part'
import type { LessonTree } from '#lib/domain/curriculum/lesson-tree'
import type { ShownContact } from '#lib/domain/curriculum/local-contacts'
import type { ShownSource, ShownTerm } from '#lib/domain/curriculum/register-words'
import type { Language } from '#lib/domain/language'

/** A lesson with its blocks; without a tree where it cannot be drawn. */
export type LessonShown = {
  readonly place: string
  readonly title: string
  readonly translation: Language | null
  readonly drawn: {
    readonly tree: LessonTree | null
    readonly problems: readonly { readonly line: number }[]
    readonly isBusy: boolean
  }
  readonly blocks: readonly LessonBlock[]
}

/** What lessons are drawn with. */
export type ReviewWords = {
  readonly labels: LessonLabels
  readonly contacts: readonly ShownContact[]
  readonly sources: readonly ShownSource[]
  readonly terms: readonly ShownTerm[]
  formatDate(date: string): string
}

type ReviewLessonProps = {
  readonly lesson: LessonShown
  readonly language: Language
  readonly words: ReviewWords
  /** Of a block, with what its link says it is about. */
  comment(key: string, about: string): ReactNode
  hrefForPicture(name: string): string
  readonly children: ReactNode
}

/** A lesson as learners see it, each block with its comments; or why it cannot be drawn. */
export async function ReviewLesson({
  lesson,
  language,
  words,
  comment,
  hrefForPicture,
  children,
}: ReviewLessonProps) {
  const t = await getTranslations('review')
  const { title, translation, drawn, blocks, place } = lesson
  const name = translation ? `${title} · ${t(`language.${translation}`)}` : title
  const idPrefix = `${place.replace(/[^a-z0-9]/g, '-')}-`
  return (
    <section className="border-line mb-10 border-b pb-6">
      <h3 className="mb-3 text-xl">{name}</h3>
      {drawn.isBusy && <p>{t('busy')}</p>}
      {drawn.problems.length > 0 && <p>{t('unreadable', { line: drawn.problems[0]?.line ?? 1 })}</p>}
      {drawn.tree && (
        <div lang={language}>
          <LessonBlocks
            after={blocks.map(({ key }, index) =>
              comment(key, t('block', { number: index + 1, title: name })),
            )}
            contacts={words.contacts}
            formatDate={words.formatDate}
            hrefForPicture={hrefForPicture}
            idPrefix={idPrefix}
            labels={words.labels}
            terms={words.terms}
            tree={drawn.tree}
          />
          <LessonSources
            formatDate={words.formatDate}
            idPrefix={idPrefix}
            labels={words.labels.sources}
            sources={words.sources}
            tree={drawn.tree}
          />
        </div>
      )}
      {children}
    </section>
  )
}
