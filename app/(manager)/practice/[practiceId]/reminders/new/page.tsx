import { getTranslations } from 'next-intl/server'
import { PracticeFrame } from '#components/compliance/practice-frame'
import { ReminderForm } from '#components/compliance/reminder-form'
import { ErrorSummary, Notice } from '#components/form/form-parts'
import { ReminderTabs } from '#components/reminders/reminder-tabs'
import { viewReminders } from '#lib/use-cases/practice/view-reminders'
import { pageContext } from '#lib/web/page'
import { paramsOr404 } from '#lib/web/params'
import { practiceId } from '#lib/web/practice-fields'
import { practiceLinks } from '#lib/web/practice-links'
import { reminderTabs } from '#lib/web/reminder-tabs'
import { routes } from '#lib/web/routes'

/** Who could be reminded, the exact mail to each, and the one button that sends. */
export default async function NewRemindersPage({
  params,
  searchParams,
}: PageProps<'/practice/[practiceId]/reminders/new'>) {
  const input = await paramsOr404({ practiceId }, params)
  const t = await getTranslations('practice')
  const { view, actor, returned } = await pageContext(
    (context) => viewReminders(context, { ...input, linkToBeMade: t('remind.linkToBeMade') }),
    { path: routes.newReminders(input.practiceId), search: searchParams },
  )
  return (
    <PracticeFrame
      actor={actor}
      current="reminders"
      links={practiceLinks(view.practiceId, view)}
      practiceName={view.practiceName}
      title={t('remind.title')}
    >
      <ReminderTabs current="now" tabs={reminderTabs(view.practiceId)} />
      <ErrorSummary returned={returned} />
      <Notice returned={returned} />
      <ReminderForm
        action={routes.reminders(view.practiceId)}
        candidates={view.candidates}
        hrefForPerson={(staffMemberId) => routes.staffMember(view.practiceId, staffMemberId)}
        isRefused={returned.problems.length > 0}
      />
    </PracticeFrame>
  )
}
