import type { Context } from '#lib/context'
import { membershipWith } from '#lib/domain/access/actor'
import { type Result, refuse } from '#lib/domain/result'
import { log } from '#lib/system/log'
import { withSession } from '#lib/web/context'
import { admitted } from '#lib/web/file'
import { logFault, plainResponse } from '#lib/web/responses'
import { type StreamPlace, streamPlaces } from '#lib/web/stream-places'

export type StreamedFile = {
  readonly pieces: AsyncGenerator<Uint8Array>
  /** Neutral, without anybody's name: it stays in a folder of downloads. */
  readonly name: string
  readonly type: string
}

// A million lines take less than a minute; whoever reads more slowly than this holds a connection for nothing.
const longestMs = 5 * 60_000
// Two hundred lines, some forty kilobytes: who takes less than that in this time has stopped reading.
const pieceMs = 20_000

// Fewer than half of the ten connections that the web process has: pages are answered whatever is being read.
const shared = globalThis as { beaconStreamPlaces?: ReturnType<typeof streamPlaces> }
shared.beaconStreamPlaces ??= streamPlaces({ inAll: 4, each: 2 })
const places = shared.beaconStreamPlaces

type Steps<Let> = {
  /** Puts on record that the file leaves, before the first piece of it. */
  readonly admit: (context: Context) => Promise<Result<Let, 'not-found'>>
  readonly make: (context: Context, let_: Let) => Promise<Result<StreamedFile, 'not-found'>>
}

/**
 * One GET that answers a practice's manager with a file while it is still being made: piece by piece, no faster than it is
 * read, in a transaction that ends with the last piece. Where too many are being read already, it says so and when to come
 * back, and nothing is on record; who stops reading is broken off.
 */
export async function streamedFile<Let>(
  request: Request,
  practiceId: string,
  { admit, make }: Steps<Let>,
): Promise<Response> {
  const held: { place?: StreamPlace | undefined } = {}
  try {
    return await admitted(
      request,
      async (context) => {
        if (!membershipWith(context.actor, practiceId, 'manage')) return refuse('not-found')
        held.place = places.take(practiceId)
        return held.place ? admit(context) : refuse('too-many-files')
      },
      (value) => {
        const { place } = held
        held.place = undefined
        return streamed(request, place, (context) => make(context, value))
      },
    )
  } finally {
    held.place?.release()
  }
}

async function streamed(
  request: Request,
  place: StreamPlace | undefined,
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
  )
    .catch((fault: unknown) => {
      // Where the answer has begun, it breaks off: it must not look whole.
      if (fault instanceof StoppedReading) log.warn({ path }, 'a file was not read to its end')
      else logFault(fault, path)
      reject(fault)
    })
    .finally(() => place?.release())
  return promise
}

class StoppedReading extends Error {}

async function pour(pieces: AsyncGenerator<Uint8Array>, writable: WritableStream<Uint8Array>): Promise<void> {
  const writer = writable.getWriter()
  try {
    for await (const piece of pieces) {
      await taken(writer.ready)
      await taken(writer.write(piece))
    }
    await taken(writer.close())
  } catch (fault) {
    writer.abort(fault).catch(() => undefined)
    throw fault
  }
}

/** Waits until the reader has taken what was written, and not for ever. */
async function taken(writing: Promise<void>): Promise<void> {
  const { promise, reject } = Promise.withResolvers<never>()
  const deadline = setTimeout(() => reject(new StoppedReading('nobody reads')), pieceMs)
  try {
    await Promise.race([writing, promise])
  } finally {
    clearTimeout(deadline)
  }
}

function headersOf({ name, type }: StreamedFile): HeadersInit {
  return {
    'content-type': type,
    'content-disposition': `attachment; filename="${name}"`,
    'cache-control': 'private, no-store',
  }
}
