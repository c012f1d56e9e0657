import * as z from 'zod'
import { changeVersionKind } from '#lib/use-cases/authoring/change-version-kind'
import { base, draftId } from '#lib/web/authoring-fields'
import { draftPage } from '#lib/web/authoring-links'
import { command } from '#lib/web/command'
import { practiceId } from '#lib/web/practice-fields'
import { routes } from '#lib/web/routes'
import { changeKind, updateLesson } from '#lib/web/version-fields'

export const POST = command({
  input: z.strictObject({ practiceId, draftId, base, changeKind, updateLesson }),
  run: changeVersionKind,
  redirectTo: (_, input) => routes.draft(input.practiceId, input.draftId),
  notice: () => 'draft-saved',
  formPage: draftPage,
})
