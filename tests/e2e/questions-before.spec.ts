import { expect, type Page, test } from '@playwright/test'
import { faultsOf } from '#tests/e2e/faults-of'
import { answerQuiz, beginAs, openQuiz } from '#tests/e2e/steps'
import { appSecrets } from '#tests/support/app-secrets'
import { playPersonas } from '#tests/support/personas'
import { assignTrack } from '#tests/support/track-assignment'

/** A learner with a training of which nothing was begun. Returns its address. */
async function beforeTheTraining(page: Page): Promise<string> {
  const { learner } = await playPersonas(appSecrets())
  const assignment = `/training/${await assignTrack(appSecrets(), learner, 'renewal')}`
  await beginAs(page, learner)
  await page.goto(assignment)
  return assignment
}

const here = (page: Page) => new URL(page.url()).pathname

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the questions before a training say what is missing, go on where they were left, and are answered to the end', async ({
    page,
  }) => {
    test.setTimeout(180_000)
    const assignment = await beforeTheTraining(page)
    await page.getByRole('link', { name: 'Answer the questions first' }).click()
    await page.getByRole('button', { name: 'Begin' }).click()
    await expect(page.getByText('Question 1 of 5')).toBeVisible()
    await page.getByRole('button', { name: 'Answer' }).click()
    await expect(page.getByRole('main').getByRole('alert')).toContainText('Answer the question, or say')
    await page.getByRole('radio').first().check()
    await page.getByRole('button', { name: 'Answer' }).click()
    await expect(page.getByText('Question 2 of 5')).toBeVisible()
    await page.goto(assignment)
    await page.getByRole('link', { name: 'Go on with the questions' }).click()
    await page.getByRole('link', { name: 'Go on where you left off' }).click()
    for (let number = 2; number <= 5; number += 1) {
      await expect(page.getByText(`Question ${number} of 5`)).toBeVisible()
      await page.getByRole('button', { name: 'I do not know' }).click()
    }
    await expect(page.getByRole('heading', { name: 'Thank you' })).toBeVisible()
    await page.getByRole('link', { name: 'Go to the training' }).click()
    await expect(page.getByRole('heading', { name: 'Renewal', level: 1 })).toBeVisible()
    await expect(page.getByRole('link', { name: 'Answer the questions first' })).toHaveCount(0)
  })

  test('whoever answers before a training and after its last quiz sees what they gained', async ({
    page,
  }) => {
    const { learner } = await playPersonas(appSecrets())
    const assignment = `/training/${await assignTrack(appSecrets(), learner, 'foundations')}`
    await beginAs(page, learner)
    await page.goto(assignment)
    await page.getByRole('link', { name: 'Answer the questions first' }).click()
    await page.getByRole('button', { name: 'Begin' }).click()
    for (let number = 1; number <= 8; number += 1) {
      await expect(page.getByText(`Question ${number} of 8`)).toBeVisible()
      await page.getByRole('button', { name: 'I do not know' }).click()
    }
    await expect(page.getByRole('heading', { name: 'Thank you' })).toBeVisible()
    for (const [moduleId, items] of [
      ['m07', ['m07-q01', 'm07-q02']],
      ['m08', ['m08-q02', 'm08-q07']],
      ['m10', ['m10-q01', 'm10-q07']],
    ] as const) {
      await openQuiz(page, items, `${assignment}/modules/${moduleId}/lessons/${moduleId}-l1`)
      await answerQuiz(page, 'right')
      await page.getByRole('button', { name: 'Hand in' }).click()
      await expect(page.getByText('2 of 2 right')).toBeVisible()
    }
    await page.getByRole('link', { name: 'Answer the questions' }).click()
    await page.getByRole('button', { name: 'Begin' }).click()
    for (let number = 1; number <= 8; number += 1) {
      await expect(page.getByText(`Question ${number} of 8`)).toBeVisible()
      await answerQuiz(page, 'right')
      await page.getByRole('button', { name: 'Answer' }).click()
    }
    await expect(page.getByRole('heading', { name: 'Before and after' })).toBeVisible()
    await expect(page.getByText('0 of 8 right')).toBeVisible()
    await expect(page.getByText('8 of 8 right')).toBeVisible()
    await expect(page.getByText('You answered more of them rightly than before the training.')).toBeVisible()
  })
})

test('every page of the questions before a training is accessible', async ({ page }) => {
  test.setTimeout(120_000)
  await beforeTheTraining(page)
  expect(await faultsOf(page, here(page))).toEqual([])
  await page.getByRole('link', { name: 'Answer the questions first' }).click()
  await expect(page.getByRole('button', { name: 'Begin' })).toBeVisible()
  expect(await faultsOf(page, here(page))).toEqual([])
  await page.getByRole('button', { name: 'Begin' }).click()
  await expect(page.getByText('Question 1 of 5')).toBeVisible()
  expect(await faultsOf(page, here(page))).toEqual([])
})
