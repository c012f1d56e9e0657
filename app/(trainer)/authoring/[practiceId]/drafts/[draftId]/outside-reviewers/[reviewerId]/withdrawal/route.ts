import * as z from 'zod'
import { withdrawOutsideReviewer } from '#lib/use-cases/outside/withdraw-outside-reviewer'
import { draftId } from '#lib/web/authoring-fields'
import { command } from '#lib/web/command'
import { outsideReviewersPage } from '#lib/web/outside-fields'
import { practiceId } from '#lib/web/practice-fields'

export const POST = command({
  input: z.strictObject({ practiceId, draftId, reviewerId: z.uuid() }),
  run: withdrawOutsideReviewer,
  redirectTo: (_, input) => outsideReviewersPage(input),
  notice: () => 'outside-withdrawn',
  formPage: outsideReviewersPage,
})
