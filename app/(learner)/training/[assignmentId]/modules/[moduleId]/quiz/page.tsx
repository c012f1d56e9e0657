import { getLocale, getTranslations } from 'next-intl/server'
import { ErrorSummary, Notice } from '#components/form/form-parts'
import { Shell } from '#components/layout/shell'
import { AskForAttempts } from '#components/quiz/ask-for-attempts'
import { QuizTime } from '#components/quiz/quiz-time'
import { momentWords } from '#components/ui/moment-words'
import { type QuizView, viewQuiz } from '#lib/use-cases/training/view-quiz'
import { dayFormatter } from '#lib/web/format-day'
import { assignmentId, contentId } from '#lib/web/learner-fields'
import { pageContext } from '#lib/web/page'
import { paramsOr404 } from '#lib/web/params'
import { routes } from '#lib/web/routes'

const address = { assignmentId, moduleId: contentId }

export default async function QuizPage({
  params,
  searchParams,
}: PageProps<'/training/[assignmentId]/modules/[moduleId]/quiz'>) {
  const input = await paramsOr404(address, params)
  const path = routes.quiz(input.assignmentId, input.moduleId)
  const { view, actor, returned } = await pageContext((context) => viewQuiz(context, input), {
    path,
    search: searchParams,
  })
  const t = await getTranslations('quiz')
  const isOpen = view.attemptsLeft > 0 && view.opensAt === null
  const mayStart = view.lessonsLeft === 0 && !view.completed && view.opensOn === null
  const ready = mayStart && (isOpen || view.openAttemptId)
  return (
    <Shell actor={actor}>
      <h1 className="mb-6">{t('title', { module: view.moduleTitle })}</h1>
      <Notice returned={returned} />
      <ErrorSummary returned={returned} />
      <div className="card space-y-4">
        {view.completed && <p className="font-semibold">{t('completed')}</p>}
        {view.scoredAgain && (
          <p>
            {t('again.notice', { on: dayFormatter(await getLocale())(view.scoredAgain.on) })}{' '}
            <a href={routes.attemptResult(view.scoredAgain.submissionId)}>{t('again.seeResult')}</a>
          </p>
        )}
        {!view.completed && <Ahead input={input} view={view} />}
        {ready && (
          <form action={routes.attempts(input.assignmentId, input.moduleId)} method="post">
            <button className="button" type="submit">
              {t(beginWords(view))}
            </button>
          </form>
        )}
      </div>
      <p className="mt-6 flex flex-wrap gap-x-6">
        <a className="inline-flex min-h-11 items-center" href={routes.assignment(input.assignmentId)}>
          {t('backToModule')}
        </a>
        {view.lastSubmissionId && (
          <a className="inline-flex min-h-11 items-center" href={routes.attemptResult(view.lastSubmissionId)}>
            {t('lastResult')}
          </a>
        )}
      </p>
    </Shell>
  )
}

function beginWords({ openAttemptId, time }: QuizView) {
  if (time?.kind === 'over') return 'time.toHandIn'
  return openAttemptId ? 'goOn' : 'start'
}

type AheadProps = {
  readonly view: QuizView
  readonly input: { readonly assignmentId: string; readonly moduleId: string }
}

/** What is said of a quiz that is not passed: what to expect, and what is left. */
async function Ahead({ view, input }: AheadProps) {
  const t = await getTranslations('quiz')
  const moment = await momentWords(view.timeZone)
  const day = dayFormatter(await getLocale())
  return (
    <>
      <p>{t('whatToExpect', { draw: view.draw, percent: view.passMarkPercent })}</p>
      <p>{t('attemptsLeft', { left: view.attemptsLeft, limit: view.attemptLimit })}</p>
      {(view.attemptsLeft > 0 || view.openAttemptId) && (
        <QuizTime time={view.time} timeZone={view.timeZone} />
      )}
      {view.opensAt && <p>{t('nextAttemptAt', { at: moment(view.opensAt) })}</p>}
      {view.help && (
        <AskForAttempts
          action={routes.attemptsAsked(input.assignmentId, input.moduleId)}
          askedOn={view.help.askedOn && day(view.help.askedOn)}
          managers={view.help.managers}
        />
      )}
      {view.lessonsLeft > 0 && <p>{t('lessonsLeft', { left: view.lessonsLeft })}</p>}
      {view.opensOn && <p className="font-semibold">{t('opensOn', { opensOn: day(view.opensOn) })}</p>}
      {view.hasAnswersWaiting && <p>{t('answersWait')}</p>}
    </>
  )
}
