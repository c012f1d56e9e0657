import { getTranslations } from 'next-intl/server'
import { LinkOver } from '#components/account/link-over'
import { routes } from '#lib/web/routes'
import { saidInStyle } from '#lib/web/words-in-style'

export const metadata = saidInStyle('reset')

export default async function ResetLinkOver() {
  const t = await getTranslations('account.linkOver')
  return <LinkOver kind="reset" next={{ href: routes.reset, label: t('resetNext') }} />
}
