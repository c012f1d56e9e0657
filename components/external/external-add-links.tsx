import { getTranslations } from 'next-intl/server'
import type { Membership } from '#lib/domain/access/actor'

type ExternalAddLinksProps = {
  readonly memberships: readonly Membership[]
  hrefFor(practiceId: string): string
}

/** The way to bring along what was done elsewhere: one for each practice, which alone then sees it. */
export async function ExternalAddLinks({ memberships, hrefFor }: ExternalAddLinksProps) {
  const t = await getTranslations('external.own')
  return (
    <ul className="flex flex-wrap gap-3">
      {memberships.map(({ practiceId, practiceName }) => (
        <li key={practiceId}>
          <a className="button-quiet" href={hrefFor(practiceId)}>
            {memberships.length > 1 ? t('addAt', { practice: practiceName }) : t('add')}
          </a>
        </li>
      ))}
    </ul>
  )
}
