import { getTranslations } from 'next-intl/server'
import { FigureWords } from '#components/assessment/figure-words'
import type {
  RefresherEffect,
  RefresherPeriod,
  RefresherShare,
} from '#lib/domain/assessment/refresher-effect'

type KeptTableProps = {
  readonly effects: readonly RefresherEffect[]
  readonly words: readonly { readonly itemId: string; readonly stem: string }[]
  /** Of the questions. */
  readonly language: string
}

/** What people kept of a version's questions months later; on a phone each line is a card. */
export async function KeptTable({ effects, words, language }: KeptTableProps) {
  const t = await getTranslations('measurement.kept')
  const stems = new Map(words.map(({ itemId, stem }) => [itemId, stem]))
  return (
    <section aria-labelledby="kept" className="mt-10">
      <h2 className="mb-2" id="kept">
        {t('title')}
      </h2>
      <p className="mb-4 max-w-prose">{t('intro')}</p>
      {effects.length === 0 ? (
        <p className="card">{t('none')}</p>
      ) : (
        <table className="w-full border-collapse text-left max-lg:block">
          <caption className="sr-only">{t('caption')}</caption>
          <thead className="max-lg:sr-only">
            <tr className="border-line border-b">
              {(['question', 'early', 'late'] as const).map((column) => (
                <th
                  className="px-3 py-2 align-bottom text-sm font-semibold first:pl-0"
                  key={column}
                  scope="col"
                >
                  {t(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="max-lg:block max-lg:space-y-3">
            {effects.map((effect) => (
              <tr
                className="border-line max-lg:bg-raised border-b align-top max-lg:block max-lg:rounded-xl max-lg:border max-lg:p-4"
                key={effect.itemId}
              >
                <th className="py-3 pr-3 text-left font-medium max-lg:block lg:w-2/5" scope="row">
                  <span lang={language}>{stems.get(effect.itemId)}</span>
                  <span className="text-muted block text-sm font-normal">{effect.itemId}</span>
                </th>
                <PeriodCell label={t('early')} period={effect.early} />
                <PeriodCell label={t('late')} period={effect.late} />
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

type PeriodCellProps = { readonly label: string; readonly period: RefresherPeriod | null }

async function PeriodCell({ label, period }: PeriodCellProps) {
  const t = await getTranslations('measurement.kept')
  return (
    <td className="px-3 py-3 max-lg:block max-lg:px-0 max-lg:py-1">
      <span className="text-muted block text-sm lg:hidden">{label}</span>
      {period ? t('people', { people: period.people }) : t('nobody')}
      {period && !period.shares && <span className="text-muted block text-sm">{t('tooFewToCount')}</span>}
      {period?.shares &&
        (['before', 'after'] as const).map((when) => (
          <span className="block" key={when}>
            {t(when)} <Share people={period.people} share={period.shares?.[when] ?? { kind: 'untold' }} />
          </span>
        ))}
    </td>
  )
}

type ShareProps = { readonly share: RefresherShare; readonly people: number }

async function Share({ share, people }: ShareProps) {
  const t = await getTranslations('measurement')
  switch (share.kind) {
    case 'untold':
      return <>{t('nearlyAll')}</>
    case 'too-few':
      return <>{t('kept.about', { right: share.right, people })}</>
    case 'judged':
      return <FigureWords as="share" figure={share.facility} />
  }
}
