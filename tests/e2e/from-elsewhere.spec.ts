import { expect, test } from '@playwright/test'
import { characters, setUpSecondStep, signIn } from '#tests/e2e/steps'
import { jpeg, pdf } from '#tests/support/documents'

const statement = async (page: import('@playwright/test').Page) => {
  await page.getByLabel('Who gave the training?').fill('State Health Academy')
  await page.getByLabel('Title of the training').fill('Recognising trafficking in clinics')
  await page.getByLabel('Completed on').fill('2026-11-02')
  await page.getByLabel('Valid through (optional)').fill('2029-01-31')
  for (const choice of await page.getByRole('checkbox').all()) await choice.check()
}

test('a nurse sends a certificate from elsewhere, and a manager accepts it after seeing the dates', async ({
  page,
  browser,
}) => {
  test.setTimeout(180_000)
  await signIn(page, characters.newHire, characters.password)
  await page.getByRole('link', { name: 'I did this training elsewhere' }).click()
  await statement(page)
  // A program under the name of a picture is refused, and what was typed is kept.
  const program = { name: 'certificate.png', mimeType: 'image/png', buffer: Buffer.from('MZ\x90\0 no picture') }
  await page.getByLabel('Certificate', { exact: true }).setInputFiles(program)
  await page.getByRole('button', { name: 'Send it' }).click()
  const problems = page.getByRole('main').getByRole('alert')
  await expect(problems).toContainText('This file is no PDF, PNG or JPEG')
  await expect(page.getByLabel('Who gave the training?')).toHaveValue('State Health Academy')
  const paper = { name: 'scan.pdf', mimeType: 'application/pdf', buffer: Buffer.from(pdf()) }
  await page.getByLabel('Certificate', { exact: true }).setInputFiles(paper)
  await page.getByRole('button', { name: 'Send it' }).click()
  await expect(page.getByText('Waiting for a second person')).toBeVisible()
  const ownEntry = page.url()

  const office = await browser.newPage()
  await signIn(office, characters.administrator, characters.password)
  await setUpSecondStep(office)
  await office.getByRole('link', { name: 'From elsewhere' }).click()
  await office.getByRole('link', { name: /^Look at it: .*Recognising trafficking/ }).click()
  await expect(office.getByRole('heading', { name: 'What accepting it would do' })).toBeVisible()
  await expect(office.getByText('valid through Jan 31, 2029').first()).toBeVisible()
  const [download] = await Promise.all([
    office.waitForEvent('download'),
    office.getByRole('link', { name: 'Download (PDF)' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('certificate.pdf')
  await office.getByRole('button', { name: 'Save the decision' }).click()
  await expect(office.getByRole('main').getByRole('alert')).toContainText('Choose whether to accept it')
  await office.getByLabel('Accept it', { exact: true }).check()
  await office.getByRole('button', { name: 'Save the decision' }).click()
  await expect(office.getByRole('status')).toContainText('Accepted')

  await page.goto(ownEntry)
  await expect(page.getByText('Accepted')).toBeVisible()
  await page.goto('/training')
  await expect(page.getByRole('main')).toContainText('January 31, 2029')

  // The only second manager is missing: what the administrator records for the nurse waits.
  await office.goto(ownEntry.replace(/\/external-certificates.*/, '/account'))
  expect(jpeg().length).toBeGreaterThan(100)
  await office.close()
})
