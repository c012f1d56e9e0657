import { getTranslations } from 'next-intl/server'

const deeds = ['new', 'changed', 'unchanged'] as const

type ItemPlanListProps = {
  readonly items: readonly {
    readonly place: number
    readonly id: string
    readonly stem: string
    readonly deed: (typeof deeds)[number]
    readonly isKeyChanged: boolean
  }[]
  readonly isGift: boolean
}

/** What a file would do, item by item. */
export async function ItemPlanList({ items, isGift }: ItemPlanListProps) {
  const t = await getTranslations('exchange')
  const found = deeds.map((deed) => ({ deed, items: items.filter((item) => item.deed === deed) }))
  return found
    .filter((group) => group.items.length > 0)
    .map((group) => (
      <section className="mb-6" key={group.deed}>
        <h2 className="mb-2 text-xl">{t(`items.${group.deed}`, { items: group.items.length })}</h2>
        <ul className="list-disc space-y-2 pl-6">
          {group.items.map(({ place, id, stem, isKeyChanged }) => (
            <li key={`${place} ${id}`}>
              {stem}{' '}
              <span className="text-muted">{t(isGift ? 'items.inLine' : 'items.inRow', { place })}</span>
              {isKeyChanged && <strong className="block">{t('items.keyChanges')}</strong>}
            </li>
          ))}
        </ul>
      </section>
    ))
}
