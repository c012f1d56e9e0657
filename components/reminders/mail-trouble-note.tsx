import { getTranslations } from 'next-intl/server'

/** On a practice's first page: how many messages did not arrive, with the way to which. Nothing where all did. */
export async function MailTroubleNote({ count, href }: { count: number; href: string }) {
  if (count === 0) return null
  const t = await getTranslations('reminders')
  return (
    <p className="border-danger bg-danger-soft no-print mb-6 rounded-xl border-2 p-4">
      {t('trouble.count', { count })} <a href={href}>{t('trouble.link')}</a>
    </p>
  )
}
