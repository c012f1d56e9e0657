import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ErrorSummary, Notice, TextField } from '#components/form/form-parts'
import { Shell } from '#components/layout/shell'
import { ok } from '#lib/domain/result'
import { hadSession, visitorPageContext } from '#lib/web/page'
import { returnPath } from '#lib/web/return-path'
import { routes } from '#lib/web/routes'

export default async function SignInPage({ searchParams }: PageProps<'/sign-in'>) {
  const { actor, returned } = await visitorPageContext(async () => ok(null), {
    path: routes.signIn,
    search: searchParams,
  })
  const back = returnPath(returned.values['from'] ?? (await searchParams)['from'])
  if (actor) redirect(back ?? routes.home)
  const t = await getTranslations('account')
  return (
    <Shell actor={null}>
      <h1 className="mb-6">{t('signInTitle')}</h1>
      <Notice returned={returned} />
      {back && returned.problems.length === 0 && (
        <p className="border-notice-line bg-notice mb-6 rounded-xl border-2 p-4" role="status">
          {(await hadSession()) ? t('sessionEnded') : t('signInFirst')}
        </p>
      )}
      <ErrorSummary returned={returned} />
      <form action={routes.session} className="space-y-5" method="post" noValidate>
        {back && <input name="from" type="hidden" value={back} />}
        <TextField
          autoComplete="username"
          label={t('email')}
          name="emailAddress"
          returned={returned}
          type="email"
        />
        <TextField
          autoComplete="current-password"
          label={t('password')}
          name="password"
          returned={returned}
          type="password"
        />
        <button className="button" type="submit">
          {t('signInButton')}
        </button>
      </form>
      <p className="mt-6">
        <a href={routes.reset}>{t('forgotten')}</a>
      </p>
    </Shell>
  )
}
