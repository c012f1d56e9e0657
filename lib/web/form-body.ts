import type { UploadedFile } from '#lib/web/command-shape'
import { fieldsOf } from '#lib/web/forms'

/** What a form carried: its words by name, and the one file that the deed takes. */
export type Body = {
  readonly fields: Record<string, string | string[]>
  readonly files: Readonly<Record<string, UploadedFile>>
}

const maxFieldBytes = 256 * 1024

/** More than is read. Where a file alone was too large, the words beside it are here. */
export type TooLarge = { readonly tooLarge: 'form' | 'file'; readonly fields: Body['fields'] }

/**
 * Reads a form to its end, or not at all. A body of which less arrived than its head promised is as good as none: half a
 * file must never pass for a whole one.
 */
export async function bodyOf(
  request: Request,
  upload: { readonly field: string; readonly maxBytes: number } | undefined,
): Promise<Body | TooLarge> {
  // Browsers say how long a form is. What does not say could go on for ever.
  if (request.headers.has('transfer-encoding')) return { tooLarge: 'form', fields: {} }
  const promised = Number(request.headers.get('content-length') ?? 0)
  if (promised > maxFieldBytes + (upload?.maxBytes ?? 0))
    return { tooLarge: upload ? 'file' : 'form', fields: {} }
  const form = await formOf(request, promised)
  const fields = fieldsOf(form)
  const sent = upload && fileIn(form, upload.field)
  if (!sent) return { fields, files: {} }
  if (sent.size > upload.maxBytes) return { tooLarge: 'file', fields }
  const bytes = new Uint8Array(await sent.arrayBuffer())
  return { fields, files: { [upload.field]: { name: nameOf(sent.name), bytes } } }
}

/** A file field that was left alone arrives as an empty file without a name. */
function fileIn(form: FormData, field: string): File | undefined {
  const sent = form.get(field)
  return sent instanceof File && (sent.size > 0 || sent.name !== '') ? sent : undefined
}

async function formOf(request: Request, promised: number): Promise<FormData> {
  try {
    const bytes = await request.arrayBuffer()
    if (bytes.byteLength !== promised) return new FormData()
    const headers = { 'content-type': request.headers.get('content-type') ?? '' }
    return await new Response(bytes, { headers }).formData()
  } catch {
    return new FormData()
  }
}

/** The last part of a path, without signs that nobody sees, and no longer than a line. */
function nameOf(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? ''
  return last.replace(/[\p{Cc}\p{Cf}]/gu, '').slice(0, 120)
}
