import { ok } from '#lib/domain/result'
import { exportDueDate } from '#lib/use-cases/calendar/export-due-date'
import { fileResponse } from '#lib/web/file'
import { assignmentId } from '#lib/web/learner-fields'
import { plainResponse } from '#lib/web/responses'

/** One due date, to put into a calendar. */
export async function GET(
  request: Request,
  { params }: RouteContext<'/training/[assignmentId]/calendar'>,
): Promise<Response> {
  const id = assignmentId.safeParse((await params).assignmentId)
  if (!id.success) return plainResponse(request, 404, 'not-found')
  return fileResponse(request, async (context) => {
    const file = await exportDueDate(context, { assignmentId: id.data })
    if (!file.ok) return file
    return ok({ bytes: Buffer.from(file.value), name: 'training.ics', type: 'text/calendar; charset=utf-8' })
  })
}
