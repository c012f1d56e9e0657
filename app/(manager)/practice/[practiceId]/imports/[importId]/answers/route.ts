import * as z from 'zod'
import { checkRosterImport } from '#lib/use-cases/practice/check-roster-import'
import { settleImportQuestions } from '#lib/use-cases/practice/settle-import-questions'
import { command } from '#lib/web/command'
import { answersToImport, importAnswers, importId } from '#lib/web/import-fields'
import { quickly } from '#lib/web/import-steps'
import { practiceId } from '#lib/web/practice-fields'
import { routes } from '#lib/web/routes'

export const POST = command({
  input: z.strictObject({ practiceId, importId, ...importAnswers }),
  read: answersToImport,
  run: async (context, input) => {
    const settled = await settleImportQuestions(context, input)
    if (settled.ok) await quickly(checkRosterImport, context, input)
    return settled
  },
  redirectTo: (_done, input) => routes.rosterImport(input.practiceId, input.importId),
  formPage: (params) => routes.rosterImport(params['practiceId'] ?? '', params['importId'] ?? ''),
})
