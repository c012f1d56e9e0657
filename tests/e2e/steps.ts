import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, type Locator, type Page } from '@playwright/test'
import { generate } from 'otplib'
import { parse } from 'yaml'
import { appSecrets } from '#tests/support/app-secrets'
import type { Persona } from '#tests/support/personas'
import { redraw } from '#tests/support/redraw'

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

/** Takes the session of somebody whom the tests have signed in. */
export async function beginAs(page: Page, { cookie }: Persona): Promise<void> {
  const [name = '', value = ''] = cookie.split('=')
  await page.context().addCookies([{ name, value, url: appSecrets().origin }])
}

// What several journeys do, in the words that people read on the screen.

export async function signIn(page: Page, emailAddress: string, password: string): Promise<void> {
  await page.goto('/sign-in')
  await page.getByLabel('E-mail address').fill(emailAddress)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  // Whoever goes on before the answer is there breaks it off, and is not signed in.
  await page.waitForURL((url) => url.pathname !== '/sign-in')
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

type AuthoredItem = {
  readonly id: string
  readonly kind?: 'single' | 'multiple' | 'ordering' | 'matching'
  readonly prompts?: readonly { readonly id: string; readonly option: string }[]
  readonly options: readonly { readonly id: string; readonly correct?: boolean; readonly place?: number }[]
}

function quizFile(slug: string): readonly AuthoredItem[] {
  const file = path.resolve('content', 'modules', slug, 'v1', 'quiz.yaml')
  const { items }: { items: readonly AuthoredItem[] } = parse(readFileSync(file, 'utf8'))
  return items
}

/** The items of the shipped quizzes, from the authors' own files. */
const authored = new Map<string, AuthoredItem>(
  ['red-flags', 'trauma-informed-care', 'respond'].flatMap((slug) =>
    quizFile(slug).map((item) => [`answer.${item.id}`, item]),
  ),
)

type How = 'right' | 'wrong'

/** One option: the right one or another. Several: the right ones, or simply all. */
async function tick(question: Locator, { kind, options }: AuthoredItem, how: How): Promise<void> {
  const right = options.filter(({ correct }) => correct)
  const wrong = kind === 'multiple' ? options : options.filter(({ correct }) => !correct).slice(0, 1)
  for (const { id } of how === 'right' ? right : wrong) await question.locator(`input[value="${id}"]`).check()
}

/** Each option at its place, or one place further on. */
async function putInOrder(question: Locator, { id: itemId, options }: AuthoredItem, how: How): Promise<void> {
  for (const { id, place = 0 } of options) {
    const shown = how === 'right' ? place : (place % options.length) + 1
    await question.locator(`select[name="place.${itemId}.${id}"]`).selectOption(`${shown}`)
  }
}

async function matchUp(
  question: Locator,
  { id: itemId, prompts = [], options }: AuthoredItem,
  how: How,
): Promise<void> {
  for (const { id, option } of prompts) {
    const other = options.find((each) => each.id !== option)?.id ?? ''
    const shown = how === 'right' ? option : other
    await question.locator(`select[name="match.${itemId}.${id}"]`).selectOption(shown)
  }
}

/** Answers every question on the page, whatever its kind: rightly, or each wrongly. */
export async function answerQuiz(page: Page, how: How): Promise<void> {
  const questions = page.locator('fieldset[id^="answer."]')
  // `all` takes what is there, and the quiz may still be on its way.
  await questions.first().waitFor()
  for (const question of await questions.all()) {
    const id = (await question.getAttribute('id')) ?? ''
    const item = authored.get(id)
    if (!item) throw new Error(`no answer known to: ${id}`)
    if (item.kind === 'ordering') await putInOrder(question, item, how)
    else if (item.kind === 'matching') await matchUp(question, item, how)
    else await tick(question, item, how)
  }
}

/**
 * Waits until a page that follows a lesson or a step has its words; an address alone may stand before them. True where it is a
 * lesson that is not yet finished, false where it is the quiz.
 */
export async function isAtLesson(page: Page, finish: Locator): Promise<boolean> {
  await expect(page).toHaveURL(/\/(lessons\/[^/]+|quiz)$/)
  if (/\/quiz$/.test(page.url())) return false
  await finish.waitFor()
  return true
}

/** Reads every lesson of a module from wherever the learner stands, up to its quiz's page. */
export async function finishLessonsUpToQuiz(page: Page): Promise<void> {
  const finish = page.getByRole('button', { name: 'Finish this lesson' })
  while (await isAtLesson(page, finish)) {
    const before = page.url()
    await finish.click()
    await page.waitForURL((url) => url.href !== before)
  }
}

/**
 * From the next step in My training, or from a lesson, into the quiz of the module, which asks these of its items instead of
 * those that chance drew.
 */
export async function openQuiz(page: Page, itemIds: readonly string[], lesson?: string): Promise<void> {
  await page.goto(lesson ?? '/training')
  if (!lesson) await page.locator('a.button').first().click()
  await finishLessonsUpToQuiz(page)
  await page.getByRole('button', { name: 'Start the quiz' }).click()
  await expect(page).toHaveURL(/\/attempts\/[0-9a-f-]+$/)
  await redraw(page.url().split('/').at(-1) ?? '', itemIds)
  await page.reload()
  await expect(page.getByRole('button', { name: 'Hand in' })).toBeVisible()
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
