import { randomUUID } from 'node:crypto'
import { expect, type Page, test } from '@playwright/test'
import { setUpSecondStep } from '#tests/e2e/steps'
import { setUpLink } from '#tests/support/app-secrets'

const unique = randomUUID().slice(0, 8)
const address = (name: string) => `${name}.${unique}@lakeside.example`

test.describe.configure({ mode: 'serial' })

let office: Page
let practice = ''

test.beforeAll(async ({ browser }) => {
  office = await (await browser.newContext()).newPage()
  await office.goto(await setUpLink())
  await office.getByLabel('Name of the practice').fill(`Lakeside ${unique}`)
  await office.getByLabel('State or territory').selectOption('MO')
  await office.getByLabel('Your name').fill('Lena Brook')
  await office.getByLabel('Your role').selectOption('lead')
  await office.getByLabel('E-mail address').fill(address('lena'))
  await office.getByLabel('Password').fill('green kettle walks sideways 41')
  await office.getByRole('button', { name: 'Create the practice' }).click()
  await setUpSecondStep(office)
  await expect(office).toHaveURL(/\/practice\/[0-9a-f-]{36}$/)
  practice = office.url()
})
test.afterAll(() => office.context().close())

/** As a payroll program writes it: a semicolon between cells, days that can be read two ways, words of its own. */
const header = 'Apellidos;Nombre;Correo electrónico;Puesto;Fecha de ingreso;Sueldo'
const messy = [
  header,
  `Núñez;Rosa;${address('rosa')};Charge nurse;03/04/2024;4100`,
  `Abbott;Tim;${address('tim')};Recepcionista;11/06/2023;2900`,
  'Fry;Max;not an address;RN;02/01/2025;3000',
].join('\r\n')

async function upload(name: string, text: string): Promise<void> {
  await office.goto(`${practice}/imports/new`)
  await office.getByLabel('File', { exact: true }).setInputFiles({
    name,
    mimeType: 'text/csv',
    buffer: Buffer.from(text, 'latin1'),
  })
  await office.getByRole('button', { name: 'Upload this file' }).click()
}

test('a messy list is read as somebody says that it is written', async () => {
  await upload('staff.csv', messy)
  await expect(office.getByRole('heading', { name: 'Which of these is right?' })).toBeVisible()
  await expect(office.getByText(`Núñez;Rosa;${address('rosa')}`).first()).toBeVisible()
  await office.getByRole('button', { name: /Read it like this Windows/ }).click()
  await expect(office.getByRole('heading', { name: 'What does each column hold?' })).toBeVisible()
  await expect(office.getByLabel(/“Puesto” holds/)).toHaveValue('role')
  await expect(office.getByLabel(/“Sueldo” holds/)).toHaveValue('')
  await office.getByRole('button', { name: 'Check the rows' }).click()
})

test('what cannot be guessed is asked, and a problem says its row, its column and the mend', async () => {
  await expect(office.getByText('This is no e-mail address')).toBeVisible()
  await expect(office.getByText('Row 4, column C, “Correo electrónico”')).toBeVisible()
  await office.getByLabel('Month first: 03/04/2026 is March 4').check()
  await office.getByLabel(/“Charge nurse” in 1 row/).selectOption('nurse')
  await office.getByRole('button', { name: 'Check again with these answers' }).click()
  await expect(office.getByRole('row', { name: /Rosa Núñez/ })).toContainText('Nurse, from Mar 4, 2024')
  await expect(office.getByText('1 row is left out')).toBeVisible()
})

test('nothing is written before it is confirmed, and nobody is written to unasked', async () => {
  const elsewhere = await office.context().newPage()
  await elsewhere.goto(practice)
  await expect(elsewhere.getByText('Rosa Núñez')).toBeHidden()
  await office.getByRole('button', { name: 'Write 2 rows' }).click()
  await expect(office.getByText('2 rows are written.')).toBeVisible()
  await elsewhere.goto(practice)
  await expect(elsewhere.getByText('Rosa Núñez').first()).toBeVisible()
  await elsewhere.goto(`${practice}/outbox`)
  await expect(elsewhere.getByText(address('rosa'))).toBeHidden()
  await elsewhere.close()
})

test('the mended list adds only who was missing: the columns and the words are remembered', async () => {
  await upload('mended.csv', messy.replace('not an address', address('max')))
  await office.getByRole('button', { name: /Read it like this Windows/ }).click()
  await office.getByRole('button', { name: 'Check the rows' }).click()
  await office.getByLabel('Month first: 03/04/2026 is March 4').check()
  await expect(office.getByLabel(/Charge nurse/)).toBeHidden()
  await office.getByRole('button', { name: 'Check again with these answers' }).click()
  await expect(office.getByRole('link', { name: '2 Unchanged' })).toBeVisible()
  await office.getByRole('button', { name: 'Write 1 row' }).click()
  await expect(office.getByText('1 row is written.')).toBeVisible()
})

test('an import is undone, and who it added is gone from the lists', async () => {
  await office.getByText('Undo this import').first().click()
  await office.getByRole('button', { name: 'Undo this import' }).click()
  await expect(office.getByText('1 row is taken back.')).toBeVisible()
  await office.goto(practice)
  await expect(office.getByText('Tim Abbott').first()).toBeVisible()
  await expect(office.getByText('Max Fry')).toBeHidden()
})
