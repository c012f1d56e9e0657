import * as z from 'zod'
import { changeRefresherWish } from '#lib/use-cases/refreshers/change-refresher-wish'
import { command } from '#lib/web/command'
import { routes } from '#lib/web/routes'

export const POST = command({
  input: z.strictObject({ wanted: z.enum(['yes', 'no']) }),
  run: (context, { wanted }) => changeRefresherWish(context, { wanted: wanted === 'yes' }),
  redirectTo: () => routes.accountRefreshers,
  notice: ({ wanted }) => (wanted ? 'refreshers-on' : 'refreshers-off'),
  formPage: () => routes.accountRefreshers,
})
