import { expect, type Page, test } from '@playwright/test'
import { faultsOf } from '#tests/e2e/faults-of'
import { answerQuiz, beginAs, characters, openQuiz, signIn } from '#tests/e2e/steps'
import { appSecrets } from '#tests/support/app-secrets'
import { playPersonas } from '#tests/support/personas'
import { assignTrack } from '#tests/support/track-assignment'

async function handIn(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Hand in' }).click()
}

/** Keeps the page's scripts away until the returned function is called. */
async function holdScripts(page: Page): Promise<() => void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  await page.route('**/_next/**/*.js', async (route) => {
    await promise
    await route.continue()
  })
  return resolve
}

const set = ['m07-q17', 'm07-q18', 'm07-q19']

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a learner answers every kind of question; what is not whole is named, and what was chosen is kept', async ({
    page,
  }) => {
    await signIn(page, characters.inProgress, characters.password)
    await openQuiz(page, ['m07-q02', ...set])
    await expect(page.getByRole('region', { name: 'The situation for questions 2 to 4' })).toContainText(
      'Curtis',
    )
    await answerQuiz(page, 'right')
    await handIn(page)
    await expect(page.getByText('4 of 4 right')).toBeVisible()

    await openQuiz(page, ['m08-q21', 'm08-q07'])
    await answerQuiz(page, 'right')
    await page.locator('select[name="match.m08-q21.q"]').selectOption('')
    await handIn(page)
    await expect(page.getByText('Not answered in full yet')).toBeVisible()
    await expect(page.locator('select[name="match.m08-q21.p"]')).toHaveValue('c')
    await answerQuiz(page, 'right')
    await handIn(page)
    await expect(page.getByText('2 of 2 right')).toBeVisible()

    await openQuiz(page, ['m10-q01', 'm10-q17', 'm10-q18'])
    await answerQuiz(page, 'right')
    await page.locator('select[name="place.m10-q18.a"]').selectOption('1')
    await handIn(page)
    await expect(page.getByText('each line needs a place of its own')).toBeVisible()
    await expect(page.locator('select[name="place.m10-q18.a"]')).toHaveValue('1')
    await expect(page.locator('fieldset[id="answer.m10-q17"] input:checked')).toHaveCount(3)
    await answerQuiz(page, 'wrong')
    await handIn(page)
    await expect(page.getByText('0 of 3 right')).toBeVisible()
  })
})

test('each kind is saved as it is chosen, and is there again after a reload', async ({ page }) => {
  const { learner } = await playPersonas(appSecrets())
  const assignmentId = await assignTrack(appSecrets(), learner, 'foundations')
  const lessonOf = (moduleId: string) =>
    `/training/${assignmentId}/modules/${moduleId}/lessons/${moduleId}-l1`
  await beginAs(page, learner)
  const saved = page.getByRole('status').filter({ hasText: 'Saved' })

  await openQuiz(page, ['m07-q02', ...set], lessonOf('m07'))
  expect(await faultsOf(page, page.url())).toEqual([])
  const ticks = page.locator('fieldset[id="answer.m07-q17"] input[type="checkbox"]')
  await ticks.nth(0).check()
  await ticks.nth(1).check()
  await ticks.nth(0).uncheck()
  await expect(saved).toBeVisible()
  await page.reload()
  await expect(ticks.nth(0)).not.toBeChecked()
  await expect(ticks.nth(1)).toBeChecked()
  await ticks.nth(1).uncheck()
  await answerQuiz(page, 'right')
  await handIn(page)
  await expect(page.getByText('4 of 4 right')).toBeVisible()

  await openQuiz(page, ['m08-q07', 'm08-q21'], lessonOf('m08'))
  expect(await faultsOf(page, page.url())).toEqual([])
  const match = page.locator('select[name="match.m08-q21.r"]')
  await match.selectOption('a')
  await expect(saved).toBeVisible()
  await page.reload()
  await expect(match).toHaveValue('a')
  // Who is quicker than a slow network loses nothing either.
  const release = await holdScripts(page)
  await page.reload({ waitUntil: 'commit' })
  await match.selectOption('b')
  release()
  await expect(saved).toBeVisible()
  await page.reload()
  await expect(match).toHaveValue('b')
  await answerQuiz(page, 'right')
  await handIn(page)
  await expect(page.getByText('2 of 2 right')).toBeVisible()

  await openQuiz(page, ['m10-q18', 'm10-q01'], lessonOf('m10'))
  expect(await faultsOf(page, page.url())).toEqual([])
  const places = page.locator('fieldset[id="answer.m10-q18"] select')
  await places.nth(0).selectOption('5')
  await expect(page.getByRole('status').filter({ hasText: 'a place of its own' })).toBeVisible()
  for (const [index, place] of ['5', '4', '3', '2', '1'].entries())
    await places.nth(index).selectOption(place)
  await expect(saved).toBeVisible()
  // Nor does whoever chooses while there is no connection for a moment.
  const ticked = page.locator('fieldset[id="answer.m10-q01"] input[value="b"]')
  await page.context().setOffline(true)
  await ticked.check()
  await expect(page.getByRole('status').filter({ hasText: 'Not saved yet' })).toBeVisible()
  await page.context().setOffline(false)
  await expect(saved).toBeVisible()
  await page.reload()
  await expect(ticked).toBeChecked()
  await expect(places.nth(0)).toHaveValue('5')
  await expect(places.nth(4)).toHaveValue('1')
})
