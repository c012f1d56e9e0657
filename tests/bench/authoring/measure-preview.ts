import { chromium, type Page } from '@playwright/test'
import { routes } from '#lib/web/routes'
import { fileOf, lessonOf } from '#tests/bench/authoring/draft-files'
import type { Editor } from '#tests/bench/authoring/editor'
import type { AuthoringSeed } from '#tests/bench/authoring/seed'
import { requireReply } from '#tests/bench/load/http'
import { percentile, rounded } from '#tests/bench/measure/statistics'
import type { App } from '#tests/bench/stack/app'
import { cpuMsOf } from '#tests/bench/stack/process-tree'
import { chromiumArguments, findChromium, howToGetChromium } from '#tests/support/browser'

export type PreviewFigures = {
  readonly words: number
  /** The first of all, right after a start. */
  readonly coldMs: number
  readonly p50Ms: number
  readonly p95Ms: number
  /** Of all processes, the database's included. */
  readonly cpuMs: number
  /** In a browser, from the request until the words stand in the preview. */
  readonly drawnP50Ms: number
  readonly drawnP95Ms: number
}

export const previewWords = 2000

/** As after each pause in typing: one more word at the end, validated, compiled, judged and answered. */
export async function measurePreview(
  app: App,
  seed: AuthoringSeed,
  editor: Editor,
  pauses: number,
): Promise<PreviewFigures> {
  const source = lessonOf(previewWords)
  const after = async (pause: number) => {
    const began = performance.now()
    const marker = `Pause ${pause}.`
    requireReply(await editor.preview(`${source}\n\n${marker}`), 200, marker)
    return performance.now() - began
  }
  const coldMs = await after(0)
  for (let pause = 1; pause <= 15; pause += 1) await after(pause)
  const cpuBefore = cpuMsOf(app.roots)
  const tookMs: number[] = []
  for (let pause = 1; pause <= pauses; pause += 1) tookMs.push(await after(100 + pause))
  const cpuMs = (cpuMsOf(app.roots) - cpuBefore) / pauses
  const drawn = await drawnMs(app.origin, seed, Math.ceil(pauses / 2))
  return {
    words: source.split(/\s+/).length,
    coldMs: rounded(coldMs),
    p50Ms: rounded(percentile(tookMs, 0.5)),
    p95Ms: rounded(percentile(tookMs, 0.95)),
    cpuMs: rounded(cpuMs),
    drawnP50Ms: rounded(percentile(drawn, 0.5)),
    drawnP95Ms: rounded(percentile(drawn, 0.95)),
  }
}

/** Typed at the end of the lesson's text, in a browser: how long after each request its answer was drawn. */
async function drawnMs(origin: string, seed: AuthoringSeed, pauses: number): Promise<number[]> {
  const executablePath = findChromium()
  if (!executablePath) throw new Error(howToGetChromium)
  const browser = await chromium.launch({ executablePath, args: chromiumArguments() })
  try {
    const context = await browser.newContext({ baseURL: origin })
    const [name = '', value = ''] = seed.authorCookie.split(/=(.*)/s)
    await context.addCookies([{ name, value, url: origin }])
    const page = await context.newPage()
    await page.goto(routes.lessonDraft(seed.practiceId, seed.previewDraft, fileOf(1)))
    // The plain form stands first under the same name, and what is typed into it is not previewed.
    const text = page.locator('.cm-content')
    await text.waitFor()
    await text.focus()
    await page.keyboard.press('Control+End')
    const tookMs: number[] = []
    for (let pause = 0; pause < pauses + 3; pause += 1) tookMs.push(await drawnAfter(page, `Drawn${pause}.`))
    return tookMs.slice(3)
  } finally {
    await browser.close()
  }
}

/** By the page's own clock: from the last request for a preview that it made to the words in the preview. */
async function drawnAfter(page: Page, marker: string): Promise<number> {
  const drawnAt = page.evaluate(
    (words) =>
      new Promise<number>((resolve, reject) => {
        setTimeout(() => reject(new Error(`not drawn within a minute: ${words}`)), 60_000)
        const region = document.querySelector('section[aria-labelledby="preview-heading"]')
        const look = () => {
          if (!region?.textContent?.includes(words)) return
          watching.disconnect()
          const asked = performance
            .getEntriesByType('resource')
            .filter(({ name }) => name.endsWith('/preview'))
          resolve(performance.now() - (asked.at(-1)?.startTime ?? 0))
          performance.clearResourceTimings()
        }
        const watching = new MutationObserver(look)
        if (region) watching.observe(region, { subtree: true, childList: true, characterData: true })
      }),
    marker,
  )
  await page.keyboard.type(`${marker} `)
  return await drawnAt
}
