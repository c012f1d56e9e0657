import { randomUUID } from 'node:crypto'
import { redirect } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { ErrorSummary, Notice } from '#components/form/form-parts'
import { Shell } from '#components/layout/shell'
import { Autosave } from '#components/quiz/autosave'
import { KeptSitting } from '#components/quiz/kept-sitting'
import { answeredTwice, QuizItems, unansweredFields } from '#components/quiz/quiz-items'
import { RemainingTime } from '#components/quiz/remaining-time'
import { TimeNote } from '#components/quiz/time-note'
import { TimeOver } from '#components/quiz/time-over'
import { momentWords } from '#components/ui/moment-words'
import { NotTranslated } from '#components/ui/not-translated'
import type { Instant } from '#lib/domain/calendar'
import { toldMinutes } from '#lib/domain/training/minutes-left'
import { type AttemptView, viewAttempt } from '#lib/use-cases/training/view-attempt'
import { dayFormatter } from '#lib/web/format-day'
import { attemptId } from '#lib/web/learner-fields'
import { pageContext } from '#lib/web/page'
import { paramsOr404 } from '#lib/web/params'
import { routes } from '#lib/web/routes'

const formId = 'quiz'

export default async function AttemptPage({ params, searchParams }: PageProps<'/attempts/[attemptId]'>) {
  const input = await paramsOr404({ attemptId }, params)
  const { view, actor, returned } = await pageContext((context) => viewAttempt(context, input), {
    path: routes.attempt(input.attemptId),
    search: searchParams,
  })
  if (view.kind === 'submitted') redirect(routes.attemptResult(input.attemptId))
  if (view.kind !== 'open') {
    return (
      <Shell actor={actor}>
        <ErrorSummary returned={returned} />
        {view.kind === 'kept' ? <Kept view={view} /> : <Over view={view} />}
      </Shell>
    )
  }
  const { attempt, time } = view
  const t = await getTranslations('quiz')
  const key = returned.values['idempotencyKey']
  const [hole = null] = unansweredFields(attempt.items, returned.values)
  const [ofTwo = null] = answeredTwice(attempt.items, returned.values)
  const places: Readonly<Record<string, string | null>> = {
    'answers-missing': hole,
    'answers-changed-elsewhere': ofTwo,
  }
  const problems = returned.problems.map((problem) => {
    return { ...problem, field: places[problem.words] ?? problem.field }
  })
  return (
    <Shell actor={actor}>
      <p className="text-muted">
        {t('attemptNumber', { number: attempt.attemptNumber, limit: attempt.attemptLimit })}
      </p>
      <h1 className="mb-6">{t('title', { module: attempt.moduleTitle })}</h1>
      <Notice returned={returned} />
      <ErrorSummary returned={{ ...returned, problems }} />
      {time && <TimeNote {...time} />}
      <form action={routes.submission(attempt.id)} id={formId} method="post">
        <input name="idempotencyKey" type="hidden" value={typeof key === 'string' ? key : randomUUID()} />
        <NotTranslated language={attempt.language} />
        <QuizItems
          items={attempt.items}
          language={attempt.language}
          marksHoles={problems.some(({ words }) => words === 'answers-missing')}
          typed={returned.values}
        />
        <div className="mt-8 flex flex-wrap items-center gap-4">
          <button className="button" type="submit">
            {t('handIn')}
          </button>
          <button className="button-quiet" formAction={routes.answers(attempt.id)} type="submit">
            {t('saveForLater')}
          </button>
          <p className="text-muted">{t('handInHint')}</p>
        </div>
      </form>
      <div className="sticky bottom-16 mt-4 flex flex-wrap items-start gap-x-3">
        {time && <TimeLeft time={time} />}
        <Autosave
          action={routes.answers(attempt.id)}
          formId={formId}
          words={{
            saving: t('saving'),
            saved: t('saved'),
            notSaved: t('notSaved'),
            incomplete: t('incomplete'),
            changedElsewhere: t('changedElsewhere'),
            compareBoth: t('compareBoth'),
            submittedAlready: t('submittedAlready'),
            signedOut: t('signedOut'),
            timeOver: t('time.notSaved'),
          }}
        />
      </div>
    </Shell>
  )
}

type Viewed<Kind> = { readonly view: Extract<AttemptView, { readonly kind: Kind }> }

async function Kept({ view: { attempt, why, time } }: Viewed<'kept'>) {
  const { assignmentId, moduleId, moduleTitle, isNewest } = attempt
  const formatDay = dayFormatter(await getLocale())
  return (
    <KeptSitting
      endsAt={time && (await momentWords(time.timeZone))(time.endsAt)}
      goesOn={isNewest}
      moduleTitle={moduleTitle}
      opensOn={why.kind === 'too-early' ? formatDay(why.opensOn) : null}
      quizHref={routes.quiz(assignmentId, moduleId)}
    />
  )
}

function Over({ view: { attempt, time } }: Viewed<'over'>) {
  const { id, items, moduleTitle } = attempt
  const saved = items.filter(({ chosen }) => chosen.length > 0).length
  return (
    <TimeOver
      action={routes.submission(id)}
      count={items.length}
      moduleTitle={moduleTitle}
      saved={saved}
      {...time}
    />
  )
}

async function TimeLeft({ time }: { time: { readonly endsAt: Instant; readonly from: Instant } }) {
  const t = await getTranslations('quiz.time')
  const seconds = (Date.parse(time.endsAt) - Date.parse(time.from)) / 1000
  const steps = [...toldMinutes.filter((minutes) => minutes * 60 < seconds), 0]
  const words = Object.fromEntries(steps.map((minutes) => [minutes, t('left', { minutes })]))
  return <RemainingTime over={t('isOver')} seconds={seconds} words={words} />
}
