import * as z from 'zod'
import { ok } from '#lib/domain/result'
import { exportItems } from '#lib/use-cases/authoring/export-items'
import { draftId } from '#lib/web/authoring-fields'
import { fileResponse } from '#lib/web/file'
import { practiceId } from '#lib/web/practice-fields'
import { plainResponse } from '#lib/web/responses'

const address = z.object({ practiceId, draftId })

/** The items of a draft's quiz as a table. */
export async function GET(
  request: Request,
  { params }: RouteContext<'/authoring/[practiceId]/drafts/[draftId]/quiz/table'>,
): Promise<Response> {
  const input = address.safeParse(await params)
  if (!input.success) return plainResponse(request, 404, 'not-found')
  return fileResponse(request, async (context) => {
    const bytes = await exportItems(context, { ...input.data, format: 'csv' })
    return bytes.ok
      ? ok({ bytes: bytes.value, name: 'items.csv', type: 'text/csv; charset=utf-8' as const })
      : bytes
  })
}
