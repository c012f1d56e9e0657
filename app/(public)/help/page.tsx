import { getLocale, getMessages, getTranslations } from 'next-intl/server'
import { ContactSection } from '#components/help/contact-section'
import { Shell } from '#components/layout/shell'
import { viewHelp } from '#lib/use-cases/help/view-help'
import { dayFormatter } from '#lib/web/format-day'
import { visitorPageContext } from '#lib/web/page'
import { routes } from '#lib/web/routes'

/** Whom to call, for patients and staff alike. It works without a session, and leaves no trace on the server. */
export default async function HelpPage() {
  const { view, actor } = await visitorPageContext(viewHelp)
  const t = await getTranslations('help')
  const { lesson } = await getMessages()
  const drawn = { labels: lesson.contact, formatDate: dayFormatter(await getLocale()) }
  return (
    <Shell actor={actor}>
      <h1 className="mb-3">{t('title')}</h1>
      <p className="mb-2">{t('intro')}</p>
      <p className="mb-8">
        {t('exitFirst')} <a href={routes.exit}>{t('exitLink')}</a>
      </p>
      <ContactSection contacts={view.urgent} id="now" title={t('urgentTitle')} {...drawn} />
      {view.practices.map(({ practiceId, practiceName, contacts }) => (
        <ContactSection
          contacts={contacts}
          id={`local-${practiceId}`}
          key={practiceId}
          title={t('practiceTitle', { practice: practiceName })}
          {...drawn}
        />
      ))}
      <ContactSection contacts={view.missouri} id="missouri" title={t('missouriTitle')} {...drawn} />
      <ContactSection contacts={view.national} id="national" title={t('nationalTitle')} {...drawn} />
      {view.practices.length === 0 && (
        <NearAnybody contacts={view.local} signInHref={actor ? null : routes.signIn} />
      )}
      <p className="text-muted">{t('honest')}</p>
    </Shell>
  )
}

type NearAnybodyProps = {
  readonly contacts: readonly { readonly id: string; readonly name: string; readonly who: string }[]
  readonly signInHref: string | null
}

/** What every practice finds for itself, to somebody whom we know no practice of. */
async function NearAnybody({ contacts, signInHref }: NearAnybodyProps) {
  if (contacts.length === 0) return null
  const t = await getTranslations('help')
  return (
    <section aria-labelledby="local" className="mb-10">
      <h2 className="mb-3" id="local">
        {t('localTitle')}
      </h2>
      <p className="mb-3">
        {t('localIntro')} {signInHref && <a href={signInHref}>{t('localSignIn')}</a>}
      </p>
      <ul className="space-y-3">
        {contacts.map(({ id, name, who }) => (
          <li key={id}>
            <span className="font-semibold">{name}</span>
            <span className="text-muted block text-sm">{who}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
