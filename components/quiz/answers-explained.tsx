import { getTranslations } from 'next-intl/server'
import { AnswerLines } from '#components/quiz/answer-lines'
import type { ExplainedItem } from '#lib/domain/assessment/explained-item'
import type { Language } from '#lib/domain/language'

type AnswersExplainedProps = {
  readonly answers: readonly ExplainedItem[]
  /** Of the items' words. */
  readonly language: Language
}

/** Every question of an attempt with its right answer and the reasons, where the practice shows them. */
export async function AnswersExplained({ answers, language }: AnswersExplainedProps) {
  const t = await getTranslations('quiz.answers')
  return (
    <section className="mt-10">
      <h2 className="mb-2">{t('title')}</h2>
      <p className="text-muted mb-4">{t('hint')}</p>
      <ol className="space-y-4">
        {answers.map((item, index) => (
          <li className="card" key={item.itemId}>
            <p className="text-muted mb-1 text-sm">
              {t(item.isRight ? 'wasRight' : 'wasNotRight', { number: index + 1, count: answers.length })}
            </p>
            <Explained item={item} language={language} />
          </li>
        ))}
      </ol>
    </section>
  )
}

async function Explained({ item, language }: { item: ExplainedItem; language: Language }) {
  const t = await getTranslations('quiz.answers')
  const { kind, vignette, stem, isRight, right, others, own } = item
  const isOrdered = kind === 'ordering'
  return (
    <div className="space-y-3">
      {vignette && <p lang={language}>{vignette}</p>}
      <h3 className="text-lg" lang={language}>
        {stem}
      </h3>
      {!isRight && (
        <div>
          <h4 className="font-medium">{t('own')}</h4>
          {own.length === 0 ? (
            <p>{t('ownNone')}</p>
          ) : (
            <div lang={language}>
              <AnswerLines isOrdered={isOrdered} lines={own} />
            </div>
          )}
        </div>
      )}
      <div>
        <h4 className="font-medium">{t('right')}</h4>
        <div lang={language}>
          <AnswerLines isOrdered={isOrdered} lines={right} />
        </div>
      </div>
      {others.length > 0 && (
        <details>
          <summary className="text-accent min-h-11 cursor-pointer py-2.5 font-medium">{t('others')}</summary>
          <div lang={language}>
            <AnswerLines isOrdered={false} lines={others} />
          </div>
        </details>
      )}
    </div>
  )
}
