import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { dayWords } from '#components/compliance/day-words'
import type { Licence } from '#lib/domain/people/licences'

type LicenceCardProps = {
  readonly licence: Omit<Licence, 'history'>
  readonly children?: ReactNode
}

/** One licence as it holds today; below it what one can do about it. */
export async function LicenceCard({ licence, children }: LicenceCardProps) {
  const t = await getTranslations('licences')
  const people = await getTranslations('people')
  const day = await dayWords()
  const { profession, state, number, renewsOn, leads, endedOn } = licence
  const named = {
    profession: t(`professions.${profession}` as never),
    state: people(`states.${state}` as never),
  }
  return (
    <li className="card space-y-3">
      <h2 className="text-lg">{t('heading', named)}</h2>
      <dl className="space-y-1">
        <Row name={t('number')}>{number}</Row>
        <Row name={t('renewsOn')}>{renewsOn ? day(renewsOn) : t('noDate')}</Row>
      </dl>
      {leads && <p className="text-muted text-sm">{t('leads')}</p>}
      {endedOn && <p className="font-semibold">{t('over', { on: day(endedOn) })}</p>}
      {children}
    </li>
  )
}

function Row({ name, children }: { name: string; children: string }) {
  return (
    <div className="sm:flex sm:gap-3">
      <dt className="text-muted sm:w-44 sm:shrink-0">{name}</dt>
      <dd className="wrap-anywhere">{children}</dd>
    </div>
  )
}
