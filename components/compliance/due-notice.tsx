import { getTranslations } from 'next-intl/server'

/** Says that the figures are behind, as long as the worker derives them anew. */
export async function DueNotice({ isDue }: { isDue: boolean }) {
  if (!isDue) return null
  const t = await getTranslations('overview')
  return (
    <section className="border-notice-line bg-notice mb-6 rounded-xl border p-4" role="status">
      <h2 className="text-base">{t('due.title')}</h2>
      <p className="max-w-prose text-sm">{t('due.body')}</p>
    </section>
  )
}
