import { getTranslations } from 'next-intl/server'
import type { LocalContactTasks } from '#lib/domain/curriculum/local-contacts'

/** What is left to do about the local contacts; nothing once each is entered, and checked not too long ago. */
export async function LocalContactTask({ tasks, href }: { tasks: LocalContactTasks; href: string }) {
  const { missing, stale } = tasks
  if (missing === 0 && stale === 0) return null
  const t = await getTranslations('practice')
  return (
    <section
      aria-labelledby="contact-task"
      className="no-print border-notice-line bg-notice mb-6 flex flex-wrap items-center justify-between gap-x-6 gap-y-3 rounded-xl border p-4"
    >
      <div className="max-w-prose">
        <h2 className="text-base" id="contact-task">
          {t('contacts.taskTitle')}
        </h2>
        {missing > 0 && <p className="text-sm">{t('contacts.taskMissing', tasks)}</p>}
        {stale > 0 && <p className="text-sm">{t('contacts.taskStale', tasks)}</p>}
      </div>
      <a className="button-quiet" href={href}>
        {t('contacts.taskLink')}
      </a>
    </section>
  )
}
