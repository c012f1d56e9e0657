import type { Context } from '#lib/context'
import type { Result } from '#lib/domain/result'
import { withSession } from '#lib/web/context'
import { logFault, plainResponse } from '#lib/web/responses'

export type StreamedFile = {
  readonly pieces: AsyncGenerator<Uint8Array>
  /** Neutral, without anybody's name: it stays in a folder of downloads. */
  readonly name: string
  readonly type: string
}

// A million lines take less than a minute; whoever reads more slowly than this holds a connection for nothing.
const longestMs = 5 * 60_000

/**
 * One GET that answers with a file while it is still being made: piece by piece, no faster than it is read, in a transaction
 * that ends with the last piece. Whoever asks was let in before, by what put the file on record.
 */
export async function streamedResponse(
  request: Request,
  make: (context: Context) => Promise<Result<StreamedFile, 'not-found'>>,
): Promise<Response> {
  const { promise, resolve, reject } = Promise.withResolvers<Response>()
  const path = new URL(request.url).pathname
  withSession(
    request.headers,
    async (context) => {
      const file = context && (await make(context))
      if (!file?.ok) return resolve(plainResponse(request, 404, 'not-found'))
      const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>()
      resolve(new Response(readable, { headers: headersOf(file.value) }))
      await pour(file.value.pieces, writable)
    },
    longestMs,
  ).catch((fault: unknown) => {
    // Where the answer has begun, it breaks off: it must not look whole.
    logFault(fault, path)
    reject(fault)
  })
  return promise
}

async function pour(pieces: AsyncGenerator<Uint8Array>, writable: WritableStream<Uint8Array>): Promise<void> {
  const writer = writable.getWriter()
  try {
    for await (const piece of pieces) {
      await writer.ready
      await writer.write(piece)
    }
    await writer.close()
  } catch (fault) {
    await writer.abort(fault).catch(() => undefined)
    throw fault
  }
}

function headersOf({ name, type }: StreamedFile): HeadersInit {
  return {
    'content-type': type,
    'content-disposition': `attachment; filename="${name}"`,
    'cache-control': 'private, no-store',
  }
}
