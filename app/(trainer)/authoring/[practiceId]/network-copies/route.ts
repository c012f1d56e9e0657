import * as z from 'zod'
import { startFolderImport } from '#lib/use-cases/authoring/import-folder'
import { command } from '#lib/web/command'
import { folderThrottles } from '#lib/web/exchange-fields'
import { networkArchive } from '#lib/web/exchange-files'
import { offerId } from '#lib/web/network-fields'
import { practiceId } from '#lib/web/practice-fields'
import { routes } from '#lib/web/routes'

export const POST = command({
  input: z.strictObject({ practiceId, offerId }),
  throttle: folderThrottles,
  beforehand: networkArchive,
  run: (context, input, read) =>
    startFolderImport(context, { practiceId: input.practiceId, targetDraft: null, ...read }),
  redirectTo: ({ folderId }, input) => routes.folderImport(input.practiceId, folderId),
  formPage: (params) => routes.authoring(params['practiceId'] ?? ''),
})
