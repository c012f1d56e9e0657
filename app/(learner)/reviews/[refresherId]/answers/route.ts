import type { Route } from 'next'
import * as z from 'zod'
import { answerPrompt } from '#lib/use-cases/refreshers/answer-prompt'
import { command } from '#lib/web/command'
import { answers, answersIn, refresherId, revisions } from '#lib/web/learner-fields'
import { routes } from '#lib/web/routes'

export const POST = command({
  // A question says the revision of what it shows; here nothing is saved before it is answered.
  input: z.strictObject({ refresherId, place: z.coerce.number().int().min(1).max(5), answers, revisions }),
  read: answersIn,
  run: answerPrompt,
  redirectTo: ({ refresherId, place }) => `${routes.refresher(refresherId)}#answered-${place}` as Route,
  formPage: (params) => routes.refresher(params['refresherId'] ?? ''),
})
