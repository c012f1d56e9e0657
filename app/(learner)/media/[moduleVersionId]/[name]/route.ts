import * as z from 'zod'
import { viewPicture } from '#lib/use-cases/training/view-picture'
import { pictureResponse } from '#lib/web/file'
import { moduleVersionId, pictureName } from '#lib/web/learner-fields'
import { plainResponse } from '#lib/web/responses'

const address = z.object({ moduleVersionId, name: pictureName })

/** A picture of a lesson, for whoever may see the lesson. */
export async function GET(
  request: Request,
  { params }: RouteContext<'/media/[moduleVersionId]/[name]'>,
): Promise<Response> {
  const input = address.safeParse(await params)
  if (!input.success) return plainResponse(request, 404, 'not-found')
  return pictureResponse(request, (context) => viewPicture(context, input.data))
}
