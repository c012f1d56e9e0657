import { getTranslations } from 'next-intl/server'
import { LinkOver } from '#components/account/link-over'
import { routes } from '#lib/web/routes'
import { saidInStyle } from '#lib/web/words-in-style'

export const metadata = saidInStyle('set-up')

export default async function SetUpOver() {
  const t = await getTranslations('account')
  return <LinkOver kind="setUp" next={{ href: routes.signIn, label: t('signInTitle') }} />
}
