import { getTranslations } from 'next-intl/server'
import { LinkOver } from '#components/account/link-over'
import { routes } from '#lib/web/routes'

export default async function SetUpOver() {
  const t = await getTranslations('account')
  return <LinkOver kind="setUp" next={{ href: routes.signIn, label: t('signInTitle') }} />
}
