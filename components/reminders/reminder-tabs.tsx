import { getTranslations } from 'next-intl/server'
import { Tabs } from '#components/layout/tabs'

type TabKey = 'record' | 'now' | 'settings'

type ReminderTabsProps = {
  readonly current: TabKey
  readonly tabs: readonly { readonly key: TabKey; readonly href: string }[]
}

/** The way between the pages about reminders. */
export async function ReminderTabs({ current, tabs }: ReminderTabsProps) {
  const t = await getTranslations('reminders')
  const named = tabs.map((tab) => ({ ...tab, words: t(`tabs.${tab.key}`) }))
  return <Tabs current={current} label={t('tabs.label')} tabs={named} />
}
