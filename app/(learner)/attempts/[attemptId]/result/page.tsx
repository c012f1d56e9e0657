import { getTranslations } from 'next-intl/server'
import { dayWords } from '#components/compliance/day-words'
import { FormLink } from '#components/forms/form-link'
import { Shell } from '#components/layout/shell'
import { AnswersExplained } from '#components/quiz/answers-explained'
import { SafetyPoints } from '#components/quiz/safety-points'
import { ScoredAgain } from '#components/quiz/scored-again'
import { momentWords } from '#components/ui/moment-words'
import { NotTranslated } from '#components/ui/not-translated'
import { type ResultView, viewResult } from '#lib/use-cases/training/view-result'
import { attemptId } from '#lib/web/learner-fields'
import { pageContext } from '#lib/web/page'
import { paramsOr404 } from '#lib/web/params'
import { routes } from '#lib/web/routes'

export default async function ResultPage({ params }: PageProps<'/attempts/[attemptId]/result'>) {
  const input = await paramsOr404({ attemptId }, params)
  const { view, actor } = await pageContext((context) => viewResult(context, input))
  const t = await getTranslations('quiz')
  return (
    <Shell actor={actor}>
      <p className="text-muted">{t('title', { module: view.moduleTitle })}</p>
      <h1 className="mb-6">{view.passed ? t('passedTitle') : t('failedTitle')}</h1>
      <ScoredAgain changes={view.scoredAgain} isCompleted={view.isCompleted} outOf={view.outOf} />
      <NotTranslated language={view.language} />
      <div className="card space-y-3">
        <Late view={view} />
        <p className="text-xl font-semibold">{t('score', { correct: view.correct, outOf: view.outOf })}</p>
        {view.rightByNewestKeys !== null && (
          <p>{t('answers.correctedSince', { right: view.rightByNewestKeys, outOf: view.outOf })}</p>
        )}
        {view.mustPassMissed > 0 && <p>{t('mustPassMissed', { count: view.mustPassMissed })}</p>}
        <Earned view={view} />
        <NextStep view={view} />
        {view.form && <FormLink form={view.form} href={routes.formOffer(view.assignmentId, 'after')} />}
      </div>
      {view.safetyPoints.length > 0 && <SafetyPoints leads={view.leads} points={view.safetyPoints} />}
      {view.revisit.length > 0 && (
        <section className="mt-8">
          <h2 className="mb-2">{t('revisitTitle')}</h2>
          {view.attemptsLeft > 0 && <p className="text-muted mb-3">{t('revisitHint')}</p>}
          <ul className="space-y-4" lang={view.language}>
            {view.revisit.map(({ objective, lessons }) => (
              <li className="card" key={objective}>
                <p className="font-medium">{objective}</p>
                {lessons.map(({ lessonId, title }) => (
                  <a
                    className="flex min-h-11 items-center"
                    href={routes.lesson(view.assignmentId, view.moduleId, lessonId)}
                    key={lessonId}
                  >
                    {title}
                  </a>
                ))}
              </li>
            ))}
          </ul>
        </section>
      )}
      {view.answers && <AnswersExplained answers={view.answers} />}
    </Shell>
  )
}

type ViewProps = { readonly view: ResultView }

/** Where it came in after its time: what was handed in instead. */
async function Late({ view: { late, answered, outOf } }: ViewProps) {
  if (late === null) return null
  const t = await getTranslations('quiz.time')
  const moment = await momentWords(late.timeZone)
  return <p>{t('handedInLate', { at: moment(late.endsAt), answered, count: outOf })}</p>
}

/** The certificate of this turn, as far as it came by this attempt, or went by somebody's decision. */
async function Earned({ view: { certificateId, revokedCertificate, scoredAgain } }: ViewProps) {
  const t = await getTranslations('quiz')
  const day = await dayWords()
  const given = scoredAgain.find(({ decision }) => decision?.outcome === 'completion-given')
  const isTold = certificateId !== null || scoredAgain.length > 0
  return (
    <>
      {certificateId && (
        <p>
          {given?.decision
            ? t('again.certificateCame', { on: day(given.decision.on) })
            : t('certificateEarned')}
        </p>
      )}
      {revokedCertificate && isTold && (
        <p className="font-semibold">
          {t('again.certificateWent', { on: day(revokedCertificate.on) })}{' '}
          <a href={routes.certificate(revokedCertificate.id)}>{t('again.seeRevoked')}</a>
        </p>
      )}
    </>
  )
}

async function NextStep({ view }: ViewProps) {
  const t = await getTranslations('quiz')
  if (view.certificateId && !view.revokedCertificate)
    return (
      <a className="button" href={routes.certificate(view.certificateId)}>
        {t('seeCertificate')}
      </a>
    )
  if (view.passed)
    return (
      <a className="button" href={routes.assignment(view.assignmentId)}>
        {t('nextStep')}
      </a>
    )
  if (view.attemptsLeft === 0) return <p>{t('noAttemptsLeft')}</p>
  return (
    <a className="button" href={routes.quiz(view.assignmentId, view.moduleId)}>
      {t('tryAgain')}
    </a>
  )
}
