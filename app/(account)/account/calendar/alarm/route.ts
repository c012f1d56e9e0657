import * as z from 'zod'
import { alarmDaysOf } from '#lib/domain/compliance/calendar-entries'
import { changeAlarm } from '#lib/use-cases/calendar/change-alarm'
import { alarmField } from '#lib/web/calendar-fields'
import { command } from '#lib/web/command'
import { routes } from '#lib/web/routes'

export const POST = command({
  input: z.strictObject({ alarm: alarmField }),
  run: (context, { alarm }) => changeAlarm(context, { alarmDays: alarmDaysOf(alarm) }),
  redirectTo: () => routes.accountCalendar,
  notice: () => 'calendar-alarm-saved',
  formPage: () => routes.accountCalendar,
})
