import { getTranslations } from 'next-intl/server'
import { SecondFactorEnrolment } from '#components/account/second-factor-enrolment'
import { ErrorSummary, type Returned, TextField } from '#components/form/form-parts'
import { Shell } from '#components/layout/shell'
import { needsSecondFactor, pendingSignInStep } from '#lib/domain/access/actor'
import { viewSecondFactor } from '#lib/use-cases/account/view-second-factor'
import { pageContext } from '#lib/web/page'
import { routes } from '#lib/web/routes'

/** Off, being set up, or on. Managers, trainers and administrators are led here before any other page. */
export default async function SecondFactorPage({ searchParams }: PageProps<'/account/second-factor'>) {
  const { view, actor, returned } = await pageContext(viewSecondFactor, {
    path: routes.secondFactor,
    search: searchParams,
    duringSignIn: true,
  })
  const t = await getTranslations('account.second')
  const underWay = pendingSignInStep(actor) !== null
  return (
    <Shell actor={underWay ? null : actor}>
      <h1 className="mb-4">{t('title')}</h1>
      <ErrorSummary returned={returned} />
      {view.kind === 'on' && <NewPhone returned={returned} />}
      {view.kind === 'enrolling' && view.replaces && <p className="no-print mb-6">{t('replacing')}</p>}
      {(view.kind === 'off' || (view.kind === 'enrolling' && !view.replaces)) && (
        <>
          <p className="no-print mb-3">{needsSecondFactor(actor) ? t('whyRequired') : t('whyOptional')}</p>
          <p className="no-print mb-6">{t('need')}</p>
        </>
      )}
      {view.kind === 'off' && (
        <form action={routes.secondFactorEnrolment} method="post">
          <button className="button" type="submit">
            {t('begin')}
          </button>
        </form>
      )}
      {view.kind === 'enrolling' && (
        <SecondFactorEnrolment
          addresses={{
            confirmation: routes.secondFactorConfirmation,
            enrolment: routes.secondFactorEnrolment,
          }}
          enrolling={view}
          returned={returned}
        />
      )}
      {underWay && <NotNow />}
    </Shell>
  )
}

async function NewPhone({ returned }: { returned: Returned }) {
  const t = await getTranslations('account.second')
  return (
    <>
      <p className="mb-8">{t('on')}</p>
      <h2 className="mb-2">{t('newPhoneTitle')}</h2>
      <p className="mb-4">{t('newPhoneHint')}</p>
      <form action={routes.secondFactorReplacement} className="space-y-5" method="post" noValidate>
        <TextField autoComplete="one-time-code" label={t('newPhoneLabel')} name="code" returned={returned} />
        <button className="button" type="submit">
          {t('newPhone')}
        </button>
      </form>
    </>
  )
}

async function NotNow() {
  const t = await getTranslations('account.code')
  const common = await getTranslations('common')
  return (
    <form action={routes.signOut} className="no-print mt-10 flex flex-wrap items-center gap-3" method="post">
      <p>{t('notYou')}</p>
      <button className="button-quiet" type="submit">
        {common('signOut')}
      </button>
    </form>
  )
}
