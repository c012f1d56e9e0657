import * as z from 'zod'
import { exportFolder } from '#lib/use-cases/authoring/export-folder'
import { draftId } from '#lib/web/authoring-fields'
import { archiveResponse } from '#lib/web/exchange-files'
import { practiceId } from '#lib/web/practice-fields'
import { plainResponse } from '#lib/web/responses'

const address = z.object({ practiceId, draftId })

/** A draft or a published version as an archive of its folder. */
export async function GET(
  request: Request,
  { params }: RouteContext<'/authoring/[practiceId]/drafts/[draftId]/folder'>,
): Promise<Response> {
  const input = address.safeParse(await params)
  if (!input.success) return plainResponse(request, 404, 'not-found')
  return archiveResponse(request, (context) => exportFolder(context, input.data))
}
