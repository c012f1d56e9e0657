import { FormLink } from '#components/forms/form-link'
import { progressWords } from '#components/training/progress-words'
import { previewWords, statusWords, updateWords } from '#components/training/status-words'
import { wordsOf } from '#components/ui/words'
import type { NextStep, TrackProgress } from '#lib/domain/training/track-progress'
import type { ListedTraining, UpdateStep } from '#lib/domain/training/training-item'

/** The words of the button: what is done next, and whether it was begun. */
async function stepWords(next: NextStep | UpdateStep): Promise<string> {
  const t = await wordsOf('training')
  if (next.kind === 'update') return (await wordsOf('changes'))('update.read', { title: next.title })
  if (next.kind === 'lesson') {
    const { title, state } = next.lesson
    return state === 'unread' ? t('step.startLesson', { title }) : t('step.continueLesson', { title })
  }
  if (next.kind === 'case') {
    const { outline, played } = next.case
    return played.kind === 'begun'
      ? t('step.continueCase', { title: outline.title })
      : t('step.startCase', { title: outline.title })
  }
  const { title } = next.module
  if (next.quiz.kind === 'open') return t('step.continueQuiz', { title })
  return next.quiz.kind === 'failed' ? t('step.retryQuiz', { title }) : t('step.startQuiz', { title })
}

/** How long it takes, and how far the training has come. */
async function effortWords(next: NextStep | UpdateStep, progress: TrackProgress): Promise<string> {
  const t = await wordsOf('training')
  const of = (minutes: number) => t('lessonMinutes', { minutes })
  switch (next.kind) {
    case 'update':
      return `${of(next.minutes)}.`
    case 'lesson':
      return `${of(next.lesson.minutes)}. ${await progressWords(progress)}`
    case 'case':
      return `${of(next.case.outline.minutes)}. ${await progressWords(progress)}`
    case 'quiz':
      return await progressWords(progress)
  }
}

type NextStepCardProps = {
  readonly item: ListedTraining & { readonly next: NextStep | UpdateStep }
  readonly href: string
  /** Of the short form before the training. */
  readonly formHref: string
  /** Left out where the page is about this one training. */
  readonly showTitle?: true
  formatDay(on: string): string
}

/** The one thing to do now, with what it asks and what it gives. */
export async function NextStepCard({ item, href, formHref, showTitle, formatDay }: NextStepCardProps) {
  const t = await wordsOf('training')
  const { next, progress, practiceName } = item
  const preview = await previewWords(item.preview, formatDay)
  return (
    <section aria-labelledby="next-step" className="card border-accent border-2 sm:p-8">
      <h2 className="text-accent text-base" id="next-step">
        {t('nextStep')}
      </h2>
      {showTitle && (
        <p className="mt-2 text-2xl leading-tight font-semibold">
          {item.title}
          {practiceName && (
            <span className="text-muted block text-base font-normal">
              {t('atPractice', { practice: practiceName })}
            </span>
          )}
        </p>
      )}
      <p className="mt-2">
        {await updateWords(item.update, formatDay)} {await statusWords(item.answer, formatDay)}{' '}
        {next.kind === 'update' ? '' : preview}
      </p>
      <p className="mt-6">
        <a className="button min-h-14 w-full px-6 text-lg sm:w-auto" href={href}>
          {await stepWords(next)}
        </a>
      </p>
      <p className="text-muted mt-4">{await effortWords(next, progress)}</p>
      {progress.form?.moment === 'before' && <FormLink form={progress.form} href={formHref} />}
    </section>
  )
}
