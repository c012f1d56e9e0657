import * as z from 'zod'
import { recordReading } from '#lib/use-cases/training/record-reading'
import { command } from '#lib/web/command'
import { assignmentId, contentId, moduleVersionId } from '#lib/web/learner-fields'
import { routes } from '#lib/web/routes'
import { onwardHref } from '#lib/web/training-links'

const input = z.strictObject({
  assignmentId,
  moduleId: contentId,
  lessonId: contentId,
  cycle: z.coerce.number().int().min(1).max(10_000),
  version: moduleVersionId,
  place: z.coerce.number().int().min(0).max(20_000).optional(),
  finished: z.literal('true').optional(),
})

export const POST = command({
  input,
  run: (context, { version, place, finished, ...reading }) =>
    recordReading(context, {
      ...reading,
      moduleVersionId: version,
      place: place ?? null,
      isFinished: finished !== undefined,
    }),
  redirectTo: (onward, { assignmentId, moduleId, lessonId, finished }) =>
    finished === undefined
      ? routes.lesson(assignmentId, moduleId, lessonId)
      : onwardHref(assignmentId, moduleId, onward),
  reply: () => ({}),
  formPage: (params) =>
    routes.lesson(params['assignmentId'] ?? '', params['moduleId'] ?? '', params['lessonId'] ?? ''),
})
