import { wordsOf } from '#components/ui/words'
import type { Gain, GainTold } from '#lib/domain/training/track-forms'

/** How many were right before and after, and how little so few questions can say. */
export async function GainWords({ gain, told }: { readonly gain: Gain; readonly told: GainTold }) {
  const t = await wordsOf('questions')
  const { before, after } = gain
  return (
    <div className="card space-y-3">
      <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-2">
        {before && (
          <div>
            <dt className="text-muted">{t('gain.before')}</dt>
            <dd className="text-xl font-semibold">{t('gain.count', before)}</dd>
          </div>
        )}
        <div>
          <dt className="text-muted">{t('gain.after')}</dt>
          <dd className="text-xl font-semibold">{t('gain.count', after)}</dd>
        </div>
      </dl>
      <p className="max-w-prose">{t(`gain.told.${told}`)}</p>
      <p className="text-muted max-w-prose">{t('gain.limits')}</p>
    </div>
  )
}
