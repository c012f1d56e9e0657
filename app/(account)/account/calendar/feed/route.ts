import type { Route } from 'next'
import * as z from 'zod'
import { alarmDaysOf } from '#lib/domain/compliance/calendar-entries'
import { renewFeed } from '#lib/use-cases/calendar/renew-feed'
import { alarmField } from '#lib/web/calendar-fields'
import { command } from '#lib/web/command'
import { routes } from '#lib/web/routes'

export const POST = command({
  input: z.strictObject({ alarm: alarmField }),
  run: (context, { alarm }) =>
    renewFeed(context, { alarmDays: alarmDaysOf(alarm), path: routes.accountCalendar }),
  redirectTo: ({ formId }) => `${routes.accountCalendar}?form=${formId}` as Route,
  throttle: ({ actor }) => [{ key: `feed:${actor.personId}`, points: 20, withinSeconds: 60 * 60 }],
  formPage: () => routes.accountCalendar,
})
