import { getTranslations } from 'next-intl/server'

/** How many certificates from elsewhere wait for a second person; nothing where none does. */
export async function ExternalTask({ waiting, href }: { waiting: number; href: string }) {
  if (waiting === 0) return null
  const t = await getTranslations('external.task')
  return (
    <section
      aria-labelledby="external-task"
      className="no-print border-notice-line bg-notice mb-6 flex flex-wrap items-center justify-between gap-x-6 gap-y-3 rounded-xl border p-4"
    >
      <div className="max-w-prose">
        <h2 className="text-base" id="external-task">
          {t('title')}
        </h2>
        <p className="text-sm">{t('body', { waiting })}</p>
      </div>
      <a className="button-quiet" href={href}>
        {t('link')}
      </a>
    </section>
  )
}
