import { getTranslations } from 'next-intl/server'
import { LinkOver } from '#components/account/link-over'
import { routes } from '#lib/web/routes'
import { saidInStyle } from '#lib/web/words-in-style'

export const metadata = saidInStyle('outside')

export default async function OutsideReviewOver() {
  const t = await getTranslations('common')
  return <LinkOver kind="outside" next={{ href: routes.home, label: t('toStart') }} />
}
