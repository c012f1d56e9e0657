import type { Context } from '#lib/context'
import { type Result, refuse } from '#lib/domain/result'
import type { Made, Params, UploadedFile } from '#lib/web/command-shape'
import { withSession } from '#lib/web/context'
import type { Body } from '#lib/web/form-body'
import type { Refusal } from '#lib/web/refusals'
import { Refused } from '#lib/web/refused'

/**
 * Slow work on an uploaded file, done after one transaction in which `admit` says who may have it done, and before the one of
 * the deed itself: it holds no connection. The deed's schema meets what was made in the place of the file.
 */
export function madeFile<Admitted>(
  admit: (context: Context, params: Params) => Promise<Result<Admitted, Refusal>>,
  make: (file: UploadedFile, admitted: Admitted) => Promise<Result<object, Refusal>>,
): Made {
  return async (request, file, params) => {
    const admitted = await withSession(request.headers, async (context) =>
      context ? admit(context, params) : refuse('not-found'),
    )
    return admitted.ok ? make(file, admitted.value) : admitted
  }
}

type Upload = { readonly field: string; readonly made?: Made } | undefined
type Prepared = Body & { readonly params: Params }

/** The form with what was made of its file. */
export async function withMadeFile(
  upload: Upload,
  request: Request,
  prepared: Prepared,
): Promise<Omit<Prepared, 'files'> & { readonly files: Readonly<Record<string, object>> }> {
  const file = upload?.made && prepared.files[upload.field]
  if (!upload?.made || !file) return prepared
  const made = await upload.made(request, file, prepared.params)
  if (!made.ok) throw new Refused(made.refusal)
  return { ...prepared, files: { [upload.field]: made.value } }
}
