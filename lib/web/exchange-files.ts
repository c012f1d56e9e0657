import { Readable } from 'node:stream'
import type { Context } from '#lib/context'
import type { FolderArchive } from '#lib/domain/authoring/folder-archive'
import { ok, type Result } from '#lib/domain/result'
import { mayReadArchives, readFolderArchive } from '#lib/use-cases/authoring/read-folder-archive'
import { findNetworkCopy, type NetworkCopy } from '#lib/use-cases/network/find-network-copy'
import { admitted } from '#lib/web/file'
import { madeFile } from '#lib/web/made-file'
import type { Refusal } from '#lib/web/refusals'

type Archive = { readonly slug: string; readonly pieces: AsyncGenerator<Uint8Array> }

/** One GET that answers with an archive, made while it is read and after the transaction that let it leave. */
export function archiveResponse(
  request: Request,
  make: (context: Context) => Promise<Result<Archive, 'not-found'>>,
): Promise<Response> {
  return admitted(request, make, async ({ slug, pieces }) => {
    const headers = {
      'content-type': 'application/zip',
      'content-disposition': `attachment; filename="${slug}.zip"`,
      'cache-control': 'private, no-store',
    }
    return new Response(Readable.toWeb(Readable.from(pieces)) as ReadableStream, { headers })
  })
}

/** An archive of a folder: it is read, and its pictures are drawn again, before the deed. */
export const folderUpload = {
  field: 'archive',
  maxBytes: 20_000_000,
  tooLarge: 'folder-too-large',
  made: madeFile(
    (context, params) => mayReadArchives(context, params['practiceId'] ?? ''),
    (file, known) => readFolderArchive(file, known),
  ),
} as const

type Arrived = { readonly archive: FolderArchive; readonly origin: NetworkCopy['origin'] }

/** A folder that another practice offers: it is read, and its pictures are drawn again, like one that somebody brought. */
export async function networkArchive(
  context: Context,
  input: { readonly practiceId: string; readonly offerId: string },
): Promise<Result<() => Promise<Arrived>, Refusal>> {
  const known = await mayReadArchives(context, input.practiceId)
  if (!known.ok) return known
  const copy = await findNetworkCopy(context, input)
  if (!copy.ok) return copy
  const { file, origin } = copy.value
  return ok(async () => {
    const archive = await readFolderArchive(file, known.value)
    if (!archive.ok) throw new Error('every archive is answered')
    return { archive: archive.value, origin }
  })
}
