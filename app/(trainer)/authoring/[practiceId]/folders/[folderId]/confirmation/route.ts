import * as z from 'zod'
import { confirmFolderImport } from '#lib/use-cases/authoring/import-folder'
import { command } from '#lib/web/command'
import { folderId, readFilesHash } from '#lib/web/exchange-fields'
import { practiceId } from '#lib/web/practice-fields'
import { routes } from '#lib/web/routes'

export const POST = command({
  input: z.strictObject({ practiceId, folderId, filesHash: readFilesHash }),
  run: confirmFolderImport,
  redirectTo: (_done, input) => routes.folderImport(input.practiceId, input.folderId),
  notice: () => 'folder-imported',
  formPage: (params) => routes.folderImport(params['practiceId'] ?? '', params['folderId'] ?? ''),
})
