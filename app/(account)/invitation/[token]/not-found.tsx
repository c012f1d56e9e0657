import { getTranslations } from 'next-intl/server'
import { LinkOver } from '#components/account/link-over'
import { routes } from '#lib/web/routes'
import { saidInStyle } from '#lib/web/words-in-style'

export const metadata = saidInStyle('invitation')

export default async function InvitationOver() {
  const t = await getTranslations('account')
  return <LinkOver kind="invitation" next={{ href: routes.signIn, label: t('signInTitle') }} />
}
