import { ok } from '#lib/domain/result'
import { printCertificate } from '#lib/use-cases/certificates/print-certificate'
import { certificateId } from '#lib/web/certificate-fields'
import { certificateWords } from '#lib/web/certificate-words'
import { fileResponse } from '#lib/web/file'
import { plainResponse } from '#lib/web/responses'

/** The certificate as a file, for whoever may see its page. */
export async function GET(
  request: Request,
  { params }: RouteContext<'/certificates/[certificateId]/pdf'>,
): Promise<Response> {
  const id = certificateId.safeParse((await params).certificateId)
  if (!id.success) return plainResponse(request, 404, 'not-found')
  const words = await certificateWords()
  return fileResponse(request, async (context) => {
    const pdf = await printCertificate(context, { certificateId: id.data, words })
    if (!pdf.ok) return pdf
    return ok({ bytes: pdf.value, name: 'training-certificate.pdf', type: 'application/pdf' })
  })
}
