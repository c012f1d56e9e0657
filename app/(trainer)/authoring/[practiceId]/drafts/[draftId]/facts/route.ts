import * as z from 'zod'
import { changeModuleFacts } from '#lib/use-cases/authoring/change-draft'
import { base, draftId, factFields } from '#lib/web/authoring-fields'
import { draftPage } from '#lib/web/authoring-links'
import { command } from '#lib/web/command'
import { practiceId } from '#lib/web/practice-fields'
import { routes } from '#lib/web/routes'

export const POST = command({
  input: z.strictObject({ practiceId, draftId, base, ...factFields }).transform((form) => {
    const { objective1, objective2, objective3, objective4, objective5, objective6 } = form
    const written = [objective1, objective2, objective3, objective4, objective5, objective6]
    const { moduleTitle: title, moduleSummary: summary, moduleMinutes: minutes } = form
    const facts = { title, summary, minutes, objectives: written.filter((text) => text !== undefined) }
    return { practiceId: form.practiceId, draftId: form.draftId, base: form.base, facts }
  }),
  run: changeModuleFacts,
  redirectTo: (_, input) => routes.draft(input.practiceId, input.draftId),
  notice: () => 'draft-saved',
  formPage: draftPage,
})
