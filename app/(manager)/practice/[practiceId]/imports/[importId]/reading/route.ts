import * as z from 'zod'
import { chooseImportReading } from '#lib/use-cases/practice/choose-import-reading'
import { readRosterImport } from '#lib/use-cases/practice/read-roster-import'
import { command } from '#lib/web/command'
import { importId, importReading } from '#lib/web/import-fields'
import { quickly } from '#lib/web/import-steps'
import { practiceId } from '#lib/web/practice-fields'
import { routes } from '#lib/web/routes'

export const POST = command({
  input: z.strictObject({ practiceId, importId, ...importReading }),
  run: async (context, input) => {
    const chosen = await chooseImportReading(context, input)
    if (chosen.ok) await quickly(readRosterImport, context, input)
    return chosen
  },
  redirectTo: (_done, input) => routes.rosterImport(input.practiceId, input.importId),
  formPage: (params) => routes.rosterImport(params['practiceId'] ?? '', params['importId'] ?? ''),
})
