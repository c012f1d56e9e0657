import { getTranslations } from 'next-intl/server'
import { AnswerLines } from '#components/quiz/answer-lines'
import type { ExplainedItem } from '#lib/domain/assessment/explained-item'
import type { Language } from '#lib/domain/language'

type SafetyPointsProps = {
  readonly points: readonly ExplainedItem[]
  /** Who leads the training, by name. */
  readonly leads: readonly string[]
  /** Of the items' words. */
  readonly language: Language
}

/** Of each safety point that was missed the right step, and with whom to talk it through. It is sent to nobody. */
export async function SafetyPoints({ points, leads, language }: SafetyPointsProps) {
  const t = await getTranslations('quiz.safety')
  const [name, ...others] = leads
  return (
    <section className="mt-8">
      <h2 className="mb-2">{t('title', { count: points.length })}</h2>
      <p className="mb-2">
        {name === undefined ? t('talkToLead') : t('talkTo', { name, others: others.length })}
      </p>
      <p className="text-muted mb-4">{t('private')}</p>
      <ul className="space-y-4">
        {points.map(({ itemId, kind, vignette, stem, right }) => (
          <li className="card space-y-3" key={itemId}>
            {vignette && <p lang={language}>{vignette}</p>}
            <p lang={language}>{stem}</p>
            <h3>{t('rightStep')}</h3>
            <div lang={language}>
              <AnswerLines isOrdered={kind === 'ordering'} lines={right} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
