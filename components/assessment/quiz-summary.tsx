import { getTranslations } from 'next-intl/server'
import { FigureWords } from '#components/assessment/figure-words'
import type { QuizReport } from '#lib/domain/assessment/quiz-report'

/** What is said of the quiz as a whole: how many people, how reliable, how long. */
export async function QuizSummary({ report }: { readonly report: QuizReport }) {
  const t = await getTranslations('measurement')
  const { people, reliability, timeTaken } = report
  return (
    <dl className="card mb-6 grid gap-x-8 gap-y-4 sm:grid-cols-3">
      <div>
        <dt className="text-muted text-sm">{t('summary.people')}</dt>
        <dd>{people === 0 ? t('fewPeople') : t('people', { people })}</dd>
      </div>
      <div>
        <dt className="text-muted text-sm">{t('summary.reliability')}</dt>
        <dd>
          {'figure' in reliability ? (
            <>
              <FigureWords as="coefficient" figure={reliability.figure} />
              <br />
              <span className="text-muted text-sm">{t(`reliability.${reliability.kind}`)}</span>
            </>
          ) : (
            t(`reliability.${reliability.kind}`)
          )}
        </dd>
      </div>
      <div>
        <dt className="text-muted text-sm">{t('summary.time')}</dt>
        <dd>{timeTaken ? t(`time.${timeTaken}`) : t('standing.too-few')}</dd>
      </div>
    </dl>
  )
}
