import { expect, test } from '@playwright/test'
import { answerQuiz, characters, completeTrack, finishLessonsUpToQuiz, signIn } from '#tests/e2e/steps'

test.use({ javaScriptEnabled: false })

test('a learner without JavaScript fails a quiz, learns what to look at again, passes, and earns a certificate', async ({
  page,
}) => {
  await signIn(page, characters.newHire, characters.password)
  await page.goto('/training')
  await page.locator('a.button').first().click()
  await finishLessonsUpToQuiz(page)
  await page.getByRole('button', { name: 'Start the quiz' }).click()
  await page.getByRole('button', { name: 'Hand in' }).click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText('Answer every question')
  await answerQuiz(page, 'wrong')
  await page.getByRole('button', { name: 'Hand in' }).click()
  await expect(page.getByRole('heading', { name: 'Not passed yet' })).toBeVisible()
  await expect(page.getByText('0 of 6 right')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Look at these again' })).toBeVisible()
  await page.getByRole('link', { name: 'Take the quiz again' }).click()
  await page.getByRole('button', { name: 'Start the quiz' }).click()
  await answerQuiz(page, 'right')
  await page.getByRole('button', { name: 'Hand in' }).click()
  await expect(page.getByRole('heading', { name: 'Passed' })).toBeVisible()
  await completeTrack(page, 2)
})

test('an empty form comes back and says what is missing', async ({ page }) => {
  await page.goto('/sign-in')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).toHaveURL(/\/sign-in\?form=/)
  await expect(page.getByRole('main').getByRole('alert')).toContainText('Enter your password.')
})
