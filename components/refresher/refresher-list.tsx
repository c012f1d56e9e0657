import { getTranslations } from 'next-intl/server'

type RefresherListProps = {
  readonly refreshers: readonly {
    readonly id: string
    readonly practiceName: string
    /** Written out. */
    readonly offeredOn: string
    readonly count: number
    readonly answered: number
  }[]
  readonly hrefFor: (refresherId: string) => string
}

/** What was offered, the newest first: begun or not, it stays there. */
export async function RefresherList({ refreshers, hrefFor }: RefresherListProps) {
  const t = await getTranslations('refreshers')
  if (refreshers.length === 0) return <p>{t('none')}</p>
  return (
    <ul className="space-y-3">
      {refreshers.map(({ id, practiceName, offeredOn, count, answered }) => (
        <li className="card" key={id}>
          <a className="inline-flex min-h-11 items-center font-medium" href={hrefFor(id)}>
            {t('offered', { on: offeredOn, practice: practiceName })}
          </a>
          <p className="text-muted">{t('progress', { answered, count })}</p>
        </li>
      ))}
    </ul>
  )
}
