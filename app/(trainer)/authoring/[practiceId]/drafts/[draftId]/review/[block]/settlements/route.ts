import * as z from 'zod'
import { settleComment } from '#lib/use-cases/authoring/settle-comment'
import { draftId } from '#lib/web/authoring-fields'
import { command } from '#lib/web/command'
import { practiceId } from '#lib/web/practice-fields'
import { block, settlement } from '#lib/web/review-fields'
import { blockPage } from '#lib/web/review-links'
import { commentThrottles } from '#lib/web/review-throttles'

export const POST = command({
  input: z.strictObject({ practiceId, draftId, block, ...settlement }),
  run: settleComment,
  throttle: ({ actor }) => commentThrottles(actor.personId),
  redirectTo: (_, input) => blockPage(input),
  notice: () => 'comment-settled',
  formPage: blockPage,
})
