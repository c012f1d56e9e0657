import * as z from 'zod'
import { readRosterImport } from '#lib/use-cases/practice/read-roster-import'
import { startRosterImport } from '#lib/use-cases/practice/start-roster-import'
import { command } from '#lib/web/command'
import { mostImportBytes, uploadedFile } from '#lib/web/import-fields'
import { quickly } from '#lib/web/import-steps'
import { uploadThrottles } from '#lib/web/import-throttles'
import { practiceId } from '#lib/web/practice-fields'
import { routes } from '#lib/web/routes'

export const POST = command({
  input: z.strictObject({ practiceId, file: uploadedFile }),
  upload: { field: 'file', maxBytes: mostImportBytes, tooLarge: 'roster-file-too-large' },
  throttle: uploadThrottles,
  run: async (context, input) => {
    const started = await startRosterImport(context, input)
    if (started.ok) await quickly(readRosterImport, context, { ...input, ...started.value })
    return started
  },
  redirectTo: ({ importId }, input) => routes.rosterImport(input.practiceId, importId),
  formPage: (params) => routes.newRosterImport(params['practiceId'] ?? ''),
})
