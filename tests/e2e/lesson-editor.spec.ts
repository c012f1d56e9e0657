import { type Browser, expect, type Page, test } from '@playwright/test'
import { faultsOf } from '#tests/e2e/faults-of'
import { beginAs } from '#tests/e2e/steps'
import { appSecrets } from '#tests/support/app-secrets'
import { addServedDraft, lessonFile } from '#tests/support/lesson-drafts'
import { type Persona, playPersonas } from '#tests/support/personas'

// Two trainers write one lesson at the same time, and neither knows Markdown.

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

/** What a word processor copied, as the browser hands it to the page. */
const paste = (page: Page, html: string) =>
  text(page).evaluate((target, copied) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/html', copied)
    const event = new ClipboardEvent('paste', {
      clipboardData,
      bubbles: true,
      cancelable: true,
      composed: true,
    })
    target.dispatchEvent(event)
  }, html)

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

test('a trainer who knows no syntax writes with forms, by keyboard alone, and is told what is wrong', async ({
  page,
}) => {
  const { author } = await playPersonas(appSecrets())
  const path = await draftOf(author)
  await beginAs(page, author)
  expect(await faultsOf(page, path)).toEqual([])
  await page.goto(path)
  await expect(preview(page)).toContainText('The last paragraph.')
  await text(page).focus()
  await page.keyboard.press('Control+End')
  await page.getByRole('button', { name: '+ Box' }).focus()
  await page.keyboard.press('Enter')
  const form = page.getByRole('dialog', { name: 'Box' })
  await form.getByLabel('Kind').selectOption('Safety')
  await form.getByLabel('Title').fill('Say "wait" & look')
  await form.getByLabel('Text').fill('Use {braces}, <tags> and * signs as they are.')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(form).toBeHidden()
  await expect(preview(page)).toContainText('Safety: Say "wait" & look')
  await expect(preview(page)).toContainText('Use {braces}, <tags> and * signs as they are.')
  await expect(page.getByText('No problems found.')).toBeVisible()
  // The text has the focus again, behind the new box; Tab leaves it for what comes next.
  await page.keyboard.type('Thank you.')
  await expect(preview(page).getByRole('paragraph').getByText('Thank you.')).toBeVisible()
  await paste(
    page,
    '<h1>Calls</h1><p class="MsoListParagraph" style="mso-list:l0 level1 lfo1">Ask <b>first</b></p>',
  )
  await expect(preview(page).getByRole('heading', { name: 'Calls' })).toBeVisible()
  await expect(preview(page).getByRole('listitem').getByText('first')).toBeVisible()
  await page.keyboard.press('Control+End')
  // Enter twice ends a list, as in any word processor.
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await page.keyboard.type('After the list.')
  await expect(preview(page).getByRole('paragraph').getByText('After the list.')).toBeVisible()
  await page.keyboard.type('{1 + 1}')
  await expect(page.getByText('Braces hold code')).toBeVisible()
  await expect(preview(page)).toContainText('The text has problems.')
  await expect(text(page)).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(text(page)).not.toBeFocused()
  await page.getByRole('button', { name: /^Line \d+, column/ }).click()
  await expect(text(page)).toBeFocused()
  await page.keyboard.press('Control+z')
  await expect(page.getByText('No problems found.')).toBeVisible()
  await page.getByRole('button', { name: 'Text only' }).click()
  await expect(preview(page)).toContainText('Say "wait" & look')
  await page.getByRole('button', { name: 'Phone' }).click()
  expect(
    await preview(page)
      .locator('[lang]')
      .first()
      .evaluate((pane) => pane.clientWidth),
  ).toBeLessThanOrEqual(360)
})

test('a form that was typed into is not left unasked, except by the way out', async ({ page }) => {
  const { author } = await playPersonas(appSecrets())
  await beginAs(page, author)
  await page.goto(`/authoring/${author.practiceId}/modules/new`)
  const title = page.getByLabel('Title')
  await title.fill('Calls')
  await expect(page.locator('html[data-watches-typing]')).toBeAttached()
  const asked: string[] = []
  page.on('dialog', async (dialog) => {
    asked.push(dialog.type())
    await dialog.dismiss()
  })
  // The click ends when the question is answered, and the page stays.
  await page.getByRole('link', { name: 'My training' }).click({ noWaitAfter: true })
  await expect.poll(() => asked).toEqual(['beforeunload'])
  await expect(title).toHaveValue('Calls')
  await page.route('https://www.weather.gov/**', (route) => route.fulfill({ body: 'weather' }))
  await page.getByRole('link', { name: 'Leave this page', exact: true }).click({ noWaitAfter: true })
  await expect(page).toHaveURL('https://www.weather.gov/')
  expect(asked).toHaveLength(1)
})
