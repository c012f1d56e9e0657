import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ErrorSummary, TextField } from '#components/form/form-parts'
import { Shell } from '#components/layout/shell'
import { ok } from '#lib/domain/result'
import { pageContext } from '#lib/web/page'
import { returnPath } from '#lib/web/return-path'
import { routes } from '#lib/web/routes'

/** The second step of sign-in, for whoever set one up. */
export default async function SignInCodePage({ searchParams }: PageProps<'/sign-in/code'>) {
  const { actor, returned } = await pageContext(async () => ok(null), {
    path: routes.secondFactorCode,
    search: searchParams,
    duringSignIn: true,
  })
  const back = returnPath(returned.values['from'] ?? (await searchParams)['from'])
  if (actor.secondFactor !== 'due') redirect(back ?? routes.home)
  const t = await getTranslations('account')
  const common = await getTranslations('common')
  return (
    <Shell actor={null}>
      <h1 className="mb-4">{t('code.title')}</h1>
      <ErrorSummary returned={returned} />
      <p className="mb-6">{t('code.intro')}</p>
      <form action={routes.secondFactorProof} className="space-y-5" method="post" noValidate>
        {back && <input name="from" type="hidden" value={back} />}
        <TextField
          autoComplete="one-time-code"
          hint={t('code.hint')}
          label={t('code.label')}
          name="code"
          returned={returned}
        />
        <button className="button" type="submit">
          {t('code.button')}
        </button>
      </form>
      <form action={routes.signOut} className="mt-10 flex flex-wrap items-center gap-3" method="post">
        <p>{t('code.notYou')}</p>
        <button className="button-quiet" type="submit">
          {common('signOut')}
        </button>
      </form>
    </Shell>
  )
}
