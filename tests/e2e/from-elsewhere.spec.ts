import { expect, type Page, test } from '@playwright/test'
import { addDays, localDateAt } from '#lib/domain/calendar'
import { now } from '#lib/system/clock'
import { characters, setUpSecondStep, signIn } from '#tests/e2e/steps'
import { pdf } from '#tests/support/documents'

test.describe.configure({ mode: 'serial' })

/** The manager of the second practice, signed in, kept from step to step. */
let office: Page

test.beforeAll(async ({ browser }) => {
  office = await browser.newPage()
})
test.afterAll(() => office.close())

test('a hygienist sends a certificate from elsewhere; a false file is refused, and what was typed is kept', async ({
  page,
}) => {
  await signIn(page, characters.overdueElsewhere, characters.password)
  await page.getByRole('link', { name: 'I did this training elsewhere' }).click()
  await page.getByLabel('Who gave the training?').fill('State Health Academy')
  await page.getByLabel('Title of the training').fill('Recognising trafficking in clinics')
  await page.getByLabel('Completed on').fill(addDays(localDateAt(now(), 'America/Chicago'), -20))
  const file = page.getByLabel('Certificate', { exact: true })
  const program = Buffer.from('MZ\x90\0 no picture')
  await file.setInputFiles({ name: 'certificate.png', mimeType: 'image/png', buffer: program })
  await page.getByRole('button', { name: 'Send it' }).click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText('This file is no PDF, PNG or JPEG')
  await expect(page.getByLabel('Who gave the training?')).toHaveValue('State Health Academy')
  await file.setInputFiles({ name: 'scan.pdf', mimeType: 'application/pdf', buffer: Buffer.from(pdf()) })
  await page.getByRole('button', { name: 'Send it' }).click()
  await expect(page.getByText('Waiting for a second person', { exact: true })).toBeVisible()
})

test('the manager sees what it would do, keeps the paper, and accepts it', async () => {
  await signIn(office, characters.managerElsewhere, characters.password)
  await setUpSecondStep(office)
  await office.getByRole('link', { name: 'Look at them' }).click()
  await office.getByRole('link', { name: 'Look at it: Kara Dunn' }).click()
  await expect(office.getByRole('heading', { name: 'What accepting it would do' })).toBeVisible()
  await expect(office.getByRole('main')).toContainText('Overdue')
  const kept = office.waitForEvent('download')
  await office.getByRole('link', { name: 'Download (PDF)' }).click()
  expect((await kept).suggestedFilename()).toBe('certificate.pdf')
  await office.getByRole('button', { name: 'Save the decision' }).click()
  await expect(office.getByRole('main').getByRole('alert')).toContainText('Choose whether to accept it')
  await office.getByLabel('Accept it', { exact: true }).check()
  await office.getByRole('button', { name: 'Save the decision' }).click()
  await expect(office.getByRole('status')).toContainText('Accepted')
  await office.getByRole('link', { name: 'Kara Dunn' }).click()
  await expect(office.getByRole('main')).toContainText('Training from elsewhere was accepted')
})

test('a contractor shows the certificate of one practice to the other, which accepts it by its signature', async ({
  page,
}) => {
  await signIn(page, characters.atTwoPractices, characters.password)
  await page.goto('/certificates')
  await page
    .getByRole('link', { name: /^Open the certificate of/ })
    .first()
    .click()
  await page.getByRole('link', { name: 'Share it with another practice' }).click()
  await expect(page.getByText('If that must not be known there, do not share it.')).toBeVisible()
  await page.getByRole('button', { name: 'Show it to Ozark Dental Care' }).click()
  await expect(page.getByText(/Shown to Ozark Dental Care on/)).toBeVisible()

  await office.getByRole('link', { name: 'From elsewhere', exact: true }).click()
  await office.getByRole('link', { name: 'Look at it: Sofia Marin' }).click()
  await expect(office.getByText(/Its signature was checked just now/)).toBeVisible()
  await office.getByLabel('Accept it', { exact: true }).check()
  await office.getByRole('button', { name: 'Save the decision' }).click()
  await expect(office.getByRole('status')).toContainText('Accepted')
  await page.reload()
  await expect(page.getByText(/Ozark Dental Care accepted it on/)).toBeVisible()
})

test('a nurse’s license is recorded, and its history kept', async () => {
  await office.getByRole('link', { name: 'Sofia Marin' }).click()
  await office.getByRole('link', { name: 'Licenses' }).click()
  await office.getByRole('link', { name: 'Add a license' }).click()
  await office.getByLabel('Profession').selectOption('registered-nurse')
  await office.getByLabel('License number').fill('2019004711')
  await office.getByLabel('Renews on (optional)').fill(addDays(localDateAt(now(), 'America/Chicago'), 200))
  await office.getByRole('button', { name: 'Add the license' }).click()
  await expect(office.getByRole('status')).toContainText('on record')
  await office.getByText('What was recorded').click()
  await expect(office.getByRole('main')).toContainText('Ben Tillman')
})
