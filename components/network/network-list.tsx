import { getTranslations } from 'next-intl/server'

type Offered = {
  readonly offerId: string
  readonly kind: 'module' | 'case'
  readonly title: string
  readonly summary: string
  readonly minutes: number
  readonly version: number
  readonly practiceName: string
}

type NetworkListProps = {
  readonly network: { readonly name: string; readonly offers: readonly Offered[] }
  /** Where a copy is asked for; null for whoever may not write. */
  readonly copies: string | null
}

/** What other practices of the network show, each with the way to take a copy. */
export async function NetworkList({ network, copies }: NetworkListProps) {
  const t = await getTranslations('network.from')
  const words = await getTranslations('authoring')
  return (
    <section aria-labelledby="network" className="mb-10">
      <h2 className="text-xl" id="network">
        {t('title')}
      </h2>
      <p className="mb-3 max-w-prose">{t('intro', { network: network.name })}</p>
      {network.offers.length === 0 && <p className="card">{t('none')}</p>}
      <ul className="grid gap-3 md:grid-cols-2">
        {network.offers.map(({ offerId, kind, title, summary, minutes, version, practiceName }) => (
          <li className="card flex flex-col gap-2 wrap-anywhere" key={offerId}>
            <h3 className="text-lg">{title}</h3>
            <p>{summary}</p>
            <p className="text-muted text-sm">
              {kind === 'case' && `${words('kindCase')} · `}
              {t('by', { practice: practiceName })} · {words('version', { number: version })} ·{' '}
              {words('minutes', { minutes })}
            </p>
            {copies && (
              <form action={copies} className="mt-auto" method="post">
                <input name="offerId" type="hidden" value={offerId} />
                <button aria-label={t('takeOf', { title })} className="button-quiet" type="submit">
                  {t('take')}
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
