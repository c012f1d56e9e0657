import type { Route } from 'next'
import { getTranslations } from 'next-intl/server'
import * as z from 'zod'
import { Pager } from '#components/compliance/pager'
import { PracticeFrame } from '#components/compliance/practice-frame'
import { MailTroubleList } from '#components/reminders/mail-trouble-list'
import { PausedList, PlannedList } from '#components/reminders/planned-list'
import { RecordedList } from '#components/reminders/recorded-list'
import { ReminderTabs } from '#components/reminders/reminder-tabs'
import { ReminderWorkings } from '#components/reminders/reminder-workings'
import { viewReminderRecord } from '#lib/use-cases/reminders/view-reminder-record'
import { pageContext } from '#lib/web/page'
import { paramsOr404 } from '#lib/web/params'
import { practiceId } from '#lib/web/practice-fields'
import { practiceLinks } from '#lib/web/practice-links'
import { reminderTabs } from '#lib/web/reminder-tabs'
import { routes } from '#lib/web/routes'

const wish = z.object({ page: z.coerce.number().int().min(1).max(100_000).catch(1) })

/** What was sent, what was skipped and why, what did not arrive, and what will be sent. */
export default async function ReminderRecordPage({
  params,
  searchParams,
}: PageProps<'/practice/[practiceId]/reminders/list'>) {
  const input = await paramsOr404({ practiceId }, params)
  const { page } = wish.parse(await searchParams)
  const { view, actor } = await pageContext((context) => viewReminderRecord(context, { ...input, page }))
  const t = await getTranslations('reminders')
  const path = routes.reminderRecord(view.practiceId)
  const hrefForPerson = (staffMemberId: string) => routes.staffMember(view.practiceId, staffMemberId)
  return (
    <PracticeFrame
      actor={actor}
      current="reminders"
      links={practiceLinks(view.practiceId, view)}
      practiceName={view.practiceName}
      title={t('record.title')}
    >
      <ReminderTabs current="record" tabs={reminderTabs(view.practiceId)} />
      <ReminderWorkings isOff={view.isOff} plannedOn={view.plannedOn} />
      <MailTroubleList hrefForPerson={hrefForPerson} trouble={view.trouble} />
      <PlannedList hrefForPerson={hrefForPerson} inAll={view.plannedInAll} lines={view.planned} />
      <PausedList hrefForPerson={hrefForPerson} paused={view.paused} />
      <RecordedList hrefForPerson={hrefForPerson} lines={view.recorded} />
      <Pager hrefFor={(number) => `${path}?page=${number}` as Route} page={view.page} pages={view.pages} />
    </PracticeFrame>
  )
}
