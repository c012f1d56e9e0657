import { getTranslations } from 'next-intl/server'
import { Posts } from '#components/account/posts'
import { Shell } from '#components/layout/shell'
import { viewAccount } from '#lib/use-cases/account/view-account'
import { pageContext } from '#lib/web/page'
import { routes } from '#lib/web/routes'

/** Who I am in each practice, and how I get in and out. */
export default async function AccountPage() {
  const { view, actor } = await pageContext(viewAccount)
  const t = await getTranslations('account.overview')
  const licences = await getTranslations('licences.own')
  const common = await getTranslations('common')
  const calendar = await getTranslations('calendar')
  const refreshers = await getTranslations('refreshers')
  const { emailAddress } = actor
  const on = actor.secondFactor === 'proved'
  return (
    <Shell actor={actor}>
      <h1 className="mb-2">{t('title')}</h1>
      <p className="mb-8 wrap-anywhere">
        {emailAddress ? t('signedInAs', { emailAddress }) : t('signedInWithout')}
      </p>
      <section className="mb-8">
        <h2 className="mb-3">{t('postsTitle')}</h2>
        <Posts accommodations={view.accommodations} memberships={actor.memberships} />
      </section>
      <p className="mb-8">
        <a className="inline-flex min-h-11 items-center" href={routes.ownLicences}>
          {licences('link')}
        </a>
      </p>
      <section className="mb-8">
        <h2 className="mb-2">{t('secondTitle')}</h2>
        <p className="mb-3">{on ? t('secondOn') : t('secondOff')}</p>
        <a className="button-quiet" href={routes.secondFactor}>
          {on ? t('secondOnLink') : t('secondOffLink')}
        </a>
      </section>
      <section className="mb-8">
        <h2 className="mb-2">{calendar('mine')}</h2>
        <a className="button-quiet" href={routes.accountCalendar}>
          {calendar('mineHint')}
        </a>
      </section>
      <section className="mb-8">
        <h2 className="mb-2">{refreshers('mine')}</h2>
        <a className="button-quiet" href={routes.accountRefreshers}>
          {refreshers('mineLink')}
        </a>
      </section>
      {emailAddress && (
        <section className="mb-8">
          <h2 className="mb-2">{t('passwordTitle')}</h2>
          <p className="mb-3 wrap-anywhere">{t('passwordHint', { emailAddress })}</p>
          <form action={routes.resetRequests} method="post">
            <input name="emailAddress" type="hidden" value={emailAddress} />
            <button className="button-quiet" type="submit">
              {t('passwordButton')}
            </button>
          </form>
        </section>
      )}
      <section>
        <h2 className="mb-2">{t('sessionsTitle')}</h2>
        <p className="mb-3">{t('sessionsHint')}</p>
        <div className="flex flex-wrap gap-3">
          <form action={routes.signOut} method="post">
            <button className="button" type="submit">
              {common('signOut')}
            </button>
          </form>
          <form action={routes.signOutEverywhere} method="post">
            <button className="button-quiet" type="submit">
              {t('everywhere')}
            </button>
          </form>
        </div>
      </section>
    </Shell>
  )
}
