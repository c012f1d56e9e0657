import * as z from 'zod'
import { changeStatisticsSharing } from '#lib/use-cases/authoring/change-statistics-sharing'
import { command } from '#lib/web/command'
import { shared, sharingAfter } from '#lib/web/measurement-fields'
import { practiceId } from '#lib/web/practice-fields'
import { routes } from '#lib/web/routes'

export const POST = command({
  input: z.strictObject({ practiceId, shared, after: sharingAfter }),
  run: changeStatisticsSharing,
  redirectTo: (_, input) => routes.statistics(input.practiceId),
  notice: () => 'sharing-changed',
  formPage: (params) => routes.statistics(params['practiceId'] ?? ''),
})
