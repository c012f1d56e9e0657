import { getTranslations } from 'next-intl/server'
import { dayWords } from '#components/compliance/day-words'
import type { ExternalDecision } from '#lib/domain/external/external-entry'

type ExternalStateProps = {
  readonly decision: ExternalDecision | null
  /** Nothing but the word. */
  readonly short?: true
}

/** Where an entry stands, and who said so and why. */
export async function ExternalState({ decision, short }: ExternalStateProps) {
  const t = await getTranslations('external')
  const day = await dayWords()
  const word = <p className="font-semibold">{t(`state.${decision?.outcome ?? 'waiting'}`)}</p>
  if (decision === null || short) return word
  const on = day(decision.decidedOn)
  const { decidedByName: name, reason, alone } = decision
  return (
    <div className="card space-y-1">
      {word}
      <p>{name === null ? t('decidedGone', { on }) : t('decided', { on, name })}</p>
      {reason !== null && <p className="wrap-anywhere">{t('reason', { reason })}</p>}
      {alone && <p className="text-muted text-sm">{t('alone')}</p>}
    </div>
  )
}
