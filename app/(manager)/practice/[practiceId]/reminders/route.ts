import * as z from 'zod'
import { sendReminders } from '#lib/use-cases/practice/send-reminders'
import { command } from '#lib/web/command'
import { listField } from '#lib/web/forms'
import { practiceId, staffMemberId } from '#lib/web/practice-fields'
import { routes } from '#lib/web/routes'

export const POST = command({
  input: z.strictObject({ practiceId, people: listField.pipe(z.array(staffMemberId).max(5000)) }),
  run: (context, { practiceId, people }) => sendReminders(context, { practiceId, staffMemberIds: people }),
  redirectTo: (_sent, input) => routes.newReminders(input.practiceId),
  notice: () => 'reminders-sent',
  noticeCounts: ({ sent, skipped }) => ({ sent, skipped }),
  formPage: (params) => routes.newReminders(params['practiceId'] ?? ''),
})
