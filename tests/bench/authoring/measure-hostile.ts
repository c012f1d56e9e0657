import { setTimeout as wait } from 'node:timers/promises'
import type { Editor } from '#tests/bench/authoring/editor'
import type { AuthoringSeed } from '#tests/bench/authoring/seed'
import { openConnection, type Reply } from '#tests/bench/load/http'
import { percentile, rounded } from '#tests/bench/measure/statistics'
import { hostileNames } from '#tests/content/hostile-names'
import { hostilePlaces } from '#tests/content/hostile-places'
import { hostileSigns } from '#tests/content/hostile-signs'
import { hostileSyntax } from '#tests/content/hostile-syntax'
import { hostileTexts } from '#tests/content/hostile-texts'
import { parserBombs } from '#tests/content/parser-bombs'

type Tried = { readonly documents: number; readonly slowest: string; readonly slowestMs: number }
export type HostileFigures = {
  readonly preview: Tried
  readonly checks: Tried
  /** Somebody else's pages meanwhile: My training and a lesson by turns. */
  readonly others: { readonly pages: number; readonly p50Ms: number; readonly p99Ms: number }
}

type Document = { readonly tries: string; readonly text: string }
/**
 * No form carries half a character, and of the sign zero nothing is left of it (`lib/web/forms.ts`): what is read then is
 * another text. An empty editor is no fault before publication.
 */
const isTold = ({ text }: Document) => text.isWellFormed() && !text.includes('\0') && text.trim() !== ''
const lessons = [
  ...hostileSyntax,
  ...hostileTexts,
  ...hostilePlaces,
  ...hostileSigns,
  ...hostileNames,
].filter(isTold)
const bombs: readonly Document[] = parserBombs.map(([tries, text]) => ({ tries, text }))
const every = (documents: readonly Document[], nth: number) =>
  documents.filter((_, index) => index % nth === 0)

/** A refusal of the request itself, for its size or shape, is one too. */
function isRefused({ status, body }: Reply): boolean {
  if (status !== 200) return status === 409 || status === 413 || status === 422
  const { lesson, problems } = JSON.parse(body).value
  return lesson === null && problems.length > 0
}

/** One after another, as fast as they are answered. Who is told to wait does. */
async function tryAll(
  documents: readonly Document[],
  ask: (text: string) => Promise<{ readonly reply: Reply; readonly tookMs: number }>,
  isGood: (reply: Reply) => boolean,
): Promise<Tried> {
  let slowest = { tries: '', tookMs: 0 }
  for (const { tries, text } of documents) {
    let { reply, tookMs } = await ask(text)
    for (let patience = 60; reply.status === 429 && patience > 0; patience -= 1) {
      await wait(1000)
      ;({ reply, tookMs } = await ask(text))
    }
    if (!isGood(reply)) throw new Error(`not refused (${reply.status}): ${tries}`)
    if (tookMs > slowest.tookMs) slowest = { tries, tookMs }
  }
  return { documents: documents.length, slowest: slowest.tries, slowestMs: rounded(slowest.tookMs) }
}

async function timed(asked: Promise<Reply>) {
  const began = performance.now()
  const reply = await asked
  return { reply, tookMs: performance.now() - began }
}

export async function measureHostile(
  origin: string,
  seed: AuthoringSeed,
  editor: Editor,
  quick: boolean,
): Promise<HostileFigures> {
  const other = readingOn(origin, seed)
  try {
    const tried = await tryHostile(editor, quick)
    return { ...tried, others: await other.figures() }
  } finally {
    // Whoever goes on reading after Beacon has stopped would hide why.
    await other.stop()
  }
}

async function tryHostile(editor: Editor, quick: boolean): Promise<Omit<HostileFigures, 'others'>> {
  const thinned = quick ? every(lessons, 20) : lessons
  const preview = await tryAll(
    [...thinned, ...every(bombs, quick ? 8 : 1)],
    (text) => timed(editor.preview(text)),
    isRefused,
  )
  // The checks read a whole module, so that a part of the corpus is enough.
  const checks = await tryAll(
    [...every(lessons, quick ? 200 : 60), ...every(bombs, quick ? 20 : 8)],
    async (text) => {
      const saved = await editor.save(text)
      return saved.status === 200 ? timed(editor.checks()) : { reply: saved, tookMs: 0 }
    },
    ({ status, body }) => status === 409 || (status === 200 && !body.includes('name="filesHash"')),
  )
  return { preview, checks }
}

/** Somebody who goes on reading until the figures are asked for, or it is told to stop. */
function readingOn(origin: string, { learnerLesson, learnerCookie: cookie }: AuthoringSeed) {
  let isOver = false
  const tookMs: number[] = []
  const reading = (async () => {
    const connection = openConnection()
    for (let turn = 0; !isOver; turn += 1) {
      const began = performance.now()
      const path = turn % 2 === 0 ? '/training' : learnerLesson
      const { status } = await connection.send(origin, { path, cookie })
      if (status !== 200) throw new Error(`${path} answered ${status}`)
      tookMs.push(performance.now() - began)
      await wait(50)
    }
    connection.close()
  })()
  reading.catch(() => undefined)
  const stop = async () => {
    isOver = true
    await Promise.allSettled([reading])
  }
  const figures = async () => {
    isOver = true
    await reading
    return {
      pages: tookMs.length,
      p50Ms: rounded(percentile(tookMs, 0.5)),
      p99Ms: rounded(percentile(tookMs, 0.99)),
    }
  }
  return { figures, stop }
}
