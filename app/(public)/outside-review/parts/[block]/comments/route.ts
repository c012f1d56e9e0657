import * as z from 'zod'
import { commentFromOutside, seekBlockFromOutside } from '#lib/use-cases/authoring/comment-on-draft'
import { outsideCommand } from '#lib/web/command'
import { answerTo, block, comment } from '#lib/web/review-fields'
import { commentThrottles } from '#lib/web/review-throttles'
import { routes } from '#lib/web/routes'

export const POST = outsideCommand({
  input: z.strictObject({ block, comment, answerTo }),
  beforehand: (context, { block: sought, answerTo: thread }) =>
    seekBlockFromOutside(context, { block: sought, thread }),
  run: (context, { comment: text, answerTo: thread, ...input }, found) =>
    commentFromOutside(context, { ...input, text, thread }, found),
  throttle: ({ actor }) => commentThrottles(actor.reviewerId),
  redirectTo: (_, input) => routes.outsideBlock(input.block),
  notice: () => 'comment-written',
  formPage: (params) => routes.outsideBlock(params['block'] ?? ''),
})
