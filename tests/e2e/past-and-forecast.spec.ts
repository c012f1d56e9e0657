import { expect, type Page, test } from '@playwright/test'
import { addDays, addMonths, type LocalDate, localDateFrom } from '#lib/domain/calendar'
import { ago, playPast, shown, signInAs, today } from '#tests/e2e/played-past'
import { appSecrets } from '#tests/support/app-secrets'
import { playPersonas } from '#tests/support/personas'

// A practice of five that has asked for a yearly training for ten months. Every date below is worked out here by hand, from
// the rules of the specification, and not by the engine.

test.describe.configure({ mode: 'serial' })

const asked = ago(180)
const requiredOn = ago(300)
const firstDue = addDays(requiredOn, 30)
const throughOf = (completedOn: LocalDate) => addMonths(completedOn, 12)

let office: Page
let practice = ''

test.beforeAll(async ({ browser }) => {
  office = await browser.newPage()
  // Two of the five were entered today, with a first day of long ago, and have completed nothing.
  const { foreignManager: manager } = await playPersonas(appSecrets())
  await playPast(manager, async ({ require, hire, complete, end }) => {
    const nadia = await hire('Nadia Current', 350)
    const omar = await hire('Omar Left', 350)
    const cora = await hire('Cora Mistaken', 350)
    await require(300, {})
    await complete(260, omar)
    await complete(250, nadia)
    await complete(200, cora)
    await end(100, omar)
  })
  await signInAs(office, manager)
  practice = `/practice/${manager.practiceId}`
})
test.afterAll(() => office.close())

const main = () => office.getByRole('main')
const row = (name: string) => main().getByRole('row', { name })

async function ask(on: LocalDate, known?: LocalDate): Promise<void> {
  await office.goto(practice)
  await office.getByRole('link', { name: 'Any past date' }).click()
  await office.getByLabel('As of').fill(on)
  if (known) await office.getByLabel('As known on').fill(known)
  await office.getByRole('button', { name: 'Show that day' }).click()
}

test('a surveyor asks who was current half a year ago, and who has left since is there', async () => {
  await ask(asked)
  await expect(main()).toContainText(`As of ${shown(asked)}, as known today, ${shown(today)}`)
  await expect(main()).toContainText('3 of 5 people are current.')
  await expect(row('Nadia Current')).toContainText('Current')
  await expect(row('Nadia Current').getByRole('cell').last()).toHaveText(
    new RegExp(`${shown(throughOf(ago(250)))}$`),
  )
  await expect(row('Omar Left')).toContainText(`Left on ${shown(ago(100))}`)
  await expect(row('Omar Left')).toContainText(shown(throughOf(ago(260))))
  for (const name of ['Flora Foreign-Learner', 'Fritz Foreign-Manager']) {
    await expect(row(name)).toContainText('Overdue')
    await expect(row(name)).toContainText(shown(firstDue))
  }
  await row('Flora Foreign-Learner').getByText('Why?').click()
  await expect(row('Flora Foreign-Learner')).toContainText(
    `It was due on ${shown(firstDue)} and has never been completed.`,
  )
})

test('a correction of today changes the answer for that day, and not what was known then', async () => {
  await office.goto(practice)
  await office.getByRole('link', { name: 'Cora Mistaken' }).first().click()
  await office.getByRole('link', { name: /^Correct this: Completed/ }).click()
  await office.getByLabel('It happened, on another day').check()
  await office.getByLabel('The right day').fill(ago(150))
  await office.getByRole('button', { name: 'See what it would do' }).click()
  await office.getByLabel('Reason').fill('The sign-in sheet shows the later day')
  await office.getByRole('button', { name: 'Save the correction' }).click()
  await expect(main()).toContainText(`counts through ${shown(throughOf(ago(150)))}`)

  await ask(asked)
  await expect(main()).toContainText('2 of 5 people are current.')
  await expect(row('Cora Mistaken')).toContainText('Overdue')
  await expect(row('Cora Mistaken')).toContainText(shown(firstDue))

  await ask(asked, ago(1))
  await expect(main()).toContainText(`As of ${shown(asked)}, as known on ${shown(ago(1))}`)
  // Whoever was entered today was not known yesterday.
  await expect(main()).toContainText('3 of 3 people are current.')
  await expect(row('Cora Mistaken')).toContainText('Current')
  await expect(row('Cora Mistaken')).toContainText(shown(throughOf(ago(200))))
  await expect(main().getByText('Flora Foreign-Learner')).toBeHidden()
})

test('the answer goes along as a file, and a day to come is no past day', async () => {
  await ask(asked, ago(1))
  const saved = office.waitForEvent('download')
  await office.getByRole('link', { name: 'Download this table as CSV' }).click()
  const file = await saved
  expect(file.suggestedFilename()).toBe(`training-as-of-${asked}.csv`)
  const chunks: Buffer[] = []
  for await (const chunk of await file.createReadStream()) chunks.push(chunk as Buffer)
  const lines = Buffer.concat(chunks).toString().trim().split('\r\n')
  expect(lines).toHaveLength(4)
  expect(lines.find((line) => line.includes('Cora Mistaken'))).toMatch(
    new RegExp(`^"${asked}","${ago(1)}","Cora Mistaken",.*"Current",.*"${throughOf(ago(200))}"`),
  )
  await office.goto(`${practice}/past?on=${addDays(today, 1)}`)
  await expect(main().getByRole('alert')).toHaveText('Give a day that exists, today or earlier.')
  await expect(main().getByRole('table')).toBeHidden()
})

const firstOfMonths = Array.from({ length: 12 }, (_, index) =>
  localDateFrom(`${addMonths(localDateFrom(`${today.slice(0, 7)}-01`), index + 1)}`),
)
const lastOfJanuary = (year: number) => localDateFrom(`${year}-01-31`)
/** The last of January that is the first one at least six months after the completion. */
function january(completedOn: LocalDate): LocalDate {
  const earliest = addMonths(completedOn, 6)
  const year = Number(earliest.slice(0, 4))
  return earliest <= lastOfJanuary(year) ? lastOfJanuary(year) : lastOfJanuary(year + 1)
}

/** What the table says of a day, in its columns' order: current, late, ahead, away. */
function counts(on: LocalDate, through: readonly LocalDate[], hire?: { on: LocalDate; due: LocalDate }) {
  const current = through.filter((day) => day >= on).length
  const hired = hire && hire.on <= on ? 2 : 0
  const late = hire && hired > 0 && on > hire.due ? hired : 0
  return [current, 4 - current + late, hired - late, 0]
}

async function tableRows(): Promise<string[][]> {
  await expect(main().getByRole('row')).toHaveCount(14)
  const rows = await main().locator('tbody tr').all()
  return Promise.all(
    rows.map(async (each) =>
      (await each.locator('th, td').allInnerTexts()).map((text) =>
        text.replace(/\s*→\s*What if:\s*/, ' → ').trim(),
      ),
    ),
  )
}

/** A figure as it is, and what it would be where that is another one. */
const figure = (now: number | undefined, then: number | undefined) =>
  now === then ? `${now}` : `${now} → ${then}`

test('the forecast says when what counts stops counting', async () => {
  await office.goto(`${practice}/forecast`)
  await expect(main().getByText('Being recalculated')).toBeHidden()
  const through = [throughOf(ago(250)), throughOf(ago(150))]
  const expected = [today, ...firstOfMonths].map((on) => [shown(on), ...counts(on, through).map(String)])
  expect(await tableRows()).toEqual(expected)
})

test('what if everybody were due in January, and two were hired', async () => {
  const hire = { on: addDays(today, 10), due: addDays(today, 40) }
  await office.getByLabel('Day of the year').selectOption({ label: 'The last day of January' })
  await office.getByLabel('How many').fill('2')
  await office.getByLabel('Role').selectOption('nurse')
  await office.getByLabel('First day of work').fill(hire.on)
  await office.getByRole('button', { name: 'Show what would happen' }).click()
  await expect(main()).toContainText('2 lines would have another due date.')
  for (const [name, completedOn] of [
    ['Nadia Current', ago(250)],
    ['Cora Mistaken', ago(150)],
  ] as const) {
    await expect(main()).toContainText(
      `${name}, Foundations: ${shown(throughOf(completedOn))} → ${shown(january(completedOn))}`,
    )
  }
  await expect(main()).toContainText(`2 new people as Nurse from ${shown(hire.on)} would owe:`)
  await expect(main()).toContainText(`Foundations: first due on ${shown(hire.due)}`)
  const asItIs = [throughOf(ago(250)), throughOf(ago(150))]
  const moved = [january(ago(250)), january(ago(150))]
  const expected = [today, ...firstOfMonths].map((on) => {
    const then = counts(on, moved, hire)
    return [shown(on), ...counts(on, asItIs).map((now, index) => figure(now, then[index]))]
  })
  expect(await tableRows()).toEqual(expected)
  await office.getByRole('link', { name: 'Back to how it is' }).click()
  await expect(main().getByText('would have another due date')).toBeHidden()
})
