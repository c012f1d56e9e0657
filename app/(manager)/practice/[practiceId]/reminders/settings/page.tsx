import { getTranslations } from 'next-intl/server'
import { PracticeFrame } from '#components/compliance/practice-frame'
import { ErrorSummary, Notice } from '#components/form/form-parts'
import { ReminderSettingsForm } from '#components/reminders/reminder-settings-form'
import { ReminderTabs } from '#components/reminders/reminder-tabs'
import { ReminderTextLinks } from '#components/reminders/reminder-text-links'
import { viewReminderSettings } from '#lib/use-cases/reminders/view-reminder-settings'
import { pageContext } from '#lib/web/page'
import { paramsOr404 } from '#lib/web/params'
import { practiceId } from '#lib/web/practice-fields'
import { practiceLinks } from '#lib/web/practice-links'
import { reminderTabs } from '#lib/web/reminder-tabs'
import { routes } from '#lib/web/routes'

/** When the practice's people are reminded, and in whose words. */
export default async function ReminderSettingsPage({
  params,
  searchParams,
}: PageProps<'/practice/[practiceId]/reminders/settings'>) {
  const input = await paramsOr404({ practiceId }, params)
  const { view, actor, returned } = await pageContext((context) => viewReminderSettings(context, input), {
    path: routes.reminderSettings(input.practiceId),
    search: searchParams,
  })
  const t = await getTranslations('reminders')
  return (
    <PracticeFrame
      actor={actor}
      current="reminders"
      links={practiceLinks(view.practiceId, view)}
      practiceName={view.practiceName}
      title={t('settings.title')}
      width="reading"
    >
      <ReminderTabs current="settings" tabs={reminderTabs(view.practiceId)} />
      <ErrorSummary returned={returned} />
      <Notice returned={returned} />
      <ReminderSettingsForm
        action={routes.reminderSettingsVersions(view.practiceId)}
        requirements={view.requirements}
        returned={returned}
        settings={view.settings}
        timeZone={view.timeZone}
      />
      <ReminderTextLinks
        hrefFor={({ language, moment }) => routes.reminderText(view.practiceId, language, moment)}
        texts={view.texts}
      />
    </PracticeFrame>
  )
}
