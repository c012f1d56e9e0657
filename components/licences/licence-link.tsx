import { getTranslations } from 'next-intl/server'
import type { Licence } from '#lib/domain/people/licences'

type LicenceLinkProps = {
  readonly href: string
  readonly licence: Pick<Licence, 'profession' | 'state'>
  readonly seenBy: 'manager' | 'holder'
}

/** The way to a licence's own page, named so that several on one page differ. */
export async function LicenceLink({ href, licence: { profession, state }, seenBy }: LicenceLinkProps) {
  const t = await getTranslations('licences')
  const people = await getTranslations('people')
  const named = {
    profession: t(`professions.${profession}` as never),
    state: people(`states.${state}` as never),
  }
  const isManager = seenBy === 'manager'
  return (
    <a
      aria-label={isManager ? t('openNamed', named) : t('own.changeNamed', named)}
      className="button-quiet"
      href={href}
    >
      {isManager ? t('open') : t('own.change')}
    </a>
  )
}
