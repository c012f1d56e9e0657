import { getTranslations } from 'next-intl/server'
import { ChoosePasswordForm } from '#components/account/choose-password-form'
import { ErrorSummary } from '#components/form/form-parts'
import { Shell } from '#components/layout/shell'
import { viewLink } from '#lib/use-cases/account/view-link'
import { visitorPageContext } from '#lib/web/page'
import { routes } from '#lib/web/routes'

/** Says who invites and asks for a password; a person who has one is told to sign in, and the link changes nothing. */
export default async function InvitationPage({ params, searchParams }: PageProps<'/invitation/[token]'>) {
  const { token } = await params
  const { view, returned } = await visitorPageContext(
    (context) => viewLink(context, { kind: 'invitation', token }),
    { path: routes.invitation(token), search: searchParams },
  )
  const t = await getTranslations('account')
  const { practiceName: practice, emailAddress } = view
  return (
    <Shell actor={null}>
      <h1 className="mb-4">{t('invitation.title')}</h1>
      <ErrorSummary returned={returned} />
      <p className="mb-4">{practice ? t('invitation.from', { practice }) : t('invitation.fromSomebody')}</p>
      {view.hasPassword ? (
        <>
          <p className="mb-4">{t('invitation.already')}</p>
          {emailAddress && (
            <p className="mb-6 wrap-anywhere">{t('invitation.alreadyFor', { emailAddress })}</p>
          )}
          <a className="button" href={routes.signIn}>
            {t('signInTitle')}
          </a>
        </>
      ) : (
        <>
          <p className="mb-6">{t('invitation.choose')}</p>
          <ChoosePasswordForm
            action={routes.invitationAcceptance(token)}
            emailAddress={emailAddress}
            returned={returned}
          />
        </>
      )}
    </Shell>
  )
}
