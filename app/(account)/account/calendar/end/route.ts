import * as z from 'zod'
import { endFeed } from '#lib/use-cases/calendar/end-feed'
import { command } from '#lib/web/command'
import { routes } from '#lib/web/routes'

export const POST = command({
  input: z.strictObject({}),
  run: endFeed,
  redirectTo: () => routes.accountCalendar,
  notice: () => 'calendar-feed-ended',
  formPage: () => routes.accountCalendar,
})
