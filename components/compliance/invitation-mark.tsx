import { getTranslations } from 'next-intl/server'
import type { InvitationState } from '#lib/domain/access/invitation'

/** Says where an invitation hangs. Who has come in, or never needed one, is no news. */
export async function InvitationMark({ state }: { state: InvitationState }) {
  if (state === 'none' || state === 'accepted') return null
  const t = await getTranslations('practice')
  return <span className="text-muted block text-sm">{t(`invitation.${state}`)}</span>
}
