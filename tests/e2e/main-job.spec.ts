import { randomUUID } from 'node:crypto'
import { expect, type Page, test } from '@playwright/test'
import { completeTrack, setUpSecondStep, signIn } from '#tests/e2e/steps'
import { setUpLink } from '#tests/support/app-secrets'

const password = 'green kettle walks sideways 41'
const unique = randomUUID().slice(0, 8)
const administrator = `ada.${unique}@riverside.example`
const learner = `omar.${unique}@riverside.example`

test.describe.configure({ mode: 'serial' })

/** The administrator's browser, signed in, kept from step to step. */
let office: Page
let certificateNumber = ''
let practiceAddress = ''

test.beforeAll(async ({ browser }) => {
  office = await browser.newPage()
})
test.afterAll(() => office.close())

test('the first administrator sets up the practice and a second step', async () => {
  await office.goto(await setUpLink())
  await office.getByLabel('Name of the practice').fill(`Riverside ${unique}`)
  await office.getByLabel('State or territory').selectOption('MO')
  await office.getByLabel('Your name').fill('Ada Okafor')
  await office.getByLabel('Your role').selectOption('lead')
  await office.getByLabel('E-mail address').fill(administrator)
  await office.getByLabel('Password').fill(password)
  await office.getByRole('button', { name: 'Create the practice' }).click()
  await setUpSecondStep(office)
  await expect(office).toHaveURL(/\/practice\/[0-9a-f-]{36}$/)
  practiceAddress = office.url()
})

test('the manager asks everyone for the training every year, after seeing the dates', async () => {
  await office.getByRole('link', { name: 'Add a requirement' }).first().click()
  await office.getByLabel('Which training?').selectOption('foundations')
  await office.getByRole('button', { name: 'See everyone’s dates' }).click()
  await expect(office.getByText('Ada Okafor')).toBeVisible()
  await office.getByRole('button', { name: 'Save this requirement' }).click()
  await expect(office.getByText('Foundations').first()).toBeVisible()
})

test('the manager sees what the state asks, and no law that there is not', async () => {
  await office.goto(`${practiceAddress}/requirements/list`)
  await expect(office.getByRole('heading', { name: 'What Missouri asks' })).toBeVisible()
  await expect(office.getByRole('main')).toContainText('Check with your board')
  await office.getByRole('link', { name: 'See what we found for every state' }).click()
  await expect(office.getByRole('heading', { name: 'Florida' })).toBeVisible()
})

test('the manager changes the rules after seeing whom that changes, retires them, and takes that back', async () => {
  await office.goto(`${practiceAddress}/requirements/list`)
  await office.getByRole('link', { name: /^Rules, history and changes/ }).click()
  await office.getByRole('link', { name: 'Change the rules' }).click()
  await office.getByLabel('How many days does somebody have for the first time?').fill('60')
  await office.getByRole('button', { name: 'See whom it changes' }).click()
  await expect(office.getByRole('listitem').filter({ hasText: 'Ada Okafor' })).toContainText('As it would be')
  await office.getByRole('button', { name: 'Save this version' }).click()
  // A reason was not given: it is asked for, and every answer is kept.
  await expect(office.getByRole('main').getByRole('alert')).toContainText('Give a reason')
  await office.getByLabel('Why do you change it?').fill('Two months are kinder to new staff.')
  await office.getByRole('button', { name: 'Save this version' }).click()
  await expect(office.getByText('Reason: Two months are kinder to new staff.')).toBeVisible()
  await expect(office.getByText(/^Version 2/)).toBeVisible()
  await office.getByText('Retire this requirement').click()
  await office.getByLabel('Why is it retired?').fill('To see that it can be taken back.')
  await office.getByRole('button', { name: 'Retire it' }).click()
  await expect(office.getByText(/^Retired from/)).toBeVisible()
  await office.getByText('It should not have been retired').click()
  await office.getByLabel('Why was that a mistake?').fill('It goes on.')
  await office.getByRole('button', { name: 'Take the retirement back' }).click()
  await expect(office.getByText(/^Taken back by Ada Okafor/)).toBeVisible()
})

test('the manager adds and invites a nurse', async () => {
  await office.goto(practiceAddress)
  await office.getByRole('link', { name: 'Add a staff member' }).first().click()
  await office.getByLabel('Name', { exact: true }).fill('Omar Haddad')
  await office.getByLabel('E-mail address').fill('not an address')
  await office.getByLabel('Role').selectOption('nurse')
  await office.getByRole('button', { name: 'Add and invite' }).click()
  // A mistake names its field and keeps what was typed.
  await expect(office.getByRole('main').getByRole('alert')).toContainText('E-mail address', {
    ignoreCase: true,
  })
  await expect(office.getByLabel('Name', { exact: true })).toHaveValue('Omar Haddad')
  await office.getByLabel('E-mail address').fill(learner)
  await office.getByRole('button', { name: 'Add and invite' }).click()
  await office.goto(practiceAddress)
  await expect(office.getByRole('row', { name: /Omar Haddad/ })).toContainText('Not started')
})

test('the nurse opens the invitation from the outbox and earns a certificate', async ({ page, context }) => {
  await office.goto(`${practiceAddress}/outbox`)
  const mail = (await office.getByRole('main').textContent()) ?? ''
  const link = /http:\/\/\S+\/invitation\/[A-Za-z0-9_-]+/.exec(mail)?.[0] ?? ''
  await page.goto(link)
  await page.getByLabel('New password').fill(password)
  await page.getByRole('button', { name: 'Save the password' }).click()
  await signIn(page, learner, password)
  await expect(page.getByRole('heading', { name: 'My training', exact: true })).toBeVisible()
  await completeTrack(page)
  await expect(page.getByText('Omar Haddad').first()).toBeVisible()
  const words = (await page.getByRole('main').textContent()) ?? ''
  certificateNumber = /(?:[0-9A-Z]{4}-){6}[0-9A-Z]{2}/.exec(words)?.[0] ?? ''
  expect(certificateNumber).not.toBe('')
  const pdf = await context.request.get(`${page.url()}/pdf`)
  expect(pdf.headers()['content-type']).toBe('application/pdf')
  expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-')
  await page.goto('/certificates')
  await expect(page.getByRole('main')).toContainText('Foundations')
})

test('a stranger verifies the certificate and learns no more than initials', async ({ page }) => {
  await page.goto(`/verify/${certificateNumber}`)
  await expect(page.getByRole('main')).toContainText('O. H.')
  await expect(page.getByRole('main')).not.toContainText('Haddad')
  await expect(page.getByRole('main')).not.toContainText('Riverside')
})

test('the manager sees that the nurse is current, and why', async () => {
  await office.goto(practiceAddress)
  const row = office.getByRole('row', { name: /Omar Haddad/ })
  await expect(row).toContainText('Current')
  await row.getByText('Why?').click()
  await expect(row).toContainText('Completed on')
})
