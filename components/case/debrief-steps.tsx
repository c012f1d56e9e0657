import { wordsOf } from '#components/ui/words'
import type { Judgment } from '#lib/domain/curriculum/case-graph'
import type { Language } from '#lib/domain/language'

type Way = { readonly text: string; readonly feedback: string }
type Step = {
  readonly scene: string
  readonly question: string
  readonly chosen: Way
  readonly judgment: Judgment
  readonly endangers: boolean
  readonly others: readonly Way[]
}
type DebriefStepsProps = { readonly steps: readonly Step[]; readonly language: Language }

/** Each choice with what speaks for or against it, beside the good ones that it was not. Closed until somebody wants it. */
export async function DebriefSteps({ steps, language }: DebriefStepsProps) {
  const t = await wordsOf('cases')
  return (
    <section aria-labelledby="steps" className="mt-10">
      <h2 id="steps">{t('stepsTitle')}</h2>
      <p className="text-muted mt-1 max-w-prose">{t('stepsHint')}</p>
      <ol className="mt-4 space-y-3">
        {steps.map((step, index) => (
          <li key={step.question + step.scene}>
            <details className="card py-1">
              <summary className="cursor-pointer py-3 font-medium">
                {index + 1}. <span lang={language}>{step.chosen.text}</span>
              </summary>
              <StepWords language={language} step={step} />
            </details>
          </li>
        ))}
      </ol>
    </section>
  )
}

async function StepWords({ step, language }: { readonly step: Step; readonly language: Language }) {
  const t = await wordsOf('cases')
  const { scene, question, chosen, judgment, endangers, others } = step
  return (
    <div className="max-w-prose space-y-3 pb-4">
      <p className="text-muted" lang={language}>
        {scene} {question}
      </p>
      <p>
        <span className="font-medium">{t(`judgments.${judgment}`)}</span>{' '}
        {endangers && <span className="text-danger font-semibold">{t('danger')}</span>}{' '}
        <span lang={language}>{chosen.feedback}</span>
      </p>
      {others.length === 0 ? (
        <p className="text-muted">{t('noOther')}</p>
      ) : (
        <>
          <h3 className="text-base">{judgment === 'good' ? t('alsoGood') : t('betterHere')}</h3>
          <ul className="space-y-3" lang={language}>
            {others.map((other) => (
              <li className="border-good border-l-4 pl-3" key={other.text}>
                <p className="font-medium">{other.text}</p>
                <p>{other.feedback}</p>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
