import type { Route } from 'next'
import * as z from 'zod'
import { revealLink } from '#lib/use-cases/practice/reveal-link'
import { command } from '#lib/web/command'
import { mailId, practiceId } from '#lib/web/practice-fields'
import { routes } from '#lib/web/routes'

export const POST = command({
  input: z.strictObject({ practiceId, mailId }),
  run: (context, input) => revealLink(context, { ...input, path: routes.outbox(input.practiceId) }),
  redirectTo: ({ formId }, { practiceId, mailId }) =>
    routes.outboxMail(practiceId, mailId).replace('?', `?form=${formId}&`) as Route,
  formPage: (params) => routes.outbox(params['practiceId'] ?? ''),
})
