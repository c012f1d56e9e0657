import { getTranslations } from 'next-intl/server'
import type { ComponentProps } from 'react'
import { ReviewedPrompt } from '#components/refresher/reviewed-prompt'

type AnswersExplainedProps = { readonly answers: readonly ComponentProps<typeof ReviewedPrompt>['prompt'][] }

/** Every question of an attempt with its right answer and the reasons, where the practice shows them. */
export async function AnswersExplained({ answers }: AnswersExplainedProps) {
  const t = await getTranslations('quiz')
  return (
    <section className="mt-10">
      <h2 className="mb-2">{t('answers.title')}</h2>
      <p className="text-muted mb-4">{t('answers.hint')}</p>
      <ol className="space-y-4">
        {answers.map((prompt) => (
          <li className="card" key={prompt.place}>
            <h3 className="text-muted mb-2 text-base">
              {t('question', { number: prompt.place, count: answers.length })}
            </h3>
            <ReviewedPrompt prompt={prompt} />
          </li>
        ))}
      </ol>
    </section>
  )
}
