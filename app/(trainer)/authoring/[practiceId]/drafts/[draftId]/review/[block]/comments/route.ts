import * as z from 'zod'
import { commentOnDraft, seekBlock } from '#lib/use-cases/authoring/comment-on-draft'
import { draftId } from '#lib/web/authoring-fields'
import { command } from '#lib/web/command'
import { practiceId } from '#lib/web/practice-fields'
import { answerTo, block, comment } from '#lib/web/review-fields'
import { blockPage } from '#lib/web/review-links'
import { commentThrottles } from '#lib/web/review-throttles'

export const POST = command({
  input: z.strictObject({ practiceId, draftId, block, comment, answerTo }),
  beforehand: (context, { comment: _, answerTo: thread, ...input }) =>
    seekBlock(context, { ...input, thread }),
  run: (context, { comment: text, answerTo: thread, ...input }, found) =>
    commentOnDraft(context, { ...input, text, thread }, found),
  throttle: ({ actor }) => commentThrottles(actor.personId),
  redirectTo: (_, input) => blockPage(input),
  notice: () => 'comment-written',
  formPage: blockPage,
})
