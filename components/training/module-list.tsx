import { icon } from '#components/lesson/icon'
import { NotTranslated } from '#components/ui/not-translated'
import { wordsOf } from '#components/ui/words'
import type { LocalDate } from '#lib/domain/calendar'
import type { Language } from '#lib/domain/language'
import { attemptsOf } from '#lib/domain/training/attempt-limit'
import {
  isDone,
  type LessonProgress,
  type ModuleProgress,
  type QuizProgress,
} from '#lib/domain/training/track-progress'

type ModuleListProps = {
  readonly modules: readonly ModuleProgress[]
  /** How often each quiz may be sat, without what was granted beyond it. */
  readonly attemptLimit: number
  /** The day on which the quizzes open, where it is too early for them. */
  readonly opensOn: LocalDate | null
  lessonHref(moduleId: string, lesson: LessonProgress): string
  quizHref(moduleId: string): string
  formatDay(on: string): string
}

/** The modules of a track in order, each with its lessons and its quiz. */
export async function ModuleList({
  modules,
  attemptLimit,
  opensOn,
  lessonHref,
  quizHref,
  formatDay,
}: ModuleListProps) {
  const t = await wordsOf('training')
  return (
    <section aria-labelledby="modules" className="mt-12">
      <h2 className="sr-only" id="modules">
        {t('modules')}
      </h2>
      <ol className="space-y-6">
        {modules.map(({ outline, lessons, quiz }, index) => (
          <li className="card" key={outline.id}>
            <h3 lang={outline.language}>
              {index + 1}. {outline.title}
            </h3>
            <p className="text-muted mt-1" lang={outline.language}>
              {outline.summary}
            </p>
            <NotTranslated language={outline.language} />
            <ol className="divide-line border-line mt-4 divide-y border-y">
              {lessons.map((lesson) => (
                <LessonRow
                  href={lessonHref(outline.moduleId, lesson)}
                  key={lesson.id}
                  language={outline.language}
                  lesson={lesson}
                />
              ))}
            </ol>
            <QuizRow
              attemptLimit={attemptLimit}
              draw={outline.draw}
              formatDay={formatDay}
              href={quizHref(outline.moduleId)}
              opensOn={opensOn}
              quiz={quiz}
            />
          </li>
        ))}
      </ol>
    </section>
  )
}

type LessonRowProps = {
  readonly lesson: LessonProgress
  /** Of its title. */
  readonly language: Language
  readonly href: string
}

async function LessonRow({ lesson, language, href }: LessonRowProps) {
  const t = await wordsOf('training')
  const isFinished = isDone(lesson)
  return (
    <li className="flex items-center gap-x-4 py-1">
      <a className="inline-flex min-h-11 min-w-0 grow items-center" href={href} lang={language}>
        {lesson.title}
      </a>
      <span className={`flex shrink-0 gap-1 text-sm ${isFinished ? 'text-good' : 'text-muted'}`}>
        {isFinished ? icon('right') : null}
        {lesson.state === 'unread'
          ? t('shortMinutes', { minutes: lesson.minutes })
          : t(`lessonStates.${lesson.state}`)}
      </span>
    </li>
  )
}

type QuizRowProps = {
  readonly quiz: QuizProgress
  readonly attemptLimit: number
  readonly opensOn: LocalDate | null
  readonly draw: number
  readonly href: string
  formatDay(on: string): string
}

/** A quiz that is not open yet is words and no link: there is nothing behind it. */
async function QuizRow(props: QuizRowProps) {
  const { quiz, href, opensOn } = props
  const t = await wordsOf('training')
  const isPassed = quiz.kind === 'passed'
  const isShut = quiz.kind === 'closed' || (quiz.kind === 'ready' && opensOn !== null)
  return (
    <p className="mt-2 flex flex-wrap items-center gap-x-4">
      {isShut ? (
        <span className="inline-flex min-h-11 items-center font-medium">{t('quizName')}</span>
      ) : (
        <a className="inline-flex min-h-11 items-center font-medium" href={href}>
          {t('quizName')}
        </a>
      )}
      <span className={`flex gap-1 text-sm ${isPassed ? 'text-good' : 'text-muted'}`}>
        {isPassed ? icon('right') : null}
        {await quizWords(props)}
      </span>
    </p>
  )
}

async function quizWords({ quiz, attemptLimit, opensOn, draw, formatDay }: QuizRowProps) {
  const t = await wordsOf('training')
  if (opensOn && quiz.kind !== 'passed') return t('quiz.later', { draw, opensOn: formatDay(opensOn) })
  switch (quiz.kind) {
    case 'closed':
      return t('quiz.closed', { draw, left: quiz.lessonsLeft })
    case 'ready':
      return t('quiz.ready', { draw })
    case 'open':
      return t('quiz.open')
    case 'failed': {
      const { attempts: used, granted } = quiz
      const { allowed, left } = attemptsOf({ limit: attemptLimit, granted, used })
      return left > 0 ? t('quiz.failed', { attempts: used, limit: allowed }) : t('quiz.exhausted')
    }
    case 'passed':
      return t('quiz.passed', { on: formatDay(quiz.on) })
  }
}
