import * as z from 'zod'
import { checkRosterImport } from '#lib/use-cases/practice/check-roster-import'
import { matchImportColumns } from '#lib/use-cases/practice/match-import-columns'
import { command } from '#lib/web/command'
import { columns, columnsIn, importId } from '#lib/web/import-fields'
import { quickly } from '#lib/web/import-steps'
import { practiceId } from '#lib/web/practice-fields'
import { routes } from '#lib/web/routes'

export const POST = command({
  input: z.strictObject({ practiceId, importId, columns }),
  read: columnsIn,
  run: async (context, input) => {
    const matched = await matchImportColumns(context, input)
    if (matched.ok) await quickly(checkRosterImport, context, input)
    return matched
  },
  redirectTo: (_done, input) => routes.rosterImport(input.practiceId, input.importId),
  formPage: (params) => routes.rosterImport(params['practiceId'] ?? '', params['importId'] ?? ''),
})
