import { expect, type Page, test } from '@playwright/test'
import { characters, signIn } from '#tests/e2e/steps'

/** Presses Tab until the focus is on what is wanted; a page where it cannot be reached fails here. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press('Tab')
    const focused = await page.evaluate(() => document.activeElement?.textContent?.trim() ?? '')
    if (focused === name) return
  }
  throw new Error(`Tab never reaches “${name}”`)
}

test('a learner goes from the list into a lesson, answers a check and finishes it by keyboard alone', async ({
  page,
}) => {
  await signIn(page, characters.inProgress, characters.password)
  await page.goto('/training')
  // The way out is first in the order of every page.
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Leave this page', exact: true })).toBeFocused()
  const step = await page.locator('a.button').first().textContent()
  await tabTo(page, step?.trim() ?? '')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/lessons\//)
  const lesson = page.url()
  const firstOption = page.locator('fieldset input[type=radio]').first()
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press('Tab')
    if (await firstOption.evaluate((input) => input === document.activeElement)) break
  }
  await page.keyboard.press('Space')
  await expect(firstOption).toBeChecked()
  await expect(page.getByRole('status').filter({ hasText: /\w/ }).first()).toBeVisible()
  await tabTo(page, 'Finish this lesson')
  await page.keyboard.press('Enter')
  await page.waitForURL((url) => url.href !== lesson)
})

test('Shift three times blanks the page and leaves it, and the way back does not lead here', async ({
  page,
}) => {
  await page.route('https://www.weather.gov/**', (route) => route.fulfill({ body: 'weather' }))
  await signIn(page, characters.inProgress, characters.password)
  await page.goto('/training')
  await page.keyboard.press('Shift')
  await page.keyboard.press('Shift')
  await expect(page.getByRole('heading', { name: 'My training', exact: true })).toBeVisible()
  await page.keyboard.press('Shift')
  await expect(page).toHaveURL('https://www.weather.gov/')
})
