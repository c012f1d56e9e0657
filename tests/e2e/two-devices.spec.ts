import { type Browser, expect, type Page, test } from '@playwright/test'
import { answerQuiz, characters, openQuiz, signIn } from '#tests/e2e/steps'

// One sitting on two devices: nothing that was chosen is lost, with JavaScript and without.

type Device = { readonly javaScriptEnabled: boolean }

async function deviceOf(browser: Browser, who: string, how: Device): Promise<Page> {
  const page = await (await browser.newContext(how)).newPage()
  await signIn(page, who, characters.password)
  await page.waitForURL(/\/training/)
  return page
}

/** Questions with one right option: the journeys here go by the places of radio buttons. */
const radioItems = ['m07-q01', 'm07-q02', 'm07-q05', 'm07-q06', 'm07-q11', 'm07-q13']

const options = (page: Page, question: number) =>
  page.getByRole('group', { name: `Question ${question + 1} of` }).locator('label')

async function optionText(page: Page, question: number, option: number): Promise<string> {
  return ((await options(page, question).nth(option).textContent()) ?? '').trim()
}

const twoVersions = 'This question was answered on two pages or devices'

test('a stale page without JavaScript shows both answers side by side, and the learner chooses', async ({
  browser,
}) => {
  const phone = await deviceOf(browser, characters.lapsed, { javaScriptEnabled: false })
  await openQuiz(phone, radioItems)
  const desk = await deviceOf(browser, characters.lapsed, { javaScriptEnabled: false })
  await desk.goto(phone.url())
  const ofDesk = await optionText(desk, 0, 1)
  const ofPhone = await optionText(phone, 0, 0)
  await options(desk, 0).nth(1).click()
  await desk.getByRole('button', { name: 'Save and go on later' }).click()
  await expect(desk.getByText('Your answers are saved')).toBeVisible()
  await options(phone, 0).nth(0).click()
  await options(phone, 1).nth(2).click()
  await phone.getByRole('button', { name: 'Save and go on later' }).click()
  await expect(phone.getByRole('main').getByRole('alert')).toContainText('choose the one that counts')
  await expect(phone.getByText(twoVersions)).toHaveCount(1)
  await expect(phone.getByRole('radio', { name: `Your answer on this page ${ofPhone}` })).toBeVisible()
  const saved = phone.getByRole('radio', { name: `The answer saved on the other page or device ${ofDesk}` })
  await expect(options(phone, 1).nth(2).getByRole('radio')).toBeChecked()
  await phone.getByRole('button', { name: 'Save and go on later' }).click()
  await expect(phone.getByText(twoVersions)).toHaveCount(1)
  await saved.check()
  await phone.getByRole('button', { name: 'Save and go on later' }).click()
  await expect(phone.getByText('Your answers are saved')).toBeVisible()
  await expect(options(phone, 0).nth(1).getByRole('radio')).toBeChecked()
  await desk.reload()
  await expect(options(desk, 1).nth(2).getByRole('radio')).toBeChecked()
})

test('a stale tab with JavaScript says so, leads to both answers, and the quiz goes on and is passed on the other device', async ({
  browser,
}) => {
  const phone = await deviceOf(browser, characters.renewing, { javaScriptEnabled: true })
  await openQuiz(phone, radioItems)
  const desk = await deviceOf(browser, characters.renewing, { javaScriptEnabled: true })
  await desk.goto(phone.url())
  const ofDesk = await optionText(desk, 0, 1)
  await options(phone, 0).nth(0).click()
  await expect(phone.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible()
  await options(desk, 0).nth(1).click()
  await expect(desk.getByRole('status').filter({ hasText: 'Neither answer is lost' })).toBeVisible()
  await desk.getByRole('button', { name: 'Compare the two answers' }).click()
  await expect(desk.getByText(twoVersions)).toHaveCount(1)
  await desk.getByRole('radio', { name: `Your answer on this page ${ofDesk}` }).check()
  await desk.getByRole('button', { name: 'Save and go on later' }).click()
  await expect(options(desk, 0).nth(1).getByRole('radio')).toBeChecked()
  await phone.reload()
  await expect(options(phone, 0).nth(1).getByRole('radio')).toBeChecked()
  await answerQuiz(phone, 'right')
  await phone.getByRole('button', { name: 'Hand in' }).click()
  await expect(phone.getByRole('heading', { name: 'Passed' })).toBeVisible()
  await desk.reload()
  await expect(desk.getByRole('heading', { name: 'Passed' })).toBeVisible()
})
