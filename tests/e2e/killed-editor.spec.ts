import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { beginAs } from '#tests/e2e/steps'
import { appSecrets } from '#tests/support/app-secrets'
import { addServedDraft, lessonFile, storedLesson } from '#tests/support/lesson-drafts'
import { playPersonas } from '#tests/support/personas'
import { webProcess } from '#tests/support/web-process'

// The server is killed while somebody types. The page's own clock stands still unless the test moves it, so that what is
// counted in seconds does not hang on how fast this machine is: while the server answers, no time passes on the page.

const kills = 2
const stepMs = 100
/** So much typing may be lost. */
const mayBeLostMs = 2000

/** Numbers from 0 to 1, the same in every run. */
function drawn(seed: number) {
  let state = seed
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648
  }
}

/** How many answers the page waits for, by its own count. */
const countAsked = (context: BrowserContext) =>
  context.addInitScript(() => {
    const page = window as unknown as { asked: number }
    const { fetch } = window
    page.asked = 0
    window.fetch = async (...request) => {
      page.asked += 1
      return await fetch(...request).finally(() => {
        page.asked -= 1
      })
    }
  })
const answered = (page: Page) =>
  page.waitForFunction(() => (window as unknown as { asked: number }).asked === 0)

test('a killed server loses two seconds of typing at the most, and nothing that the open page still has', async ({
  browser,
}) => {
  const secrets = appSecrets()
  const { author } = await playPersonas(secrets)
  const draftId = await addServedDraft(secrets.databaseUrl, author, '## Signs\n\nBegun.')
  const stored = () => storedLesson(secrets.databaseUrl, author, draftId)
  const server = await webProcess(secrets)
  await server.start()
  const context = await browser.newContext({ baseURL: server.origin })
  await countAsked(context)
  const page = await context.newPage()
  try {
    await page.clock.install()
    await beginAs(page, author)
    await page.goto(`/authoring/${author.practiceId}/drafts/${draftId}/lessons/${lessonFile}`)
    await expect(page.getByText('Tab leaves the text.')).toBeVisible()
    await page.clock.pauseAt(new Date(Date.now() + 600_000))
    await answered(page)
    const editor = page.getByRole('textbox', { name: 'Text of the lesson' })
    const saving = page.getByRole('status').filter({ hasText: /aved|Saving/ })
    await editor.focus()
    await page.keyboard.press('Control+End')

    const chance = drawn(20_261_122)
    const typed: { readonly word: string; readonly at: number }[] = []
    let clock = 0
    const pass = async (ms: number) => {
      for (let left = ms; left > 0; left -= stepMs) {
        await answered(page)
        await page.clock.runFor(stepMs)
        clock += stepMs
      }
    }
    const type = async (word: string) => {
      typed.push({ word, at: clock })
      await page.keyboard.type(` ${word}`)
    }
    const whole = () => `## Signs\n\nBegun.${typed.map(({ word }) => ` ${word}`).join('')}`

    for (let kill = 0; kill < kills; kill += 1) {
      const words = 5 + Math.floor(chance() * 6)
      for (let word = 0; word < words; word += 1) {
        await type(`w${kill}-${word}`)
        await pass(Math.ceil(chance() * 6) * stepMs)
      }
      // Wherever it is by now: perhaps a save is on its way.
      await server.kill()
      const kept = await stored()
      expect(whole().startsWith(kept)).toBe(true)
      const old = typed.filter(({ at }) => at <= clock - mayBeLostMs).map(({ word }) => word)
      expect(kept.split(' ')).toEqual(expect.arrayContaining(old))

      await type(`down${kill}`)
      await pass(mayBeLostMs)
      await expect(saving).toHaveText('Not saved: no connection. Beacon tries again.')
      await type(`and-on${kill}`)
      await expect(saving).toHaveText('Not saved: no connection. Beacon tries again.')
      await server.start()
      await pass(2 * mayBeLostMs)
      await expect(saving).toHaveText('Saved.')
      expect(await stored()).toBe(whole())
    }

    // Saved, but the server is gone before it can say so: nothing is written twice.
    await page.route(/\/text$/, async (route) => {
      await route.fetch()
      await server.kill()
      await route.abort()
    })
    await type('unheard')
    await pass(mayBeLostMs)
    await expect(saving).toHaveText('Not saved: no connection. Beacon tries again.')
    expect(await stored()).toBe(whole())
    await page.unroute(/\/text$/)
    await type('more')
    await server.start()
    await pass(2 * mayBeLostMs)
    await expect(saving).toHaveText('Saved.')
    expect(await stored()).toBe(whole())
    await expect(editor).toContainText(whole().slice('## Signs\n\n'.length))
  } finally {
    await context.close()
    await server.kill()
  }
})
