import * as z from 'zod'
import { removePicture } from '#lib/use-cases/authoring/remove-picture'
import { draftId } from '#lib/web/authoring-fields'
import { command } from '#lib/web/command'
import { draftPictureName } from '#lib/web/media-fields'
import { practiceId } from '#lib/web/practice-fields'
import { routes } from '#lib/web/routes'

export const POST = command({
  input: z.strictObject({ practiceId, draftId, pictureName: draftPictureName }),
  run: removePicture,
  redirectTo: (_done, input) => routes.draftMedia(input.practiceId, input.draftId),
  notice: () => 'picture-removed',
  formPage: (params) => routes.draftMedia(params['practiceId'] ?? '', params['draftId'] ?? ''),
})
