import { randomUUID } from 'node:crypto'
import { expect, type Page, test } from '@playwright/test'
import { addDays, localDateAt } from '#lib/domain/calendar'
import { now } from '#lib/system/clock'
import { shown } from '#tests/e2e/played-past'
import { setUpSecondStep } from '#tests/e2e/steps'
import { setUpLink } from '#tests/support/app-secrets'

// What becomes of people over the years, as a manager of a practice of its own records it. Without JavaScript: every page
// is a plain form, and the preview between answer and saving is one too.

const unique = randomUUID().slice(0, 8)
const today = localDateAt(now(), 'America/Chicago')
const inDays = (days: number) => addDays(today, days)

test.describe.configure({ mode: 'serial' })

let office: Page
let practice = ''

test.beforeAll(async ({ browser }) => {
  office = await browser.newPage({ javaScriptEnabled: false })
  await office.goto(await setUpLink())
  await office.getByLabel('Name of the practice').fill(`Elm Street ${unique}`)
  await office.getByLabel('State or territory').selectOption('MO')
  await office.getByLabel('Your name').fill('Ida Moreno')
  await office.getByLabel('Your role').selectOption('lead')
  await office.getByLabel('E-mail address').fill(`ida.${unique}@elm.example`)
  await office.getByLabel('Password').fill('green kettle walks sideways 41')
  await office.getByRole('button', { name: 'Create the practice' }).click()
  await setUpSecondStep(office)
  practice = office.url()
  await office.getByRole('link', { name: 'Add a requirement' }).first().click()
  await office.getByLabel('Which training?').selectOption('foundations')
  await office.getByRole('button', { name: 'See everyone’s dates' }).click()
  await office.getByRole('button', { name: 'Save this requirement' }).click()
})
test.afterAll(() => office.close())

async function add(name: string, emailAddress: string): Promise<void> {
  await office.goto(`${practice}/staff/new`)
  await office.getByLabel('Name', { exact: true }).fill(name)
  await office.getByLabel('E-mail address').fill(emailAddress)
  await office.getByLabel('Role').selectOption('nurse')
  await office.getByLabel('First day of work').fill(inDays(-60))
  await office.getByRole('button', { name: 'Add and invite' }).click()
}

/** From the person's page: an entry's questions answered, and what they would do on the screen. */
async function check(entry: string, answers: Readonly<Record<string, string>>): Promise<void> {
  const list = office.getByRole('navigation', { name: 'Record something' })
  await list.getByRole('link', { name: entry, exact: true }).click()
  for (const [label, answer] of Object.entries(answers)) await office.getByLabel(label).fill(answer)
  await office.getByRole('button', { name: 'See what it would do' }).click()
}

const main = () => office.getByRole('main')
const standing = () => main().getByRole('heading', { name: 'Where they stand' }).locator('..')

test('the manager puts somebody on leave, mends the days, and has them back earlier than planned', async () => {
  await add('Priya Raman', `priya.${unique}@elm.example`)
  await check('Leave', { 'First day of leave': inDays(-20), 'Planned last day of leave': inDays(-30) })
  // A mistake names its field and keeps what was typed.
  await expect(main().getByRole('alert')).toContainText('Choose a last day that is not before the first day.')
  await expect(office.getByLabel('First day of leave')).toHaveValue(inDays(-20))
  await office.getByLabel('Planned last day of leave').fill(inDays(40))
  await office.getByRole('button', { name: 'See what it would do' }).click()
  await expect(main()).toContainText(`On leave through ${shown(inDays(40))}`)
  // Thirty days after the leave, which ends later than the thirty days that everybody has from today.
  await expect(main()).toContainText(`Due on ${shown(inDays(70))}`)
  await expect(main()).toContainText('Nothing is saved yet')
  await office.getByRole('button', { name: 'Record the leave' }).click()
  await expect(standing()).toContainText('On leave')
  await check('Another last day of a leave', { 'Last day of leave': inDays(-1) })
  await expect(main()).toContainText('As it would be')
  await office.getByRole('button', { name: 'Record the last day' }).click()
  await expect(standing()).toContainText('Not started')
  await expect(standing()).toContainText(`Due on ${shown(inDays(30))}`)
  await expect(main()).toContainText('Last day of leave')
})

test('a leave that was a mistake is struck with a reason, and stays to be read', async () => {
  await office.getByRole('link', { name: /^Correct this: Leave, planned/ }).click()
  await office.getByLabel('It never happened: strike it').check()
  await office.getByRole('button', { name: 'See what it would do' }).click()
  await office.getByRole('button', { name: 'Save the correction' }).click()
  await expect(main().getByRole('alert')).toContainText('Give a reason')
  await office.getByLabel('Reason').fill('It was recorded for the wrong person')
  await office.getByRole('button', { name: 'Save the correction' }).click()
  await expect(main().locator('s').filter({ hasText: 'Leave, planned' })).toBeVisible()
  await expect(main()).toContainText('It was recorded for the wrong person')
})

test('somebody who left is added again by the same address, and comes back to the same record', async () => {
  await add('Omar Haddad', `omar.${unique}@elm.example`)
  const person = new URL(office.url()).pathname
  await check('End of employment', { 'Last day of work': inDays(-1) })
  await expect(main()).toContainText('Not required')
  await office.getByRole('button', { name: 'End employment' }).click()
  await expect(main()).toContainText('No longer works here.')
  await add('Omar Haddad', `omar.${unique}@elm.example`)
  await expect(main()).toContainText('This person worked here before')
  await office.getByLabel('First day back at work').fill(today)
  await office.getByLabel('Role').selectOption('billing')
  await office.getByRole('button', { name: 'See what it would do' }).click()
  await expect(main()).toContainText('Not started')
  await office.getByRole('button', { name: 'Bring back and invite' }).click()
  expect(new URL(office.url()).pathname).toBe(person)
  await expect(standing()).toContainText(
    `Asked since ${shown(today)}, first due on ${shown(inDays(30))}. Nothing has been begun yet.`,
  )
  await expect(main().getByText('Began work: Employee')).toHaveCount(2)
  await office.goto(practice)
  await expect(main().getByRole('row', { name: /Omar Haddad/ })).toContainText('Not started')
})

test('the one manager of a practice records about themselves with a reason only', async () => {
  await office.goto(practice)
  await office.getByRole('link', { name: 'Ida Moreno' }).first().click()
  await check('Leave', { 'First day of leave': today, 'Planned last day of leave': inDays(3) })
  await expect(main()).toContainText('This is your own record')
  await office.getByLabel('Reason').fill('Nobody else manages here')
  await office.getByRole('button', { name: 'Record the leave' }).click()
  await expect(main()).toContainText('Recorded about themselves')
})
