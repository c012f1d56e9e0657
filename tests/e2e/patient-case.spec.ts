import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { parse } from 'yaml'
import { faultsOf } from '#tests/e2e/faults-of'
import { beginAs } from '#tests/e2e/steps'
import { appSecrets } from '#tests/support/app-secrets'
import { playPersonas } from '#tests/support/personas'
import { assignTrack } from '#tests/support/track-assignment'

type Option = { readonly id: string; readonly judgment: string; readonly next: string }
type Node = { readonly id: string; readonly scene: string; readonly options?: readonly Option[] }
type Encounter = { readonly start: string; readonly nodes: readonly Node[] }

/** The authors' own file of the case "He answers for her". */
const encounter: Encounter = parse(
  readFileSync(path.resolve('content/cases/he-answers-for-her/v1/encounter.yaml'), 'utf8'),
)

/** Takes what is wanted at each scene, and the first good option where nothing more is wanted. The scene of the end. */
async function playToAnEnd(page: Page, wanted: readonly string[]): Promise<string> {
  let node = encounter.nodes.find(({ id }) => id === encounter.start)
  for (let step = 0; node?.options; step += 1) {
    await expect(page.getByText(new RegExp(`^${step + 1} of about \\d+$`))).toBeVisible()
    const good = node.options.find(({ judgment }) => judgment === 'good')
    const option: Option | undefined = node.options.find(({ id }) => id === wanted[step]) ?? good
    await page.locator(`input[name=optionId][value=${option?.id}]`).check()
    await page.getByRole('button', { name: 'Choose' }).click()
    node = encounter.nodes.find(({ id }) => id === option?.next)
  }
  await expect(page).toHaveURL(/\/plays\/[0-9a-f-]{36}\/debrief$/)
  return node?.scene ?? ''
}

/** A learner of a practice of her own, before the first case of the clinical track. Returns the training's address. */
async function beforeTheCase(page: Page): Promise<string> {
  const { learner } = await playPersonas(appSecrets())
  const assignment = `/training/${await assignTrack(appSecrets(), learner, 'clinical')}`
  await beginAs(page, learner)
  await page.goto(assignment)
  await page.getByRole('link', { name: 'He answers for her' }).click()
  await expect(page.getByText('This case speaks of violence by a partner')).toBeVisible()
  return assignment
}

/** Plays the case that stands at its first scene to one end, and once more to each of two others. The debrief's address. */
async function playToThreeEnds(page: Page, assignment: string): Promise<string> {
  const well = await playAndReadDebrief(page, [])
  const harm = await playAgain(page, ['a', 'b'])
  const missed = await playAgain(page, ['b', 'b'])
  expect(new Set([well, harm, missed]).size).toBe(3)
  const debrief = new URL(page.url()).pathname
  await page.goto(assignment)
  const listed = page.getByRole('listitem').filter({ hasText: 'He answers for her' })
  await expect(listed.first()).toContainText('Done on')
  return debrief
}

async function playAndReadDebrief(page: Page, wanted: readonly string[]): Promise<string> {
  const scene = await playToAnEnd(page, wanted)
  await expect(page.getByText(scene)).toBeVisible()
  for (const skill of ['Privacy', 'Choice', 'Safety', 'Documentation', 'Referral'])
    await expect(page.getByRole('heading', { name: skill, exact: true })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Lessons that teach this' })).toBeVisible()
  return scene
}

async function playAgain(page: Page, wanted: readonly string[]): Promise<string> {
  await page.getByRole('button', { name: 'Go through it again' }).click()
  await expect(page.getByText('Practice: nothing that counts changes by it.')).toBeVisible()
  return playAndReadDebrief(page, wanted)
}

test('a case is played to three different ends, and every page of it is accessible', async ({ page }) => {
  const assignment = await beforeTheCase(page)
  await page.getByRole('button', { name: 'Begin the case' }).click()
  const debrief = await playToThreeEnds(page, assignment)
  expect(await faultsOf(page, debrief)).toEqual([])
  await page.goto(debrief)
  await page.getByRole('button', { name: 'Go through it again' }).click()
  await page.locator('input[name=optionId]').first().check()
  await page.getByRole('button', { name: 'Choose' }).click()
  await expect(page.getByRole('heading', { name: 'What follows' })).toBeVisible()
  expect(await faultsOf(page, new URL(page.url()).pathname)).toEqual([])
})

test('a case is played by keyboard alone, and goes on at the same scene on another device, in the other language', async ({
  page,
  browser,
}) => {
  await beforeTheCase(page)
  expect(await faultsOf(page, new URL(page.url()).pathname)).toEqual([])
  await page.reload()
  await tabTo(page, 'button', 'Begin the case')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/plays\//)
  await tabTo(page, 'input', '')
  await page.keyboard.press('ArrowDown')
  await tabTo(page, 'button', 'Choose')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/^2 of about \d+$/)).toBeVisible()
  const scene = page.url()
  const elsewhere = await browser.newContext({ locale: 'es' })
  await elsewhere.addCookies(await page.context().cookies())
  const phone = await elsewhere.newPage()
  await phone.goto(scene)
  await expect(phone.getByText(/^2 de unas \d+$/)).toBeVisible()
  await expect(phone.getByRole('heading', { name: 'Él contesta por ella' })).toBeVisible()
  // What one device chose, the other one cannot choose again.
  await phone.locator('input[name=optionId]').first().check()
  await phone.getByRole('button', { name: 'Elegir' }).click()
  await expect(phone.getByText(/^3 de unas \d+$/)).toBeVisible()
  await page.locator('input[name=optionId]').last().check()
  await page.getByRole('button', { name: 'Choose' }).click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText(
    'You made another choice here already',
  )
  await expect(page.getByText(/^3 of about \d+$/)).toBeVisible()
  await elsewhere.close()
})

/** Presses Tab until the focus is on such an element; a page where it cannot be reached fails here. */
async function tabTo(page: Page, tag: string, words: string): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab')
    const [name, text] = await page.evaluate(() => {
      const { activeElement } = document
      return [activeElement?.tagName.toLowerCase(), activeElement?.textContent?.trim()]
    })
    if (name === tag && text === words) return
  }
  throw new Error(`Tab never reaches “${words}”`)
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a case says what is missing where nothing was chosen, and is played to three different ends', async ({
    page,
  }) => {
    const assignment = await beforeTheCase(page)
    await page.getByRole('button', { name: 'Begin the case' }).click()
    await page.getByRole('button', { name: 'Choose' }).click()
    await expect(page.getByRole('main').getByRole('alert')).toContainText('Choose what you do.')
    await playToThreeEnds(page, assignment)
  })
})
