import { type Browser, expect, type Page, test } from '@playwright/test'
import { beginAs } from '#tests/e2e/steps'
import { appSecrets } from '#tests/support/app-secrets'
import { addServedDraft, lessonFile } from '#tests/support/lesson-drafts'
import { type Persona, playPersonas } from '#tests/support/personas'

// Two trainers write one lesson at the same time.

const source = '## Signs\n\nThe first paragraph.\n\nThe last paragraph.\n'

const text = (page: Page) => page.getByRole('textbox', { name: 'Text of the lesson' })
const preview = (page: Page) => page.getByRole('region', { name: 'Preview' })

async function draftOf(author: Persona): Promise<string> {
  const draftId = await addServedDraft(appSecrets().databaseUrl, author, source)
  return `/authoring/${author.practiceId}/drafts/${draftId}/lessons/${lessonFile}`
}

async function editorOf(browser: Browser, who: Persona, path: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage()
  await beginAs(page, who)
  await page.goto(path)
  await expect(page.getByText('Tab leaves the text.')).toBeVisible()
  return page
}

/** Types at the end of the line that has these words. */
async function typeAfter(page: Page, words: string, typed: string) {
  await text(page).getByText(words).click()
  await page.keyboard.press('End')
  await page.keyboard.type(typed)
}

test('two trainers edit one lesson at once and lose nothing', async ({ browser }) => {
  const { author, administrator } = await playPersonas(appSecrets())
  const path = await draftOf(author)
  const ari = await editorOf(browser, author, path)
  const ada = await editorOf(browser, administrator, path)
  await typeAfter(ari, 'The first paragraph.', ' Written by Ari.')
  await typeAfter(ada, 'The last paragraph.', ' Written by Ada.')
  for (const page of [ari, ada]) {
    await expect(text(page)).toContainText('The first paragraph. Written by Ari.')
    await expect(text(page)).toContainText('The last paragraph. Written by Ada.')
    await expect(preview(page)).toContainText('Written by Ari.')
    await expect(preview(page)).toContainText('Written by Ada.')
  }
  await expect(ari.getByRole('status').filter({ hasText: 'Saved. Writing here too: Ada' })).toBeVisible()

  await ada.context().setOffline(true)
  await typeAfter(ada, 'Signs', ' of Ada')
  await expect(ada.getByText('Not saved: no connection.')).toBeVisible()
  await typeAfter(ari, 'Signs', ' of Ari')
  await expect(ari.getByRole('status').filter({ hasText: 'Saved.' })).toBeVisible()
  await ada.context().setOffline(false)
  await expect(text(ada)).toContainText('of Ari')
  await expect(text(ada)).toContainText('of Ada')
  await expect(text(ari)).toContainText('of Ada')

  await ada.context().setOffline(true)
  await text(ada)
    .getByText('The first')
    .dblclick({ position: { x: 5, y: 5 } })
  await ada.keyboard.type('Her')
  await expect(ada.getByText('Not saved: no connection.')).toBeVisible()
  await text(ari)
    .getByText('The first')
    .dblclick({ position: { x: 5, y: 5 } })
  await ari.keyboard.type('His')
  await expect(preview(ari)).toContainText('His first paragraph.')
  await expect(ari.getByRole('status').filter({ hasText: 'Saved.' })).toBeVisible()
  await ada.context().setOffline(false)
  const both = ada.getByRole('alert').filter({ hasText: 'You both changed the same words' })
  await expect(both).toContainText('His')
  await expect(both).toContainText('Her')
  await both.getByRole('button', { name: 'Keep both' }).click()
  await expect(text(ari)).toContainText('His Her first paragraph.')
  await ada.reload()
  await expect(text(ada)).toContainText('His Her first paragraph. Written by Ari.')
  await expect(text(ada)).toContainText('The last paragraph. Written by Ada.')
})
