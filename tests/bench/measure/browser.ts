import { type BrowserContext, chromium } from '@playwright/test'
import { rounded } from '#tests/bench/measure/statistics'
import { chromiumArguments, findChromium, howToGetChromium } from '#tests/support/browser'

export type Wire = {
  /** Everything that came over the wire, headers included, in KB of 1,000 bytes. */
  readonly kb: number
  /** What of it was JavaScript, compressed as it came. */
  readonly scriptKb: number
  readonly requests: number
}

export type PageWeight = { readonly cold: Wire; readonly warm: Wire }

type Visit = { readonly url: string; readonly marker: string; readonly cookie?: string }

/** Opens the page twice in a fresh Chromium: with an empty cache, and again with what the first visit left. */
export async function weighPage(visit: Visit): Promise<PageWeight> {
  const executablePath = findChromium()
  if (!executablePath) throw new Error(howToGetChromium)
  const browser = await chromium.launch({ executablePath, args: chromiumArguments() })
  try {
    const context = await browser.newContext()
    if (visit.cookie) await context.addCookies([cookieFrom(visit.cookie, visit.url)])
    return { cold: await weighVisit(context, visit), warm: await weighVisit(context, visit) }
  } finally {
    await browser.close()
  }
}

async function weighVisit(context: BrowserContext, { url, marker }: Visit): Promise<Wire> {
  const page = await context.newPage()
  const devtools = await context.newCDPSession(page)
  await devtools.send('Network.enable')
  const scripts = new Set<string>()
  let [bytes, scriptBytes, requests] = [0, 0, 0]
  devtools.on('Network.responseReceived', ({ requestId, type }) => {
    if (type === 'Script') scripts.add(requestId)
  })
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    bytes += encodedDataLength
    requests += 1
    if (scripts.has(requestId)) scriptBytes += encodedDataLength
  })
  await page.goto(url, { waitUntil: 'networkidle' })
  if (!(await page.content()).includes(marker)) throw new Error(`a page without “${marker}”`)
  await page.close()
  return { kb: rounded(bytes / 1000), scriptKb: rounded(scriptBytes / 1000), requests }
}

function cookieFrom(header: string, url: string) {
  const [name = '', value = ''] = header.split(/=(.*)/s)
  return { name, value, url }
}
