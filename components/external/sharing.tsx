import { getTranslations } from 'next-intl/server'
import { dayWords } from '#components/compliance/day-words'
import type { LocalDate } from '#lib/domain/calendar'
import type { Certificate } from '#lib/domain/certification/certificate'
import { printCertificateNumber } from '#lib/domain/certification/certificate-number'

/** Everything that another practice would see, word for word, and what it would not. */
export async function WhatIsShown({ certificate }: { certificate: Certificate }) {
  const t = await getTranslations('external')
  const day = await dayWords()
  const { practiceName, trackTitle, completedOn, validThrough, number, modules } = certificate
  const facts = [
    [t('facts.practice'), practiceName],
    [t('facts.training'), trackTitle],
    [t('facts.completedOn'), day(completedOn)],
    [t('facts.validThrough'), validThrough ? day(validThrough) : t('facts.noEnd')],
    [t('facts.certificateNumber'), printCertificateNumber(number)],
    [
      t('facts.modules'),
      modules.map(({ title, version }) => t('facts.moduleVersion', { title, version })).join('; '),
    ],
  ] as const
  return (
    <section className="mb-8">
      <h2 className="mb-3">{t('share.seesTitle')}</h2>
      <dl className="card mb-3 space-y-2">
        {facts.map(([name, words]) => (
          <div className="sm:flex sm:gap-3" key={name}>
            <dt className="text-muted sm:w-44 sm:shrink-0">{name}</dt>
            <dd className="wrap-anywhere">{words}</dd>
          </div>
        ))}
      </dl>
      <p className="mb-2 font-medium">{t('share.seesIssuer')}</p>
      <p>{t('share.seesNot')}</p>
    </section>
  )
}

type ShareWithProps = {
  readonly action: string
  readonly practiceId: string
  readonly practiceName: string
  readonly state: 'waiting' | 'accepted' | 'refused' | 'withdrawn' | null
  /** Of what the state speaks of. */
  readonly on: LocalDate | null
  /** The entry that was shown before. */
  readonly entryHref: string | null
}

/** One practice: what it was shown, and the deed to show it. */
export async function ShareWith({ action, practiceId, practiceName, state, on, entryHref }: ShareWithProps) {
  const t = await getTranslations('external')
  const day = await dayWords()
  const mayShow = state === null || state === 'refused' || state === 'withdrawn'
  return (
    <li className="card space-y-3">
      <h3>{practiceName}</h3>
      {state !== null && on !== null && (
        <p>
          {t(`share.${state}`, { practice: practiceName, on: day(on) })}{' '}
          {entryHref !== null && (
            <a className="inline-flex min-h-11 items-center" href={entryHref}>
              {t('own.open')}
            </a>
          )}
        </p>
      )}
      {mayShow && (
        <form action={action} method="post">
          <input name="practiceId" type="hidden" value={practiceId} />
          <button className="button" type="submit">
            {t('share.button', { practice: practiceName })}
          </button>
        </form>
      )}
    </li>
  )
}
