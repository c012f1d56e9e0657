import * as z from 'zod'
import { viewPictureFromOutside } from '#lib/use-cases/authoring/view-draft-picture'
import { outsidePictureResponse } from '#lib/web/file'
import { draftPictureName } from '#lib/web/media-fields'
import { plainResponse } from '#lib/web/responses'

const address = z.object({ name: draftPictureName })

/** A picture of the draft that somebody reads from outside. */
export async function GET(
  request: Request,
  { params }: RouteContext<'/outside-review/media/[name]'>,
): Promise<Response> {
  const input = address.safeParse(await params)
  if (!input.success) return plainResponse(request, 404, 'not-found')
  return outsidePictureResponse(request, (context) => viewPictureFromOutside(context, input.data.name))
}
