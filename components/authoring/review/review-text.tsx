import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { CommentThreads } from '#components/authoring/review/comment-threads'
import { PartLines } from '#components/authoring/review/part-lines'
import { type LessonShown, ReviewLesson, type ReviewWords } from '#components/authoring/review/review-lesson'
import { nodeNamer } from '#components/case-draft/node-namer'
import type { NodeName } from '#lib/domain/authoring/case-names'
import {
  type CommentThread,
  type PlacedThreads,
  placedThreads,
} from '#lib/domain/authoring/review/comment-threads'
import type { ReviewPart } from '#lib/domain/authoring/review/review-part'
import type { Instant } from '#lib/domain/calendar'
import type { Language } from '#lib/domain/language'

type ReviewTextProps = {
  readonly view: {
    readonly document: {
      readonly language: Language
      readonly about: ReviewPart
      readonly items: readonly ReviewPart[]
      readonly nodes: readonly ReviewPart[]
      readonly nodeNames: readonly NodeName[]
    }
    readonly lessons: readonly LessonShown[]
    readonly comments: readonly CommentThread[]
    readonly mayComment: boolean
  }
  /** The day of an instant in the reader's words. */
  dayOf(at: Instant): string
  readonly words: ReviewWords
  /** The page of a block's comments. */
  hrefForBlock(key: string): string
  hrefForPicture(name: string): string
}

/** A draft, whole, with what was said about each block and a way to say more. */
export async function ReviewText({ view, words, dayOf, hrefForBlock, hrefForPicture }: ReviewTextProps) {
  const t = await getTranslations('review')
  const { document, lessons, comments } = view
  const parts = [document.about, ...document.items, ...document.nodes]
  const blocks = [
    ...parts.map(({ place, key }) => ({ place, key })),
    ...lessons.flatMap((lesson) => lesson.blocks.map(({ key }) => ({ place: lesson.place, key }))),
  ]
  const places = [...new Set([...parts, ...lessons].map(({ place }) => place))]
  const placed = placedThreads(comments, places, blocks)
  const comment = (key: string, about: string) => (
    <Comments about={about} href={hrefForBlock(key)} mayComment={view.mayComment}>
      <CommentThreads threads={placed.onBlocks.get(key) ?? []} dayOf={dayOf} />
    </Comments>
  )
  const partSection = (part: ReviewPart, title: string) => (
    <section
      className="border-line mb-8 border-b pb-6"
      key={part.place}
      lang={part.translation ?? document.language}
    >
      <h3 className="mb-3 text-lg">{title}</h3>
      <PartLines nodeNames={document.nodeNames} part={part} />
      {comment(part.key, title)}
      <Earlier placed={placed} place={part.place} dayOf={dayOf} />
    </section>
  )
  const namer = await nodeNamer(document.nodeNames)
  const named = (part: ReviewPart, word: 'item' | 'node' | 'opening' | 'debrief') =>
    ((word === 'node' && namer.full(part.name)) || t(`part.${word}`, { name: part.name })) +
    (part.translation ? ` · ${t(`language.${part.translation}`)}` : '')
  return (
    <>
      <h2 className="mb-4 text-2xl">{t('about')}</h2>
      {partSection(document.about, t('aboutPart'))}
      {lessons.length > 0 && <h2 className="mb-4 text-2xl">{t('lessons')}</h2>}
      {lessons.map((lesson) => (
        <ReviewLesson
          comment={comment}
          hrefForPicture={hrefForPicture}
          key={lesson.place}
          language={lesson.translation ?? document.language}
          lesson={lesson}
          words={words}
        >
          <Earlier placed={placed} place={lesson.place} dayOf={dayOf} />
        </ReviewLesson>
      ))}
      {document.items.length > 0 && <h2 className="mb-4 text-2xl">{t('items')}</h2>}
      {document.items.map((part) => partSection(part, named(part, 'item')))}
      {document.nodes.length > 0 && <h2 className="mb-4 text-2xl">{t('nodes')}</h2>}
      {document.nodes.map((part) => partSection(part, named(part, kindOf(part))))}
      {placed.gone.length > 0 && (
        <section className="mb-8">
          <h2 className="mb-2 text-2xl">{t('gone')}</h2>
          <CommentThreads isEarlier threads={placed.gone} dayOf={dayOf} />
        </section>
      )}
    </>
  )
}

const kindOf = ({ place }: ReviewPart) => {
  if (place.startsWith('node:')) return 'node'
  return place.startsWith('opening') ? 'opening' : 'debrief'
}

type EarlierProps = { readonly placed: PlacedThreads; readonly place: string; dayOf(at: Instant): string }

/** What was said about a text that stood in this place before. */
function Earlier({ placed, place, dayOf }: EarlierProps) {
  return <CommentThreads isEarlier threads={placed.earlier.get(place) ?? []} dayOf={dayOf} />
}

type CommentsProps = {
  readonly about: string
  readonly href: string
  readonly mayComment: boolean
  readonly children: ReactNode
}

async function Comments({ about, href, mayComment, children }: CommentsProps) {
  const t = await getTranslations('review')
  return (
    <div className="no-print">
      {children}
      {mayComment && (
        <a className="inline-flex min-h-11 items-center text-sm" href={href}>
          {t('comment')}
          <span className="sr-only">{`: ${about}`}</span>
        </a>
      )}
    </div>
  )
}
