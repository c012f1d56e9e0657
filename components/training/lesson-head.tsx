import { wordsOf } from '#components/ui/words'
import type { Language } from '#lib/domain/language'

type LessonHeadProps = {
  readonly title: string
  readonly minutes: number
  /** Of the titles. */
  readonly language: Language
  /** Of the track, from 1. */
  readonly number: number
  readonly outOf: number
  readonly moduleTitle: string
  readonly trackTitle: string
  readonly overviewHref: string
  /** Where the reader left; null where that was the beginning, or the lesson is finished. */
  readonly resumeHref: string | null
}

export async function LessonHead(props: LessonHeadProps) {
  const { title, language, minutes, number, outOf, moduleTitle, trackTitle, overviewHref, resumeHref } = props
  const t = await wordsOf('training')
  return (
    <header className="mb-8">
      <p>
        <a className="inline-flex min-h-11 items-center" href={overviewHref}>
          {trackTitle}
        </a>
      </p>
      <p className="text-muted" lang={language}>
        {moduleTitle}
      </p>
      <h1 lang={language}>{title}</h1>
      <p className="text-muted mt-2">{t('lesson.position', { number, outOf, minutes })}</p>
      {resumeHref && (
        <p className="border-accent bg-accent-soft mt-4 flex flex-wrap items-center gap-x-4 rounded-lg border px-4 py-1">
          <span>{t('lesson.resumeHint')}</span>
          <a className="inline-flex min-h-11 items-center font-semibold" href={resumeHref}>
            {t('lesson.resume')}
          </a>
        </p>
      )}
    </header>
  )
}
