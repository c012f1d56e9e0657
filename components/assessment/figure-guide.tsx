import { getTranslations } from 'next-intl/server'

const figures = [
  'counted',
  'facility',
  'discrimination',
  'wrongOptions',
  'reliability',
  'time',
  'interval',
  'few',
] as const

/** What each figure says and how it is reckoned, in plain words with the source. */
export async function FigureGuide() {
  const t = await getTranslations('measurement')
  return (
    <details className="mb-6">
      <summary className="text-accent min-h-11 cursor-pointer py-2.5 font-medium">{t('guide.title')}</summary>
      <dl className="mt-2 max-w-prose space-y-4">
        {figures.map((figure) => (
          <div key={figure}>
            <dt className="font-semibold">{t(`guide.${figure}.name`)}</dt>
            <dd>{t(`guide.${figure}.words`)}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
