import * as z from 'zod'
import { viewDraftPicture } from '#lib/use-cases/authoring/view-draft-picture'
import { draftId } from '#lib/web/authoring-fields'
import { draftPictureResponse } from '#lib/web/file'
import { draftPictureName } from '#lib/web/media-fields'
import { practiceId } from '#lib/web/practice-fields'
import { plainResponse } from '#lib/web/responses'

const address = z.object({ practiceId, draftId, name: draftPictureName })

/** A picture of a draft, for the preview of its lessons. */
export async function GET(
  request: Request,
  { params }: RouteContext<'/authoring/[practiceId]/drafts/[draftId]/media/[name]'>,
): Promise<Response> {
  const input = address.safeParse(await params)
  if (!input.success) return plainResponse(request, 404, 'not-found')
  return draftPictureResponse(request, (context) => viewDraftPicture(context, input.data))
}
