import { getTranslations } from 'next-intl/server'
import { Shell } from '#components/layout/shell'
import { ok } from '#lib/domain/result'
import { visitorPageContext } from '#lib/web/page'
import { routes } from '#lib/web/routes'

export default async function ResetRequestedPage() {
  const { actor } = await visitorPageContext(async () => ok(null))
  const t = await getTranslations('account.reset')
  return (
    <Shell actor={actor}>
      <h1 className="mb-4">{t('requestedTitle')}</h1>
      <p className="mb-4">{t('requested')}</p>
      <p className="mb-6">{t('requestedNothing')}</p>
      <a href={routes.signIn}>{t('back')}</a>
    </Shell>
  )
}
