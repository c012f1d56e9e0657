import { getTranslations } from 'next-intl/server'

type Start = 'yearly' | 'thenShorter' | 'yearEnd' | 'licence' | 'once'

type StartingPointsProps = {
  readonly starts: readonly { readonly key: Start; readonly href: string }[]
  /** The practice's own state, two letters. */
  readonly state: string
}

/** Ready answers to start from. None of them says that a law asks for it. */
export async function StartingPoints({ starts, state }: StartingPointsProps) {
  const t = await getTranslations('requirements')
  if (starts.length === 0) return null
  return (
    <section className="card mb-8">
      <h2>{t('starts.title')}</h2>
      <p className="text-muted mb-2 text-sm">{t(state === 'MO' ? 'starts.missouri' : 'starts.hint')}</p>
      <ul>
        {starts.map(({ key, href }) => (
          <li key={key}>
            <a className="inline-flex min-h-11 items-center" href={href}>
              {t(`starts.${key}`)}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
