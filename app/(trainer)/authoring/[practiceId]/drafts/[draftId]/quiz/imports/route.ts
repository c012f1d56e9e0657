import * as z from 'zod'
import { startItemImport } from '#lib/use-cases/authoring/import-items'
import { draftId } from '#lib/web/authoring-fields'
import { command } from '#lib/web/command'
import { itemDefaultFields, mostItemFileBytes } from '#lib/web/exchange-fields'
import { uploadedFile } from '#lib/web/import-fields'
import { uploadThrottles } from '#lib/web/import-throttles'
import { practiceId } from '#lib/web/practice-fields'
import { routes } from '#lib/web/routes'

export const POST = command({
  input: z.strictObject({ practiceId, draftId, file: uploadedFile, ...itemDefaultFields }),
  upload: { field: 'file', maxBytes: mostItemFileBytes, tooLarge: 'items-file-too-large' },
  throttle: uploadThrottles,
  run: (context, { itemObjective: objective, itemBloom: bloom, itemSource: source, ...input }) =>
    startItemImport(context, { ...input, defaults: { objective, bloom, source } }),
  redirectTo: ({ itemImportId }, input) => routes.itemImport(input.practiceId, input.draftId, itemImportId),
  formPage: (params) => routes.itemExchange(params['practiceId'] ?? '', params['draftId'] ?? ''),
})
