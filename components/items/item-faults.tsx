import { getTranslations } from 'next-intl/server'

type Fault = {
  readonly row: number | null
  readonly column: string | null
  readonly words: string | { readonly message: string }
}
type ItemFaultsProps = {
  readonly faults: readonly Fault[]
  readonly problems: readonly { readonly place: number; readonly field: string; readonly words: string }[]
  readonly isGift: boolean
}

type Cause = { readonly words: string; readonly isEnglish: boolean; readonly place: string | null }

/** What keeps a file from being imported: each cause once, with every place where it stands. */
export async function ItemFaults({ faults, problems, isGift }: ItemFaultsProps) {
  const t = await getTranslations('exchange')
  const fields = await getTranslations('fields')
  const ruled = await getTranslations('problems')
  const at = (place: number) => t(isGift ? 'items.line' : 'items.row', { place })
  const causes: readonly Cause[] = [
    ...faults.map(({ row, column, words }) => {
      const place = row === null ? null : [at(row), ...(column === null ? [] : [column])].join(', ')
      if (typeof words !== 'string') return { words: words.message, isEnglish: true, place }
      return { words: t(`items.fault.${words}` as 'items.fault.file-empty'), isEnglish: false, place }
    }),
    ...problems.map(({ place, field, words }) => {
      const label = fields(field as 'itemStem')
      const said = words.startsWith('item-')
        ? ruled(words as 'item-text-missing', { field: label })
        : `${label}: ${t(`items.problem.${words}` as 'items.problem.phone')}`
      return { words: said, isEnglish: false, place: at(place) }
    }),
  ]
  const groups = Map.groupBy(causes, ({ words }) => words)
  return (
    <section className="border-notice-line mb-6 border-l-4 pl-4">
      <h2>{t('items.problems')}</h2>
      <p>{t('items.problemsHint')}</p>
      <ul className="list-disc space-y-2 pl-6">
        {[...groups].map(([words, group]) => (
          <li key={words}>
            {/* The rules speak to authors of files, in English. */}
            <span {...(group[0]?.isEnglish ? { lang: 'en' } : {})}>{words}</span>
            <span className="text-muted block">
              {group
                .flatMap(({ place }) => place ?? [])
                .slice(0, 50)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
