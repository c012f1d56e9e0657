import * as z from 'zod'
import { startFolderImport } from '#lib/use-cases/authoring/import-folder'
import { command } from '#lib/web/command'
import { folderArchive, folderThrottles, targetDraft } from '#lib/web/exchange-fields'
import { folderUpload } from '#lib/web/exchange-files'
import { practiceId } from '#lib/web/practice-fields'
import { routes } from '#lib/web/routes'

export const POST = command({
  input: z.strictObject({ practiceId, targetDraft, archive: folderArchive }),
  upload: folderUpload,
  throttle: folderThrottles,
  run: startFolderImport,
  redirectTo: ({ folderId }, input) => routes.folderImport(input.practiceId, folderId),
  formPage: (params) => routes.newFolder(params['practiceId'] ?? ''),
})
