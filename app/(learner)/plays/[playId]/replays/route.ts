import * as z from 'zod'
import { replayCase } from '#lib/use-cases/cases/replay-case'
import { command } from '#lib/web/command'
import { playId } from '#lib/web/learner-fields'
import { routes } from '#lib/web/routes'

export const POST = command({
  input: z.strictObject({ playId }),
  run: replayCase,
  redirectTo: ({ playId }) => routes.play(playId),
  formPage: (params) => routes.debrief(params['playId'] ?? ''),
})
