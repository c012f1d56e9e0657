import { expect, type Page, test } from '@playwright/test'
import { faultsOf } from '#tests/e2e/faults-of'
import { signInAs } from '#tests/e2e/played-past'
import { characters, setUpSecondStep, signIn } from '#tests/e2e/steps'
import { appSecrets } from '#tests/support/app-secrets'
import { playPersonas } from '#tests/support/personas'
import { playRefresher } from '#tests/support/refresher-places'
import { assignTrack } from '#tests/support/track-assignment'

test('public pages', async ({ page }) => {
  const pages = [
    '/sign-in',
    '/reset',
    '/reset/requested',
    '/help',
    '/exit',
    '/handbook',
    '/handbook/staff',
    '/verify',
  ]
  for (const address of [...pages, '/verify/0000-0000-0000-0000-0000-0000-00', '/no-such-page']) {
    expect(await faultsOf(page, address)).toEqual([])
  }
})

test('a learner’s pages', async ({ page }) => {
  await signIn(page, characters.current, characters.password)
  await expect(page.getByRole('heading', { name: 'My training', exact: true })).toBeVisible()
  for (const address of ['/training', '/certificates', '/account', '/account/calendar', '/account/reviews'])
    expect(await faultsOf(page, address)).toEqual([])
  await page.goto('/certificates')
  expect(await faultsOf(page, await address(page, '/certificates/'))).toEqual([])
  await page.goto('/training')
  const assignment = await address(page, '/training/')
  expect(await faultsOf(page, assignment)).toEqual([])
  await page.goto(assignment)
  const lesson = await address(page, '/lessons/')
  expect(await faultsOf(page, lesson)).toEqual([])
  expect(await faultsOf(page, lesson.replace(/\/lessons\/.*/, '/quiz'))).toEqual([])
})

test('a manager’s pages', async ({ page }) => {
  await signIn(page, characters.administrator, characters.password)
  await setUpSecondStep(page)
  await expect(page).toHaveURL(/\/practice\//)
  const practice = new URL(page.url()).pathname
  const below = [
    '',
    '?show=current',
    '/grid',
    '/print',
    '/past?on=2026-01-15&known=2026-02-01',
    '/past?on=tomorrow',
    '/forecast?move=1&hire=2&role=nurse',
    '/staff/new',
    '/requirements/new',
    '/requirements/list',
    '/requirements/profiles',
    '/reminders/new',
    '/reminders/list',
    '/reminders/settings',
    '/reminders/texts/es/after',
    '/local-contacts',
    '/local-contacts/local-shelter',
    '/outbox',
    '/network',
    '/statistics',
    '/statistics/of/m07@1',
    '/regrades',
  ]
  for (const part of below) expect(await faultsOf(page, practice + part)).toEqual([])
  const authoring = practice.replace('/practice/', '/authoring/')
  for (const part of ['', '/modules/new', '/cases/new', '/tracks/new', '/notes/m07', '/notes/m07/m07-l1/en'])
    expect(await faultsOf(page, authoring + part)).toEqual([])
  expect(await faultsOf(page, '/practices')).toEqual([])
  await page.goto(practice)
  expect(await faultsOf(page, await address(page, '/staff/', '/staff/new'))).toEqual([])
})

test('what a manager records about a person', async ({ page }) => {
  await signIn(page, 'marisol.vega@gateway.example', characters.password)
  await setUpSecondStep(page)
  await expect(page).toHaveURL(/\/practice\//)
  await page.goto(`${new URL(page.url()).pathname}?name=Walter`)
  const person = await address(page, '/staff/', '/staff/new')
  const kinds = ['leave', 'extension', 'exemption', 'post', 'employment-end', 'rehire']
  const asked = 'check=1&firstDay=2030-01-01&lastDay=2029-01-01&role=nurse&employmentKind=student'
  for (const kind of kinds) expect(await faultsOf(page, `${person}/entries/${kind}`)).toEqual([])
  expect(await faultsOf(page, `${person}/entries/leave?${asked}`)).toEqual([])
  await page.goto(person)
  expect(await faultsOf(page, await address(page, '/entries/correction'))).toEqual([])
  const day = await page.evaluate(() => new Date().toISOString().slice(0, 10))
  expect(await faultsOf(page, `${person}/entries/employment-end?check=1&lastDay=${day}`)).toEqual([])
})

test('a file of staff at every step, a license, and a requirement from its answers to its history', async ({
  page,
}) => {
  const { manager, learner } = await playPersonas(appSecrets())
  await signInAs(page, manager)
  const practice = `/practice/${manager.practiceId}`
  const faults = async () => expect(await faultsOf(page, page.url())).toEqual([])
  const upload = async (text: string) => {
    await page.goto(`${practice}/imports/new`)
    const file = { name: 'staff.csv', mimeType: 'text/csv', buffer: Buffer.from(text, 'latin1') }
    await page.getByLabel('File', { exact: true }).setInputFiles(file)
    await page.getByRole('button', { name: 'Upload this file' }).click()
    await expect(page.getByRole('button', { name: 'Give this file up' })).toBeVisible()
  }
  await upload('')
  await faults()
  await upload('Name;Puesto;First day\nRosa Núñez;Phlebotomist;03/04/2024\n"Ng, Nora";RN;nonsense')
  await faults()
  await page.getByRole('button', { name: /Read it like this Windows/ }).click()
  await faults()
  await page.getByRole('button', { name: 'Check the rows' }).click()
  await expect(page.getByRole('heading', { name: 'Problems, by their cause' })).toBeVisible()
  await faults()
  await page.getByLabel(/^Month first/).check()
  await page.getByLabel(/Phlebotomist/).selectOption('medical-assistant')
  await page.getByRole('button', { name: 'Check again with these answers' }).click()
  await page.getByRole('button', { name: 'Write 1 row' }).click()
  await expect(page.getByText('1 row is written.')).toBeVisible()
  await faults()
  expect(await faultsOf(page, `${practice}/imports/new`)).toEqual([])

  const person = `${practice}/staff/${learner.staffMemberId}`
  expect(await faultsOf(page, `${person}/licences/new`)).toEqual([])
  await page.goto(`${person}/licences/new`)
  await page.getByLabel('Profession').selectOption({ label: 'Dentist' })
  await page.getByLabel('License number').fill('D-1')
  await page.getByRole('button', { name: 'Add the license' }).click()
  await expect(page).toHaveURL(/\/licences\/[0-9a-f-]{36}/)
  await faults()
  for (const part of ['licences/list', 'external-certificates/new', 'external-certificates/list'])
    expect(await faultsOf(page, `${person}/${part}`)).toEqual([])

  await page.goto(`${practice}/requirements/new`)
  await page.getByRole('link', { name: /^Clinical staff, by the date/ }).click()
  await page.getByRole('button', { name: 'See everyone’s dates' }).click()
  await expect(page.getByText('Of 7 people no license date is recorded.')).toBeVisible()
  await faults()
  await page.getByRole('button', { name: 'Save this requirement' }).click()
  await page.getByRole('link', { name: /^Rules, history and changes/ }).click()
  await faults()
  await page.getByRole('link', { name: 'Change the rules' }).click()
  await faults()
})

test('a short review, before and after an answer', async ({ page }) => {
  const { learner } = await playPersonas(appSecrets())
  const assignmentId = await assignTrack(appSecrets(), learner, 'foundations')
  const { refresherId } = await playRefresher(appSecrets(), learner, { assignmentId })
  await signInAs(page, learner)
  const review = `/reviews/${refresherId}`
  expect(await faultsOf(page, review)).toEqual([])
  await page.goto(review)
  await page.getByRole('radio').first().check()
  await page.getByRole('button', { name: 'Check my answer' }).click()
  await expect(page.getByText('Question 2 of 3')).toBeVisible()
  await expect(page.getByText('· your answer')).toBeVisible()
  expect(await faultsOf(page, review)).toEqual([])
})

/** The first link on the page whose address contains this. */
async function address(page: Page, part: string, except = '\n'): Promise<string> {
  const links = await page
    .getByRole('link')
    .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))
  const found = links.find((link) => link.includes(part) && !link.includes(except))
  expect(found, `a link with ${part}`).toBeDefined()
  return found ?? ''
}
