import * as z from 'zod'
import { addPicture } from '#lib/use-cases/authoring/add-picture'
import { draftId } from '#lib/web/authoring-fields'
import { command } from '#lib/web/command'
import { drawnPicture, pictureThrottles, pictureUpload } from '#lib/web/media-fields'
import { practiceId } from '#lib/web/practice-fields'
import { routes } from '#lib/web/routes'

export const POST = command({
  input: z.strictObject({ practiceId, draftId, picture: drawnPicture }),
  upload: pictureUpload,
  throttle: pictureThrottles,
  run: addPicture,
  redirectTo: (_done, input) => routes.draftMedia(input.practiceId, input.draftId),
  notice: () => 'picture-added',
  formPage: (params) => routes.draftMedia(params['practiceId'] ?? '', params['draftId'] ?? ''),
})
