import { buffer } from 'node:stream/consumers'
import { drawAgain } from '#lib/content/picture/draw-again'
import { pictureTypeOf } from '#lib/domain/curriculum/picture'

/**
 * The process that decodes one picture: its bytes come in, one line of JSON and the new bytes go out. It gets no secrets, may
 * read this project's code only, and its parent ends it when it takes too long.
 */
async function work() {
  const bytes = await buffer(process.stdin)
  const type = pictureTypeOf(bytes)
  const drawn = type && (await drawAgain(bytes, type))
  if (!drawn) return process.stdout.write(`${JSON.stringify({ refusal: 'picture-unknown' })}\n`)
  if (!drawn.ok) return process.stdout.write(`${JSON.stringify({ refusal: drawn.refusal })}\n`)
  const { bytes: again, width, height } = drawn.value
  process.stdout.write(`${JSON.stringify({ width, height })}\n`)
  return process.stdout.write(again)
}

void work()
