import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { FigureWords } from '#components/assessment/figure-words'
import type { Split } from '#lib/domain/assessment/disclosure'
import type { Figure } from '#lib/domain/assessment/figure'
import type { PooledReport } from '#lib/domain/assessment/pooled'
import type { ItemReport } from '#lib/domain/assessment/quiz-report'

type ItemWords = {
  readonly itemId: string
  readonly stem: string
  readonly options: readonly { readonly id: string; readonly text: string }[]
}
type Pooled = Readonly<Record<string, PooledReport>> | null
type ItemTableProps = {
  readonly items: readonly ItemReport[]
  readonly words: readonly ItemWords[]
  /** Of the questions. */
  readonly language: string
  readonly pooled: Pooled
}

const columns = ['question', 'people', 'facility', 'discrimination', 'wrongOptions'] as const

/** One line for each item; on a phone each is a card. */
export async function ItemTable({ items, words, language, pooled }: ItemTableProps) {
  const t = await getTranslations('measurement')
  const byId = new Map(words.map((item) => [item.itemId, item]))
  return (
    <table className="w-full border-collapse text-left max-lg:block">
      <caption className="sr-only">{t('table.caption')}</caption>
      <thead className="max-lg:sr-only">
        <tr className="border-line border-b">
          {columns.map((column) => (
            <th className="px-3 py-2 align-bottom text-sm font-semibold first:pl-0" key={column} scope="col">
              {t(`column.${column}`)}
            </th>
          ))}
          {pooled && (
            <th className="px-3 py-2 align-bottom text-sm font-semibold" scope="col">
              {t('table.pooled')}
            </th>
          )}
        </tr>
      </thead>
      <tbody className="max-lg:block max-lg:space-y-3">
        {items.map((item) => (
          <ItemRow
            item={item}
            key={item.itemId}
            language={language}
            pooled={pooled && (pooled[item.itemId] ?? 'too-few')}
            words={byId.get(item.itemId)}
          />
        ))}
      </tbody>
    </table>
  )
}

type ItemRowProps = {
  readonly item: ItemReport
  readonly words: ItemWords | undefined
  readonly language: string
  readonly pooled: PooledReport | 'too-few' | null
}

async function ItemRow({ item, words, language, pooled }: ItemRowProps) {
  const t = await getTranslations('measurement')
  return (
    <tr className="border-line max-lg:bg-raised border-b align-top max-lg:block max-lg:rounded-xl max-lg:border max-lg:p-4">
      <th className="py-3 pr-3 text-left font-medium max-lg:block lg:w-2/5" scope="row">
        <span lang={language}>{words?.stem}</span>
        <span className="text-muted block text-sm font-normal">{item.itemId}</span>
      </th>
      <Cell label={t('column.people')}>
        {item.people === 0 ? t('fewPeople') : item.people}
        {item.kind !== 'judged' && (
          <span className="text-muted block text-sm">{t(`standing.${item.kind}`)}</span>
        )}
      </Cell>
      <Cell label={t('column.facility')}>
        {'split' in item && <SplitWords people={item.people} split={item.split} />}
        {item.kind === 'judged' && item.facility && <FigureWords as="share" figure={item.facility} />}
      </Cell>
      <Cell label={t('column.discrimination')}>
        {item.kind === 'judged' ? <Discrimination figure={item.discrimination} /> : '–'}
      </Cell>
      <Cell label={t('column.wrongOptions')}>
        {'wrongOptions' in item && item.wrongOptions.length > 0 ? (
          <ul className="space-y-1">
            {item.wrongOptions.map(({ optionIds, people }) => (
              <li key={optionIds.join()}>
                <span className="font-semibold tabular-nums">{people}</span>{' '}
                <span lang={language}>{optionIds.map((id) => textOf(words, id)).join(' / ')}</span>
              </li>
            ))}
          </ul>
        ) : (
          '–'
        )}
      </Cell>
      {pooled && (
        <Cell label={t('table.pooled')}>
          {pooled === 'too-few' ? t('table.pooledTooFew') : <PooledWords pooled={pooled} />}
        </Cell>
      )}
    </tr>
  )
}

const textOf = (words: ItemWords | undefined, id: string) =>
  words?.options.find((option) => option.id === id)?.text ?? id

function Cell({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <td className="px-3 py-3 max-lg:block max-lg:px-0 max-lg:py-1">
      <span className="text-muted block text-sm lg:hidden">{label}</span>
      {children}
    </td>
  )
}

async function SplitWords({ split, people }: { readonly split: Split; readonly people: number }) {
  const t = await getTranslations('measurement')
  if (split.kind !== 'told') return <span>{t(split.kind)}</span>
  return <span className="block">{t('split', { right: split.right, people })}</span>
}

async function Discrimination({ figure }: { readonly figure: Figure | null }) {
  const t = await getTranslations('measurement')
  return figure ? <FigureWords as="coefficient" figure={figure} /> : <span>{t('nearlyAll')}</span>
}

async function PooledWords({ pooled }: { readonly pooled: PooledReport }) {
  const t = await getTranslations('measurement')
  const { people, practices, facility, discrimination } = pooled
  return (
    <>
      <span className="text-muted block text-sm">{t('table.pooledOf', { people, practices })}</span>
      {facility ? <FigureWords as="share" figure={facility} /> : t('nearlyAll')}
      {discrimination && (
        <span className="block">
          <FigureWords as="coefficient" figure={discrimination} />
        </span>
      )}
    </>
  )
}
