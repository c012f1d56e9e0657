import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { insertEvidence, type NewEvidence } from '#lib/data/evidence'
import { listRoster } from '#lib/data/roster'
import { streamRosterLines } from '#lib/data/roster-export'
import type { Actor } from '#lib/domain/access/actor'
import { addDays, addMinutes, type Instant, localDateAt } from '#lib/domain/calendar'
import { allRule, groupRule, type RosterRow, rosterGroups, rosterRows } from '#lib/domain/compliance/roster'
import {
  plainRosterQuery,
  type RosterQuery,
  rosterPage,
  rosterSorts,
} from '#lib/domain/compliance/roster-page'
import type { PracticeId } from '#lib/domain/ids'
import { bringUpProjection } from '#lib/use-cases/operation/bring-up-projection'
import { viewNetwork } from '#lib/use-cases/practice/view-network'
import { viewPracticeCompliance } from '#lib/use-cases/practice/view-practice-compliance'
import { viewPracticeGrid } from '#lib/use-cases/practice/view-practice-grid'
import { managing } from '#tests/support/managing'
import { addMember, addPractice, as, noon, openWorld, today, type World } from '#tests/support/world'

// The lists of today come out of the projection; what they must say is worked out here from the facts, by the function.

let world: World
let practiceId: PracticeId
let manager: Actor
let here: ReturnType<typeof managing>
let requirementId: string

const pageSize = 7

beforeAll(async () => {
  world = await openWorld()
  practiceId = await addPractice(world, 'Gateway Family Practice')
  manager = await addMember(world, {
    name: 'Zoe Manager',
    practiceId,
    role: 'lead',
    can: ['train', 'manage'],
  })
  here = managing(world, manager, practiceId)
  requirementId = await here.require()
  await here.require({ roles: ['front-desk'], rhythm: { cadence: 'once' }, firstDueDays: 60 })
  for (let index = 0; index < 24; index += 1) await addSomebody(index)
})
afterAll(() => world.end())

/** Twelve ways to stand, twice, at two places. */
async function addSomebody(index: number): Promise<void> {
  const staffMemberId = await here.added(`Person ${String(index).padStart(2, '0')}`, {
    role: index % 3 === 0 ? 'front-desk' : 'nurse',
    location: index % 2 === 0 ? 'North' : 'South',
    employmentKind: index % 5 === 0 ? 'contractor' : 'employee',
    startedOn: addDays(today, -360 + index),
  })
  const fact = (kind: string, daysAgo: number, details = {}): NewEvidence => {
    return {
      staffMemberId,
      kind,
      trackId: 'basics',
      effectiveOn: addDays(today, -daysAgo),
      details: { ...details },
    }
  }
  const done = (daysAgo: number) => fact('completed', daysAgo, { version: 1 })
  const ways: readonly NewEvidence[][] = [
    [],
    [fact('part-started', 3, { part: 'm1' })],
    [done(200 - index)],
    [done(320 - index)],
    [done(290)],
    [done(100), fact('leave-started', 2, { through: addDays(today, 40) })],
    [fact('exempted', 2, { through: addDays(today, 90) })],
    [fact('employment-ended', 5)],
    [fact('extended', 20, { to: addDays(today, 20) })],
    [fact('part-started', 200, { part: 'm1' })],
    [done(330), fact('extended', 10, { to: addDays(today, 60) })],
    [done(10)],
  ]
  const facts = ways[index % ways.length] ?? []
  await here.inPractice((tx) => insertEvidence(tx, practiceId, manager.personId, facts, noon))
}

async function shown(query: Partial<RosterQuery>, now = noon) {
  const input = { practiceId, part: 'current' as const, query: { ...plainRosterQuery, ...query }, pageSize }
  const view = await as(world, manager, (context) => viewPracticeCompliance(context, input), now)
  if (!view.ok) throw new Error(view.refusal)
  return view.value
}

/** The same page, worked out from the facts. Who has left stands in the other part, by the facts too. */
async function expected(query: Partial<RosterQuery>, now = noon, linesOnPage = pageSize) {
  const on = addDays(today, Math.round((Date.parse(now) - Date.parse(noon)) / 86_400_000))
  const { records } = await here.inPractice((tx) =>
    listRoster(tx, { practiceId, timeZone: 'America/Chicago' }, on, 'current'),
  )
  const rows = rosterRows(records, on, now).filter(
    ({ answer, person }) => answer?.because.rule !== 'not-employed' || person.startedOn > on,
  )
  return rosterPage(rows, { ...plainRosterQuery, ...query }, on, linesOnPage)
}

/** Every line of the table as it leaves as a file. */
function streamed(query: Partial<RosterQuery>, now: Instant): Promise<{ rows: RosterRow[] }> {
  const on = localDateAt(now, 'America/Chicago')
  const place = { practiceId, timeZone: 'America/Chicago', today: on, part: 'current' } as const
  const asked = { ...plainRosterQuery, ...query }
  const rule = asked.group ? groupRule(asked.group, on) : allRule
  return here.inPractice(async (tx) => {
    const rows: RosterRow[] = []
    for await (const batch of streamRosterLines(tx, place, asked, rule, now)) rows.push(...batch)
    return { rows }
  })
}

const bringUp = () => bringUpProjection(world.db, () => noon)

const told = ({ rows }: Pick<Awaited<ReturnType<typeof shown>>, 'rows'>) =>
  rows.map(({ person, requirement, answer, hasBegun }) => ({
    name: person.name,
    requirement: requirement?.name,
    status: answer?.status,
    dueOn: answer?.dueOn,
    validThrough: answer?.validThrough,
    rule: answer?.because.rule,
    hasBegun,
  }))

describe.each([0, 45, 200])('%i days later, without anybody having done anything', (days) => {
  const now = addMinutes(noon, days * 24 * 60)
  const queries: Partial<RosterQuery>[] = [
    {},
    { page: 2 },
    { page: 99 },
    ...rosterGroups.map((group) => ({ group })),
    ...rosterSorts.flatMap((sort) => [{ sort }, { sort, descending: true }]),
    { role: 'front-desk' },
    { location: 'South', employmentKind: 'contractor' },
    { search: 'PERSON 1', group: 'current' },
    { role: 'nurse', group: 'never-begun' },
  ]

  test.each(queries)('the page of %j is the one of the function', async (query) => {
    await bringUp()
    const asked = { requirementId, ...query }
    const page = await shown(asked, now)
    const wanted = await expected(asked, now)
    expect(told(page)).toEqual(told(wanted))
    expect(page).toMatchObject({
      counts: wanted.counts,
      counted: wanted.counted,
      total: wanted.total,
      page: wanted.page,
      pages: wanted.pages,
    })
  })

  test.each(queries)('the file of %j holds the lines of all its pages', async (query) => {
    await bringUp()
    const asked = { requirementId, ...query }
    const everything = await expected({ ...asked, page: 1 }, now, 1000)
    expect(told(await streamed(asked, now))).toEqual(told(everything))
  })

  test('with every requirement together the counts are the function’s too', async () => {
    const page = await shown({}, now)
    const wanted = await expected({}, now)
    expect([page.counts, page.counted, page.total]).toEqual([wanted.counts, wanted.counted, wanted.total])
    const network = await as(world, manager, viewNetwork, now)
    expect(network.ok && network.value.together.counts).toEqual(wanted.counts)
  })
})

test('the grid has everybody once, by name, and each of their statuses', async () => {
  const input = { practiceId, part: 'current' as const, query: plainRosterQuery }
  const view = await as(world, manager, (context) => viewPracticeGrid(context, input))
  if (!view.ok) throw new Error(view.refusal)
  const names = view.value.people.map(({ name }) => name)
  expect(names).toEqual(names.toSorted())
  expect(view.value.people.every(({ cells }) => cells.length === 2)).toBe(true)
  expect(view.value.locations).toEqual(['North', 'South'])
  const group = { ...input, query: { ...plainRosterQuery, group: 'on-leave' as const } }
  const away = await as(world, manager, (context) => viewPracticeGrid(context, group))
  expect(away.ok && away.value.people.map(({ name }) => name)).toEqual(['Person 05', 'Person 17'])
})

test('a completion stands in the totals as soon as it is written', async () => {
  const staffMemberId = await here.added('Cora Complete')
  const before = (await shown({})).counts
  const details = { version: 1 }
  const fact = { staffMemberId, trackId: 'basics', kind: 'completed', effectiveOn: today, details }
  await here.inPractice((tx) => insertEvidence(tx, practiceId, manager.personId, [fact], noon))
  const after = (await shown({})).counts
  expect(after.current).toBe(before.current + 1)
  expect(after['not-started']).toBe(before['not-started'] - 1)
})
