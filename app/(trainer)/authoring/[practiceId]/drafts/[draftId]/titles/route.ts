import * as z from 'zod'
import { changeOutline } from '#lib/use-cases/authoring/change-draft'
import { base, draftId, shortLine } from '#lib/web/authoring-fields'
import { draftPage } from '#lib/web/authoring-links'
import { command } from '#lib/web/command'
import { practiceId } from '#lib/web/practice-fields'
import { routes } from '#lib/web/routes'

/** The title of a new lesson. */
export const POST = command({
  input: z
    .strictObject({ practiceId, draftId, base, lessonTitle: shortLine })
    .transform(({ lessonTitle: title, ...form }) => ({ ...form, deed: { kind: 'add' as const, title } })),
  run: changeOutline,
  redirectTo: (_, input) => routes.draft(input.practiceId, input.draftId),
  notice: () => 'draft-saved',
  formPage: draftPage,
})
