import path from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { answerQuiz, characters, finishLessonsUpToQuiz, setUpSecondStep, signIn } from '#tests/e2e/steps'

// The pictures of the README and of reviews, taken of the built app with the cast, at the widths of an old phone and a desk.

const folder = path.resolve('tests', 'e2e', 'pictures')

async function picture(page: Page, name: string): Promise<void> {
  for (const [width, height] of [
    [360, 780],
    [1280, 900],
  ] as const) {
    await page.setViewportSize({ width, height })
    await page.screenshot({ path: path.join(folder, `${name}-${width}.png`) })
  }
}

test('a learner’s pictures', async ({ page }) => {
  await signIn(page, characters.inProgress, characters.password)
  await expect(page.getByRole('heading', { name: 'My training', exact: true })).toBeVisible()
  await picture(page, 'my-training')
  await page.locator('a.button').first().click()
  await expect(page).toHaveURL(/\/lessons\//)
  await picture(page, 'lesson')
  await finishLessonsUpToQuiz(page)
  await page.getByRole('button', { name: 'Start the quiz' }).click()
  await picture(page, 'quiz')
  await answerQuiz(page, 'wrong')
  await page.getByRole('button', { name: 'Hand in' }).click()
  await expect(page.getByRole('heading', { name: 'Not passed yet' })).toBeVisible()
  await picture(page, 'quiz-result')
})

test('a certificate’s picture', async ({ page }) => {
  await signIn(page, characters.current, characters.password)
  await page.goto('/certificates')
  await page.getByRole('link', { name: 'Open' }).first().click()
  await expect(page).toHaveURL(/\/certificates\//)
  await picture(page, 'certificate')
})

test('a manager’s pictures', async ({ page }) => {
  await signIn(page, characters.administrator, characters.password)
  await setUpSecondStep(page)
  await expect(page).toHaveURL(/\/practice\//)
  await picture(page, 'dashboard')
})
