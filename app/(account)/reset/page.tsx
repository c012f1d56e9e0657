import { getTranslations } from 'next-intl/server'
import { ErrorSummary, TextField } from '#components/form/form-parts'
import { Shell } from '#components/layout/shell'
import { ok } from '#lib/domain/result'
import { visitorPageContext } from '#lib/web/page'
import { routes } from '#lib/web/routes'

/** Asks for a link to a new password. What it answers is the same for every address. */
export default async function ResetPage({ searchParams }: PageProps<'/reset'>) {
  const { actor, returned } = await visitorPageContext(async () => ok(null), {
    path: routes.reset,
    search: searchParams,
  })
  const t = await getTranslations('account')
  return (
    <Shell actor={actor}>
      <h1 className="mb-4">{t('reset.title')}</h1>
      <ErrorSummary returned={returned} />
      <p className="mb-6">{t('reset.intro')}</p>
      <form action={routes.resetRequests} className="space-y-5" method="post" noValidate>
        <TextField
          autoComplete="username"
          label={t('email')}
          name="emailAddress"
          returned={returned}
          type="email"
        />
        <button className="button" type="submit">
          {t('reset.button')}
        </button>
      </form>
    </Shell>
  )
}
