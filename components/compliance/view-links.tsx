import { getTranslations } from 'next-intl/server'

export type ViewKey = 'list' | 'grid' | 'past' | 'forecast' | 'network' | 'print'

type ViewLinksProps = {
  readonly links: readonly { readonly key: ViewKey; readonly href: string }[]
  readonly current: ViewKey
}

/** The ways to look at the same people: as a list, against their requirements, on another day, ahead, on paper. */
export async function ViewLinks({ links, current }: ViewLinksProps) {
  const t = await getTranslations('overview')
  return (
    <nav aria-label={t('links.label')} className="no-print mb-4 flex flex-wrap gap-x-5">
      {links.map(({ key, href }) => (
        <a
          aria-current={key === current ? 'page' : undefined}
          className="aria-[current]:text-ink inline-flex min-h-11 items-center aria-[current]:font-semibold aria-[current]:no-underline"
          href={href}
          key={key}
        >
          {t(`links.${key}`)}
        </a>
      ))}
    </nav>
  )
}
