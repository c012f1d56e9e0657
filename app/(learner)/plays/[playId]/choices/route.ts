import * as z from 'zod'
import { chooseOption } from '#lib/use-cases/cases/choose-option'
import { command } from '#lib/web/command'
import { playId } from '#lib/web/learner-fields'
import { routes } from '#lib/web/routes'

export const POST = command({
  input: z.strictObject({
    playId,
    step: z.coerce.number().int().min(1).max(1000),
    optionId: z.string('choice-missing').regex(/^[a-z0-9][a-z0-9-]{0,63}$/, 'choice-missing'),
  }),
  run: chooseOption,
  redirectTo: ({ playId, isOver }) => (isOver ? routes.debrief(playId) : routes.play(playId)),
  formPage: (params) => routes.play(params['playId'] ?? ''),
})
