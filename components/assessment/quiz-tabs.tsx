import { getTranslations } from 'next-intl/server'

type TabKey = 'regrades' | 'statistics'
type QuizTabsProps = {
  readonly current: TabKey
  readonly tabs: readonly { readonly key: TabKey; readonly href: string }[]
}

/** The way between the pages about quizzes. Nothing where there is one only. */
export async function QuizTabs({ current, tabs }: QuizTabsProps) {
  if (tabs.length < 2) return null
  const t = await getTranslations('measurement')
  return (
    <nav aria-label={t('tabs.label')} className="no-print mb-6 flex flex-wrap gap-x-5">
      {tabs.map(({ key, href }) => (
        <a
          aria-current={key === current ? 'page' : undefined}
          className="aria-[current]:text-ink inline-flex min-h-11 items-center aria-[current]:font-semibold aria-[current]:no-underline"
          href={href}
          key={key}
        >
          {t(`tabs.${key}`)}
        </a>
      ))}
    </nav>
  )
}
