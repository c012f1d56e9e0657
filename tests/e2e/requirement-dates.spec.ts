import { expect, type Page, test } from '@playwright/test'
import { addDays, addMonths } from '#lib/domain/calendar'
import { shown, signInAs, today } from '#tests/e2e/played-past'
import { appSecrets } from '#tests/support/app-secrets'
import { playPersonas } from '#tests/support/personas'

// A requirement of every cadence, with the dates that a manager reads before saving, worked out here by hand.

test.describe.configure({ mode: 'serial' })

let office: Page
let practice = ''

test.beforeAll(async ({ browser }) => {
  office = await browser.newPage()
  const { manager } = await playPersonas(appSecrets())
  await signInAs(office, manager)
  practice = `/practice/${manager.practiceId}`
})
test.afterAll(() => office.close())

const main = () => office.getByRole('main')
const person = (name: string) => main().getByRole('listitem').filter({ hasText: name })

/** From the form to everyone's dates: a year, thirty days for the first time, unless the answers say otherwise. */
async function preview(cadence: string, answers: Readonly<Record<string, string>> = {}): Promise<void> {
  await office.goto(`${practice}/requirements/new`)
  await office.getByLabel('Which training?').selectOption('foundations')
  await office.getByRole('radio', { name: cadence, exact: cadence === 'Once' }).check()
  await office.getByText('Attempts, leave, early renewal').click()
  for (const [label, answer] of Object.entries(answers)) {
    const field = office.getByLabel(label)
    const isList = await field.evaluate((element) => element.tagName === 'SELECT')
    await (isList ? field.selectOption(answer) : field.fill(answer))
  }
  await office.getByRole('button', { name: 'See everyone’s dates' }).click()
  await expect(main().getByRole('heading', { name: 'Check before you save' })).toBeVisible()
}

test('a date that makes no sense is named with its field, and the answers are kept', async () => {
  await office.goto(`${practice}/requirements/new`)
  await office.getByLabel('From which day do these rules hold?').fill(addDays(today, -1))
  await office.getByLabel('How many days of grace').fill('7')
  await office.getByRole('button', { name: 'See everyone’s dates' }).click()
  const summary = main().getByRole('alert')
  await expect(summary).toContainText('Choose today or a later day')
  await summary.getByRole('link').click()
  await expect(office.getByLabel('From which day do these rules hold?')).toBeFocused()
  await expect(office.getByLabel('How many days of grace')).toHaveValue('7')
})

test('what a cadence does not ask for is out of the way', async () => {
  await office.goto(`${practice}/requirements/new`)
  await expect(office.getByLabel('In which month?')).toBeHidden()
  await expect(office.getByLabel('Behavioral health')).toBeHidden()
  await office.getByLabel('By the same date for everyone').check()
  await office.getByLabel('Only some of them').check()
  await expect(office.getByLabel('In which month?')).toBeVisible()
  await expect(office.getByLabel('Behavioral health')).toBeVisible()
  await office.getByLabel('Once', { exact: true }).check()
  await expect(office.getByLabel('How many months does a completion count?')).toBeHidden()
})

test('again and again: due after the days for the first time, and never before a day that is given', async () => {
  await preview('Again and again')
  await expect(main()).toContainText('7 people are asked')
  await expect(person('Lena Learner')).toContainText(`Due on ${shown(addDays(today, 30))}`)
  const notBefore = addDays(today, 75)
  await preview('Again and again', { 'Nobody has to be done before': notBefore })
  await expect(person('Lena Learner')).toContainText(`first due on ${shown(notBefore)}`)
  await expect(main().getByText('Enno Ended')).toBeHidden()
})

test('once', async () => {
  await preview('Once', { 'How many days does somebody have': '10' })
  await expect(main()).toContainText('It is completed once.')
  await expect(person('Lena Learner')).toContainText(`Due on ${shown(addDays(today, 10))}`)
})

test('the same date for everyone: through which day a completion counts, and from when to the one after', async () => {
  await preview('By the same date for everyone', {
    'In which month?': 'December',
    'And which day of that month?': '31',
    'How many months must a completion count': '6',
  })
  await expect(main()).toContainText('It is due every year on December 31.')
  const year = Number(addMonths(today, 6).slice(0, 4))
  await expect(person('Lena Learner')).toContainText(
    `Completed by Jun 30, ${year}, it counts through Dec 31, ${year}; from the day after, through Dec 31, ${year + 1}.`,
  )
})

test('an anniversary: each counts to their own', async () => {
  await preview('By each person’s own anniversary')
  // Their first day of work was four hundred days ago.
  const next = addMonths(addDays(today, -400), 24)
  await expect(person('Lena Learner')).toContainText(
    `Completed by ${shown(addDays(next, -1))}, it counts through ${shown(next)}; from the day after, through ${shown(addMonths(addDays(today, -400), 36))}.`,
  )
})

test('a license: whose date is recorded counts to it, and of whom none is known that is said', async () => {
  const renewsOn = addDays(today, 200)
  await office.goto(practice)
  await office.getByRole('link', { name: 'Lena Learner' }).first().click()
  await office.getByRole('link', { name: 'Licenses' }).click()
  await office.getByRole('link', { name: 'Add a license' }).click()
  await office.getByLabel('License number').fill('RN 2012-33')
  await office.getByRole('button', { name: 'Add the license' }).click()
  await expect(main().getByRole('alert')).toContainText('Choose a profession')
  await office.getByLabel('Profession').selectOption({ label: 'Registered nurse' })
  await office.getByLabel('Renews on').fill(renewsOn)
  await office.getByRole('button', { name: 'Add the license' }).click()
  await expect(main()).toContainText(shown(renewsOn))

  await preview('By the date on which each person’s professional license renews', {
    'How many months does a completion count?': '24',
  })
  await expect(person('Lena Learner')).toContainText(
    `Completed by ${shown(addDays(renewsOn, -1))}, it counts through ${shown(renewsOn)}; from the day after, through ${shown(addMonths(renewsOn, 24))}.`,
  )
  await expect(main()).toContainText('Of 6 people no license date is recorded.')
  await expect(person('Nora Newcomer')).toContainText('No license date is recorded.')
  await expect(person('Nora Newcomer')).not.toContainText('it counts through')
})

test('what was previewed is what is saved, and the practice’s list says it', async () => {
  await preview('Again and again')
  await office.getByRole('button', { name: 'Save this requirement' }).click()
  await expect(async () => {
    await office.goto(practice)
    await expect(main().getByRole('row', { name: 'Lena Learner' })).toContainText('Not started')
  }).toPass({ timeout: 30_000 })
  await expect(main().getByRole('row', { name: 'Lena Learner' })).toContainText(shown(addDays(today, 30)))
})
