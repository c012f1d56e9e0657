import * as z from 'zod'
import { takeBackRosterImport } from '#lib/use-cases/practice/take-back-roster-import'
import { undoRosterImport } from '#lib/use-cases/practice/undo-roster-import'
import { command } from '#lib/web/command'
import { importId } from '#lib/web/import-fields'
import { quickly } from '#lib/web/import-steps'
import { practiceId } from '#lib/web/practice-fields'
import { routes } from '#lib/web/routes'

export const POST = command({
  input: z.strictObject({ practiceId, importId }),
  run: async (context, input) => {
    const begun = await undoRosterImport(context, input)
    if (begun.ok) await quickly(takeBackRosterImport, context, input)
    return begun
  },
  redirectTo: (_done, input) => routes.rosterImport(input.practiceId, input.importId),
  formPage: (params) => routes.rosterImport(params['practiceId'] ?? '', params['importId'] ?? ''),
})
