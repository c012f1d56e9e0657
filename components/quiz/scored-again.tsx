import { getTranslations } from 'next-intl/server'
import { dayWords } from '#components/compliance/day-words'
import type { RegradeOutcome } from '#lib/domain/assessment/regrade'
import type { LocalDate } from '#lib/domain/calendar'

type Change = {
  readonly runId: string
  readonly on: LocalDate
  readonly items: number
  readonly oldCorrect: number
  readonly oldPassed: boolean
  readonly correct: number
  readonly passed: boolean
  readonly decision: { readonly outcome: RegradeOutcome; readonly on: LocalDate } | null
}

type ScoredAgainProps = {
  /** The latest first. */
  readonly changes: readonly Change[]
  readonly outOf: number
  /** Whether the module is completed in that turn. */
  readonly isCompleted: boolean
}

/** That a result was scored again: the old score and the new one, and what a person decided about it. */
export async function ScoredAgain({ changes, outOf, isCompleted }: ScoredAgainProps) {
  if (changes.length === 0) return null
  const t = await getTranslations('quiz.again')
  return (
    <section className="border-notice-line bg-notice mb-6 rounded-xl border-2 p-4">
      <h2 className="mb-2">{t('title')}</h2>
      <ul className="space-y-3">
        {changes.map((change) => (
          <OneChange change={change} isCompleted={isCompleted} key={change.runId} outOf={outOf} />
        ))}
      </ul>
    </section>
  )
}

type OneChangeProps = Omit<ScoredAgainProps, 'changes'> & { readonly change: Change }

async function OneChange({ change, outOf, isCompleted }: OneChangeProps) {
  const t = await getTranslations('quiz.again')
  const day = await dayWords()
  const { on, items, oldCorrect, correct, decision } = change
  return (
    <li className="space-y-1">
      <p>{t('why', { on: day(on), items })}</p>
      <p className="font-semibold">{t('scores', { before: oldCorrect, after: correct, outOf })}</p>
      <p>
        {decision
          ? t(`decided.${decision.outcome}`, { on: day(decision.on) })
          : t(`waits.${waiting(change, isCompleted)}`)}
      </p>
    </li>
  )
}

function waiting({ oldPassed, passed }: Change, isCompleted: boolean) {
  if (oldPassed === passed) return 'same'
  if (oldPassed) return 'noLongerPasses'
  return isCompleted ? 'completedSince' : 'nowPasses'
}
