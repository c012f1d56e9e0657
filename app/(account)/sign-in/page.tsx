import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ErrorSummary, Notice, TextField } from '#components/form/form-parts'
import { Shell } from '#components/layout/shell'
import { ok } from '#lib/domain/result'
import { visitorPageContext } from '#lib/web/page'
import { routes } from '#lib/web/routes'

export default async function SignInPage({ searchParams }: PageProps<'/sign-in'>) {
  const { actor, returned } = await visitorPageContext(async () => ok(null), {
    path: routes.signIn,
    search: searchParams,
  })
  if (actor) redirect(routes.home)
  const t = await getTranslations('account')
  return (
    <Shell actor={null}>
      <h1 className="mb-6">{t('signInTitle')}</h1>
      <Notice returned={returned} />
      <ErrorSummary returned={returned} />
      <form action={routes.session} className="space-y-5" method="post" noValidate>
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
