import * as z from 'zod'
import { recordUpdate } from '#lib/use-cases/training/record-update'
import { command } from '#lib/web/command'
import { assignmentId } from '#lib/web/learner-fields'
import { routes } from '#lib/web/routes'

export const POST = command({
  input: z.strictObject({ assignmentId, version: z.coerce.number().int().min(2).max(100_000) }),
  run: recordUpdate,
  redirectTo: (_, input) => routes.trackUpdate(input.assignmentId),
  formPage: ({ assignmentId: assignment = '' }) => routes.trackUpdate(assignment),
})
