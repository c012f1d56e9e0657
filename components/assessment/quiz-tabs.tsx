import { getTranslations } from 'next-intl/server'
import { Tabs } from '#components/layout/tabs'

type TabKey = 'regrades' | 'statistics'
type QuizTabsProps = {
  readonly current: TabKey
  readonly tabs: readonly { readonly key: TabKey; readonly href: string }[]
}

/** The way between the pages about quizzes. Nothing where there is one only. */
export async function QuizTabs({ current, tabs }: QuizTabsProps) {
  if (tabs.length < 2) return null
  const t = await getTranslations('measurement')
  const named = tabs.map((tab) => ({ ...tab, words: t(`tabs.${tab.key}`) }))
  return <Tabs current={current} label={t('tabs.label')} tabs={named} />
}
