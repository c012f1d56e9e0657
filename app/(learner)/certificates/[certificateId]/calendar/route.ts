import { ok } from '#lib/domain/result'
import { exportRenewal } from '#lib/use-cases/calendar/export-renewal'
import { certificateId } from '#lib/web/certificate-fields'
import { fileResponse } from '#lib/web/file'
import { plainResponse } from '#lib/web/responses'

/** The last day of a certificate, to put into a calendar. */
export async function GET(
  request: Request,
  { params }: RouteContext<'/certificates/[certificateId]/calendar'>,
): Promise<Response> {
  const id = certificateId.safeParse((await params).certificateId)
  if (!id.success) return plainResponse(request, 404, 'not-found')
  return fileResponse(request, async (context) => {
    const file = await exportRenewal(context, { certificateId: id.data })
    if (!file.ok) return file
    return ok({ bytes: Buffer.from(file.value), name: 'training.ics', type: 'text/calendar; charset=utf-8' })
  })
}
