import { spawn } from 'node:child_process'
import path from 'node:path'
import { z } from 'zod'
import { mostStoredBytes, mostUploadedBytes, type PictureRefusal } from '#lib/content/picture/picture-limits'
import { projectFolder } from '#lib/content/project-folder'
import { type PictureType, pictureTypeOf } from '#lib/domain/curriculum/picture'
import { ok, type Result, refuse } from '#lib/domain/result'

export type ReencodedPicture = {
  readonly contentType: PictureType
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly width: number
  readonly height: number
}

/** For one picture, its process included. A good one takes a tenth of it. */
const longestMs = 20_000
/** One after the other, so that pictures take one processor at most; more than these need not wait. */
const mostWaiting = 20

let last: Promise<unknown> = Promise.resolve()
let waiting = 0

/**
 * A picture that somebody uploads, as it may be shown: PNG, JPEG or WebP by its bytes, whatever its name, decoded and drawn
 * again in a process of its own. The new file has none of the old one's metadata: no place, no camera, no thumbnail, no text
 * behind the picture. At most 12 MB and 50 million pixels come in; at most 500 KB and 1600 pixels a side go out.
 */
export async function reencodePicture(bytes: Uint8Array): Promise<Result<ReencodedPicture, PictureRefusal>> {
  const type = pictureTypeOf(bytes)
  const fault = faultOf(bytes, type)
  if (fault || !type) return refuse(fault ?? 'picture-unknown')
  if (waiting >= mostWaiting) return refuse('pictures-busy')
  waiting += 1
  const result = last.then(() => drawnApart(bytes, type))
  last = result.catch(() => undefined)
  try {
    return await result
  } finally {
    waiting -= 1
  }
}

function faultOf(bytes: Uint8Array, type: PictureType | undefined): PictureRefusal | undefined {
  if (bytes.length === 0) return 'picture-empty'
  if (bytes.length > mostUploadedBytes) return 'picture-too-large'
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1')
  if (!type) return /<svg[\s>]|<!doctype svg/i.test(head) ? 'picture-drawing' : 'picture-unknown'
  // A PNG that moves says so before its first picture.
  return type === 'image/png' && /acTL[\s\S]*IDAT/.test(head) ? 'picture-moves' : undefined
}

const answer = z.union([
  z.strictObject({ width: z.int().min(1), height: z.int().min(1) }),
  z.strictObject({
    refusal: z.enum([
      'picture-unknown',
      'picture-too-large',
      'picture-too-many-pixels',
      'picture-moves',
      'picture-broken',
    ]),
  }),
])

async function drawnApart(
  bytes: Uint8Array,
  type: PictureType,
): Promise<Result<ReencodedPicture, PictureRefusal>> {
  const output = await processOutput(bytes)
  if (output === 'too-long') return refuse('picture-takes-too-long')
  const lineEnd = output.indexOf('\n')
  // A process that died on the picture says nothing.
  if (lineEnd === -1) return refuse('picture-broken')
  const said = answer.parse(JSON.parse(output.subarray(0, lineEnd).toString()))
  if ('refusal' in said) return refuse(said.refusal)
  const again = new Uint8Array(output.subarray(lineEnd + 1))
  if (pictureTypeOf(again) !== type || again.length > mostStoredBytes) return refuse('picture-broken')
  return ok({ contentType: type, bytes: again, ...said })
}

function processOutput(bytes: Uint8Array): Promise<Buffer | 'too-long'> {
  const folder = projectFolder()
  const child = spawn(
    process.execPath,
    [
      '--no-warnings',
      '--max-old-space-size=128',
      '--disallow-code-generation-from-strings',
      '--permission',
      '--allow-addons',
      `--allow-fs-read=${folder}`,
      path.join(folder, 'lib', 'content', 'picture', 'worker.ts'),
    ],
    // No inherited variables: they hold secrets.
    {
      cwd: folder,
      env: { NODE_ENV: 'production', VIPS_BLOCK_UNTRUSTED: '1' },
      stdio: ['pipe', 'pipe', 'ignore'],
    },
  )
  return new Promise((resolve, reject) => {
    const pieces: Buffer[] = []
    let size = 0
    const timer = setTimeout(() => end('too-long'), longestMs)
    const end = (outcome: Buffer | 'too-long') => {
      clearTimeout(timer)
      child.kill('SIGKILL')
      resolve(outcome)
    }
    child.stdout.on('data', (piece: Buffer) => {
      pieces.push(piece)
      size += piece.length
      if (size > mostStoredBytes + 1000) end(Buffer.alloc(0))
    })
    child.once('error', reject)
    child.once('close', () => end(Buffer.concat(pieces)))
    // A process that ends before it has read everything is answered by its end.
    child.stdin.on('error', () => undefined)
    child.stdin.end(bytes)
  })
}
