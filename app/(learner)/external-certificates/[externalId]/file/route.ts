import { ok } from '#lib/domain/result'
import { openExternalFile } from '#lib/use-cases/external/open-external-file'
import { externalId } from '#lib/web/external-fields'
import { untrustedFileResponse } from '#lib/web/file'
import { plainResponse } from '#lib/web/responses'

/** The paper as it was sent, to be kept: it is never shown in a page. */
export async function GET(
  request: Request,
  { params }: RouteContext<'/external-certificates/[externalId]/file'>,
): Promise<Response> {
  const id = externalId.safeParse((await params).externalId)
  if (!id.success) return plainResponse(request, 404, 'not-found')
  return untrustedFileResponse(request, async (context) => {
    const file = await openExternalFile(context, { externalId: id.data })
    return file.ok ? ok({ bytes: file.value.bytes, kind: file.value.fileKind }) : file
  })
}
