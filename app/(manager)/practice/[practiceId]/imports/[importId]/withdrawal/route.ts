import * as z from 'zod'
import { withdrawRosterImport } from '#lib/use-cases/practice/withdraw-roster-import'
import { command } from '#lib/web/command'
import { importId } from '#lib/web/import-fields'
import { practiceId } from '#lib/web/practice-fields'
import { routes } from '#lib/web/routes'

export const POST = command({
  input: z.strictObject({ practiceId, importId }),
  run: withdrawRosterImport,
  redirectTo: (_done, input) => routes.newRosterImport(input.practiceId),
  notice: () => 'import-withdrawn',
  formPage: (params) => routes.rosterImport(params['practiceId'] ?? '', params['importId'] ?? ''),
})
