import { getFormatter, getTranslations } from 'next-intl/server'
import type { Figure } from '#lib/domain/assessment/figure'

/** An estimate with its interval, as a share in percent or as a coefficient to two decimals. */
export async function FigureWords({
  figure,
  as,
}: {
  readonly figure: Figure
  readonly as: 'share' | 'coefficient'
}) {
  const t = await getTranslations('measurement')
  const format = await getFormatter()
  const written = (value: number) =>
    as === 'share'
      ? format.number(value, { style: 'percent', maximumFractionDigits: 0 })
      : // A minus before nought would say something that is not there.
        format.number(Math.abs(value) < 0.005 ? 0 : value, {
          minimumFractionDigits: 2,
          maximumFractionDigits: 2,
        })
  return (
    <>
      <span className="font-semibold">{written(figure.value)}</span>{' '}
      <span className="text-muted text-sm whitespace-nowrap">
        {t('interval', { low: written(figure.low), high: written(figure.high) })}
      </span>
    </>
  )
}
