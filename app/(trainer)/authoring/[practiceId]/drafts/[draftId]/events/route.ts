import * as z from 'zod'
import { draftDeeds } from '#lib/domain/authoring/draft-state'
import { mailAboutDraft } from '#lib/use-cases/authoring/mail-about-draft'
import { moveDraft } from '#lib/use-cases/authoring/move-draft'
import { deedReason, draftId, filesHash } from '#lib/web/authoring-fields'
import { draftPage } from '#lib/web/authoring-links'
import { command } from '#lib/web/command'
import { practiceId } from '#lib/web/practice-fields'
import { draftDeedThrottles } from '#lib/web/review-throttles'
import { routes } from '#lib/web/routes'

export const POST = command({
  input: z.strictObject({ practiceId, draftId, filesHash, deed: z.enum(draftDeeds), reason: deedReason }),
  run: async (context, input) => {
    const moved = await moveDraft(context, input)
    if (moved.ok) await mailAboutDraft(context, moved.value.practiceId, input.draftId)
    return moved
  },
  throttle: draftDeedThrottles,
  redirectTo: (_, input) => routes.draft(input.practiceId, input.draftId),
  notice: () => 'draft-moved',
  formPage: draftPage,
})
