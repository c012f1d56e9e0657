import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, type Page } from '@playwright/test'
import { generate } from 'otplib'
import { parse } from 'yaml'

/** Who plays in which journey, from the cast in `prisma/cast.ts`. Each is played once, since a journey changes their situation. */
export const characters = {
  password: 'quiet harbor morning',
  administrator: 'ruth.calloway@gateway.example',
  current: 'nadia.haddad@gateway.example',
  inProgress: 'hannah.okafor@gateway.example',
  newHire: 'tomas.rivera@gateway.example',
  renewing: 'grace.lindqvist@gateway.example',
  lapsed: 'omar.said@gateway.example',
  inGrace: 'leon.baptiste@gateway.example',
  atTwoPractices: 'sofia.marin@gateway.example',
  managerElsewhere: 'ben.tillman@ozark.example',
  overdueElsewhere: 'kara.dunn@ozark.example',
}

// What several journeys do, in the words that people read on the screen.

export async function signIn(page: Page, emailAddress: string, password: string): Promise<void> {
  await page.goto('/sign-in')
  await page.getByLabel('E-mail address').fill(emailAddress)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

/** Sets up the second step from the page that asks for it, as somebody who types the key by hand. Returns the key. */
export async function setUpSecondStep(page: Page): Promise<string> {
  await expect(page).toHaveURL(/\/account\/second-factor$/)
  await page.getByRole('button', { name: 'Begin' }).click()
  const words = (await page.getByRole('main').textContent()) ?? ''
  const secret = /(?:[A-Z2-7]{4} ?){8}/.exec(words)?.[0].replaceAll(' ', '') ?? ''
  expect(secret).toHaveLength(32)
  await page.getByLabel('Six-digit code from your app').fill(await generate({ secret }))
  await page.getByRole('button', { name: 'Turn it on' }).click()
  return secret
}

type QuizFile = {
  readonly items: readonly {
    id: string
    stem: string
    options: readonly { id: string; text: string; correct?: boolean }[]
  }[]
}

function quizFile(slug: string, ...below: string[]): QuizFile {
  return parse(readFileSync(path.resolve('content', 'modules', slug, 'v1', ...below, 'quiz.yaml'), 'utf8'))
}

/** The right option of every question of the shipped quizzes in both languages, by its stem, from the authors' own files. */
const rightAnswers = new Map(
  ['red-flags', 'trauma-informed-care', 'respond'].flatMap((slug) => {
    const english = quizFile(slug).items
    const rightOf = new Map(
      english.map(({ id, options }) => [id, options.find(({ correct }) => correct)?.id]),
    )
    return [...english, ...quizFile(slug, 'es').items].map(({ id, stem, options }) => {
      const right = options.find((option) => option.id === rightOf.get(id))
      return [stem.trim(), right?.text.trim() ?? ''] as const
    })
  }),
)

/** Chooses an option for every question on the page: the right ones, or for each a wrong one. */
export async function answerQuiz(page: Page, how: 'right' | 'wrong'): Promise<void> {
  const questions = page.getByRole('group').filter({ has: page.getByRole('radio') })
  // `all` takes what is there, and the quiz may still be on its way.
  await questions.first().waitFor()
  for (const question of await questions.all()) {
    const stem = ((await question.locator('legend span').last().textContent()) ?? '').trim()
    const right = rightAnswers.get(stem)
    if (!right) throw new Error(`no answer known to: ${stem}`)
    for (const option of await question.locator('label').all()) {
      const isRight = ((await option.textContent()) ?? '').trim() === right
      if (isRight === (how === 'right')) {
        await option.click()
        break
      }
    }
  }
}

/** Reads every lesson of a module from wherever the learner stands, up to its quiz's page. */
export async function finishLessonsUpToQuiz(page: Page): Promise<void> {
  const finish = page.getByRole('button', { name: 'Finish this lesson' })
  while (await finish.isVisible()) {
    const before = page.url()
    await finish.click()
    await page.waitForURL((url) => url.href !== before)
  }
  await expect(page).toHaveURL(/\/quiz$/)
}

/** From My training through every lesson and quiz of the one assigned track, to the certificate's page. */
export async function completeTrack(page: Page, modulesLeft = 3): Promise<void> {
  for (let modules = 0; modules < modulesLeft; modules += 1) {
    await page.goto('/training')
    await page.locator('a.button').first().click()
    await finishLessonsUpToQuiz(page)
    await page.getByRole('button', { name: 'Start the quiz' }).click()
    await answerQuiz(page, 'right')
    await page.getByRole('button', { name: 'Hand in' }).click()
    await expect(page.getByRole('heading', { name: 'Passed' })).toBeVisible()
  }
  await page.getByRole('link', { name: 'See your certificate' }).click()
  await expect(page).toHaveURL(/\/certificates\//)
}
