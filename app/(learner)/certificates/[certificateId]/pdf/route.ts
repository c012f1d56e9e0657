import * as z from 'zod'
import { printCertificate } from '#lib/use-cases/certificates/print-certificate'
import { certificateId } from '#lib/web/certificate-fields'
import { certificateWords } from '#lib/web/certificate-words'
import { download } from '#lib/web/download'

export const GET = download({
  input: z.object({ certificateId }),
  run: async (context, { certificateId }) =>
    printCertificate(context, { certificateId, words: await certificateWords() }),
  file: (pdf) => ({
    body: new Uint8Array(pdf),
    type: 'application/pdf',
    name: 'training-certificate.pdf',
  }),
})
