import * as z from 'zod'
import { inviteOutsideReviewer } from '#lib/use-cases/outside/invite-outside-reviewer'
import { draftId } from '#lib/web/authoring-fields'
import { command } from '#lib/web/command'
import { outsideFields, outsideReviewersPage } from '#lib/web/outside-fields'
import { outsideInvitationThrottles } from '#lib/web/outside-throttles'
import { practiceId } from '#lib/web/practice-fields'

export const POST = command({
  input: z.strictObject({ practiceId, draftId, ...outsideFields }),
  run: (context, { outsideName: name, outsideRole: role, outsideLanguage: language, ...input }) =>
    inviteOutsideReviewer(context, { ...input, name, role, language }),
  throttle: ({ actor }) => outsideInvitationThrottles(actor),
  redirectTo: (_, input) => outsideReviewersPage(input),
  notice: () => 'outside-invited',
  formPage: outsideReviewersPage,
})
