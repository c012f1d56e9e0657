import { readFileSync } from 'node:fs'
import { expect, type Page, test } from '@playwright/test'
import { answerQuiz, characters, isAtLesson } from '#tests/e2e/steps'

// A browser that asks for Spanish, as a phone bought in Mexico does.
test.use({ locale: 'es-MX' })

type Words = { readonly [key: string]: string | Words }

/** The words on the screen, from the interface's own file. */
function words(namespace: string): Words {
  return JSON.parse(readFileSync(`lib/web/messages/es/${namespace}.json`, 'utf8'))
}
const word = (within: string | Words | undefined, key: string): string => {
  const found = typeof within === 'object' ? within[key] : undefined
  return typeof found === 'string' ? found : ''
}
const [training, quiz] = [words('training'), words('quiz')]

async function signInInSpanish(page: Page): Promise<void> {
  await page.goto('/sign-in')
  await expect(page.locator('html')).toHaveAttribute('lang', 'es')
  await page.locator('input[name="emailAddress"]').fill(characters.inGrace)
  await page.locator('input[name="password"]').fill(characters.password)
  await page.getByRole('main').locator('button[type="submit"]').click()
  await expect(page.getByRole('heading', { name: word(training, 'title'), exact: true })).toBeVisible()
}

async function finishLessons(page: Page): Promise<void> {
  const finish = page.getByRole('button', { name: word(training['lesson'], 'finish') })
  while (await isAtLesson(page, finish)) {
    await expect(page.locator('h1')).toHaveAttribute('lang', 'es')
    await expect(page.getByText(word(training['review'], 'isNot'))).toBeVisible()
    await expect(page.getByText('Versión 1;')).toBeVisible()
    const before = page.url()
    await finish.click()
    await page.waitForURL((url) => url.href !== before)
  }
}

/** The block that was read is at the top in the other language too, and back. */
async function switchInLesson(page: Page): Promise<void> {
  await page.waitForURL(/\/lessons\//)
  // Without its script the lesson would begin at its title, which is allowed and not what is tried here.
  await page.waitForLoadState('networkidle')
  await page.evaluate(
    () =>
      new Promise((scrolled) => {
        document.addEventListener('scrollend', scrolled, { once: true })
        document.querySelector('#block-4')?.scrollIntoView()
      }),
  )
  await page.clock.fastForward(5_000)
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expect(page).toHaveURL(/#block-4$/)
  await page.getByRole('button', { name: 'Español' }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'es')
}

/** What was answered stays. */
async function switchInQuiz(page: Page): Promise<void> {
  // Of whatever kind chance has drawn.
  const chosen = page.locator('fieldset[id^="answer."]:has(input:checked)')
  await expect(page.getByText(word(quiz, 'saved'), { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.getByRole('button', { name: 'Hand in' })).toBeVisible()
  await expect(chosen).toHaveCount(6)
  await page.getByRole('button', { name: 'Español' }).click()
  await expect(page.getByRole('button', { name: word(quiz, 'handIn') })).toBeVisible()
  await expect(chosen).toHaveCount(6)
}

test('a learner takes the training in Spanish, looks at the English in between, and earns the certificate', async ({
  page,
}) => {
  await page.clock.install()
  await signInInSpanish(page)

  await page.locator('a.button').first().click()
  await switchInLesson(page)
  for (let module = 0; module < 3; module += 1) {
    await page.goto('/training')
    await page.locator('a.button').first().click()
    await finishLessons(page)
    await page.getByRole('button', { name: word(quiz, 'start') }).click()
    await answerQuiz(page, 'right')
    if (module === 0) await switchInQuiz(page)
    await page.getByRole('button', { name: word(quiz, 'handIn') }).click()
    await expect(page.getByRole('heading', { name: word(quiz, 'passedTitle') })).toBeVisible()
  }
  await page.getByRole('link', { name: word(quiz, 'seeCertificate') }).click()
  await expect(page).toHaveURL(/\/certificates\//)
  await expect(page.getByText('Leon Baptiste').first()).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'es')
})

test('a browser that asks for Spanish shows English to whoever chose that, wherever they sign in', async ({
  page,
  browser,
}) => {
  await signInInSpanish(page)
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.getByRole('heading', { name: 'My training', exact: true })).toBeVisible()
  const elsewhere = await browser.newPage({ locale: 'es-MX' })
  await elsewhere.goto('/sign-in')
  await expect(elsewhere.locator('html')).toHaveAttribute('lang', 'es')
  await elsewhere.locator('input[name="emailAddress"]').fill(characters.inGrace)
  await elsewhere.locator('input[name="password"]').fill(characters.password)
  await elsewhere.getByRole('main').locator('button[type="submit"]').click()
  await expect(elsewhere.getByRole('heading', { name: 'My training', exact: true })).toBeVisible()
  await elsewhere.close()
})
