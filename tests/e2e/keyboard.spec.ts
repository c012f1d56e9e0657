import { expect, type Page, test } from '@playwright/test'
import { signInAs } from '#tests/e2e/played-past'
import { characters, signIn } from '#tests/e2e/steps'
import { appSecrets } from '#tests/support/app-secrets'
import { playPersonas } from '#tests/support/personas'

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

const wordsOf = (element: Element): string => {
  const label =
    element instanceof HTMLInputElement || element instanceof HTMLSelectElement ? element.labels : null
  return (label?.[0]?.textContent ?? element.textContent ?? '').trim()
}
/** A field of a day has parts of its own, whose rings are the browser's. */
const hasRing = (element: Element): boolean =>
  getComputedStyle(element).outlineStyle !== 'none' || element.getAttribute('type') === 'date'
/** Within the screen, and under nothing else. */
const isSeen = (element: Element): boolean => {
  const { left, top, width, height } = element.getBoundingClientRect()
  const above = document.elementFromPoint(left + width / 2, top + height / 2)
  return above !== null && (element.contains(above) || above.contains(element))
}

/** Everything that Tab reaches, once round, with what is wrong with it. */
async function roundOf(page: Page): Promise<string[]> {
  const reached: string[] = []
  for (let presses = 0; presses < 120; presses += 1) {
    await page.keyboard.press('Tab')
    // Not `:focus`, which a part of a field does not match.
    const focused = (await page.evaluateHandle(() => document.activeElement)).asElement()
    if (!focused || (await focused.evaluate((element) => element === document.body))) return reached
    const words = await focused.evaluate(wordsOf)
    const faults = [
      (await focused.evaluate(hasRing)) ? '' : ' WITHOUT A RING',
      (await focused.evaluate(isSeen)) ? '' : ' NOT SEEN',
    ].join('')
    if (words + faults !== reached.at(-1)) reached.push(words + faults)
  }
  throw new Error('Tab never comes round')
}

test('a manager takes in a file, sets up a requirement and adds a license by keyboard alone', async ({
  page,
}) => {
  const { manager, learner } = await playPersonas(appSecrets())
  await signInAs(page, manager)
  const practice = `/practice/${manager.practiceId}`
  const hidden = (names: readonly string[]) => names.filter((name) => /WITHOUT A RING|NOT SEEN/.test(name))
  const press = async (name: string) => {
    await tabTo(page, name)
    await page.keyboard.press('Enter')
  }

  await page.goto(`${practice}/imports/new`)
  const upload = await roundOf(page)
  expect(hidden(upload)).toEqual([])
  // In the order of the page: the file before its button.
  expect(upload.indexOf('File')).toBeGreaterThan(upload.indexOf('Skip to the content'))
  expect(upload.indexOf('Upload this file')).toBe(upload.indexOf('File') + 1)
  const text = 'Name,E-mail,Role,First day\nRosa Ruiz,rosa.ruiz@practice.example,Nurse,2026-01-05'
  const file = { name: 'staff.csv', mimeType: 'text/csv', buffer: Buffer.from(text) }
  // The window in which a file is chosen is the system's own.
  await page.getByLabel('File', { exact: true }).setInputFiles(file)
  await press('Upload this file')
  await expect(page.getByRole('heading', { name: 'What does each column hold?' })).toBeVisible()
  expect(hidden(await roundOf(page))).toEqual([])
  await press('Check the rows')
  await expect(page.getByRole('heading', { name: 'What will happen' })).toBeVisible()
  expect(hidden(await roundOf(page))).toEqual([])
  await press('Write 1 row')
  await expect(page.getByText('1 row is written.')).toBeVisible()

  await page.goto(`${practice}/requirements/new`)
  const questions = await roundOf(page)
  expect(hidden(questions)).toEqual([])
  expect(questions.at(-4)).toBe('See everyone’s dates')
  await press('See everyone’s dates')
  await expect(page.getByRole('heading', { name: 'Check before you save' })).toBeVisible()
  expect(hidden(await roundOf(page))).toEqual([])
  await press('Save this requirement')
  await expect(page.getByRole('heading', { name: 'What staff must complete' })).toBeVisible()

  await page.goto(`${practice}/staff/${learner.staffMemberId}/licences/new`)
  expect(hidden(await roundOf(page))).toEqual([])
  await page.getByLabel('Profession').focus()
  await page.keyboard.type('Registered')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.type('RN 7')
  await press('Add the license')
  await expect(page.getByRole('heading', { name: 'Registered nurse, Missouri' })).toBeVisible()
  expect(hidden(await roundOf(page))).toEqual([])
})
