import { getTranslations } from 'next-intl/server'
import { Shell } from '#components/layout/shell'
import { viewResult } from '#lib/use-cases/training/view-result'
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
      <div className="card space-y-3">
        <p className="text-xl font-semibold">{t('score', { correct: view.correct, outOf: view.outOf })}</p>
        {view.mustPassMissed > 0 && <p>{t('mustPassMissed', { count: view.mustPassMissed })}</p>}
        {view.certificateId && <p>{t('certificateEarned')}</p>}
        <NextStep view={view} />
      </div>
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
    </Shell>
  )
}

type NextStepProps = {
  readonly view: {
    readonly attemptsLeft: number
    readonly passed: boolean
    readonly certificateId: string | null
    readonly assignmentId: string
    readonly moduleId: string
  }
}

async function NextStep({ view }: NextStepProps) {
  const t = await getTranslations('quiz')
  if (view.certificateId)
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
