import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { ComplianceAnswer } from '#lib/domain/compliance/answer'
import { complianceStatus, complianceStatusAt } from '#lib/domain/compliance/compliance-status'
import {
  beginningOf,
  factsFrom,
  momentFrom,
  policyFrom,
  rowsOf,
} from '#lib/domain/compliance/read-table.examples'

const markdown = ['compliance-status', 'calendar-cadences']
  .map((name) => readFileSync(new URL(`./${name}.examples.md`, import.meta.url), 'utf8'))
  .join('\n')
const zone = 'America/Chicago'
const date = (cell: string | undefined) => (cell === '–' ? null : cell)

const rows = rowsOf(markdown).map(({ policies, cells }) => {
  const [story = '', asked = '', known = '', status, due, opens, through] = cells
  const expected = { status, dueOn: date(due), opensOn: date(opens), validThrough: date(through) }
  return { story, asked, known, status, policies, expected }
})

describe('the example tables hold, and because is sufficient for each row', () => {
  test('they are read whole', () => {
    expect(rows).toHaveLength(
      markdown.split('\n').filter((line) => /^\| [a-z]/.test(line)).length - headings(),
    )
    expect(rows.length).toBeGreaterThan(150)
  })

  test.for(rows)(
    '$story, on $asked (known $known): $status',
    ({ story, asked, known, policies, expected }) => {
      const history = { zone, policies, events: factsFrom(story) }
      const { on, at } = momentFrom(asked)
      const knownAt = known === '' ? undefined : beginningOf(known)
      const answer = at ? complianceStatusAt(history, at, knownAt) : complianceStatus(history, on, knownAt)
      expect(answer).toMatchObject(expected)
      const events = history.events.filter((event) => answer.because.eventIds.includes(event.id))
      expect(complianceStatus({ ...history, events }, on, knownAt)).toEqual(answer)
    },
  )
})

function headings(): number {
  return markdown.split('| what happened ').length - 1
}

const yearly = 'rolling 12 months; window 1 month; grace 14 days; first due after 30 days'

function because(story: string, asked: string, terms = yearly): ComplianceAnswer['because'] {
  const history = { zone, policies: [policyFrom(`2024-01-01: ${terms}`)], events: factsFrom(story) }
  return complianceStatus(history, momentFrom(asked).on).because
}

test.each([
  ['a shorter term under a later policy', '2025-06-01: on 12-31 every 12 months; minimum validity 0 months'],
  ['a longer one', '2025-06-01: on 12-31 every 36 months; minimum validity 24 months'],
])('whoever completes again before the licence’s date is known loses nothing by it: %s', (_, later) => {
  const terms = 'window 1 month; grace 14 days; first due after 30 days'
  const policies = ['2024-01-01: licence renewal every 24 months', later].map((each) =>
    policyFrom(`${each}; ${terms}`),
  )
  const told = (again: string) => {
    const story = `hired 2025-01-01; completed 2025-05-01; ${again}licence renews 2029-06-30 known 2025-07-01`
    const history = { zone, policies, events: factsFrom(story) }
    const answer = complianceStatus(history, momentFrom('2025-07-01').on)
    const events = history.events.filter(({ id }) => answer.because.eventIds.includes(id))
    expect(complianceStatus({ ...history, events }, momentFrom('2025-07-01').on)).toEqual(answer)
    return answer.validThrough
  }
  expect(told('')).toBe('2029-06-30')
  expect(told('completed 2025-06-01; ')).toBe('2029-06-30')
})

test('a completion that counts for now only takes no day from evidence that states its own end', () => {
  const policies = [
    policyFrom('2024-01-01: licence renewal every 6 months; grace 14 days; first due after 30 days'),
  ]
  const told = (again: string) => {
    const story = `hired 2025-01-01; certificate from County board 2025-04-08 to 2025-07-17; ${again}licence renews 2025-07-16 known 2025-07-01`
    const history = { zone, policies, events: factsFrom(story) }
    const answer = complianceStatus(history, momentFrom('2025-07-01').on)
    const events = history.events.filter(({ id }) => answer.because.eventIds.includes(id))
    expect(complianceStatus({ ...history, events }, momentFrom('2025-07-01').on)).toEqual(answer)
    return answer.validThrough
  }
  expect(told('')).toBe('2025-07-17')
  expect(told('completed 2025-04-09; ')).toBe('2025-07-17')
})

describe('because names the clause, the dates and the facts that decided', () => {
  test('a lapsed renewal rests on the employment and on the completions that share its anchor', () => {
    const story = 'hired 2022-01-01; completed 2023-01-10; completed 2024-06-01; completed 2025-05-20'
    expect(because(story, '2026-07-01')).toEqual({
      rule: 'expired',
      // The completion of 2023 is not named: the late one of 2024 began a new anchor.
      eventIds: ['e1', 'e3', 'e4'],
      policyId: '2024-01-01',
      obligationBeganOn: '2024-01-01',
      completedOn: '2025-05-20',
      keptFromOn: '2025-06-01',
      baselineDueOn: '2026-06-01',
      extendedTo: null,
      returnDueOn: null,
      excusedThrough: null,
      updateDueOn: null,
      graceThrough: '2026-06-15',
    })
  })

  test.for([
    ['hired 2026-01-01; left 2026-02-01', '2026-03-01', 'not-employed', ['e1', 'e2']],
    ['hired 2023-01-01', '2023-02-01', 'no-policy-in-force', ['e1']],
    ['hired 2026-01-01; retired 2026-02-01', '2026-02-01', 'requirement-retired', ['e1', 'e2']],
    ['hired 2026-01-01; leave 2026-01-05 to 2026-01-10', '2026-01-05', 'on-leave', ['e1', 'e2']],
    ['hired 2026-01-01; exempt 2026-01-05 to 2026-01-10', '2026-01-05', 'exempt', ['e1', 'e2']],
    ['hired 2026-01-01; began lessons 2026-01-05', '2026-01-05', 'begun-first-due-ahead', ['e1', 'e2']],
    ['hired 2026-01-01; completed 2026-01-05', '2026-01-05', 'valid', ['e1', 'e2']],
    ['hired 2026-01-01; completed 2026-01-05', '2027-01-05', 'renewal-window-open', ['e1', 'e2']],
    ['hired 2026-01-01; completed 2026-01-05', '2027-01-06', 'in-grace-after-due', ['e1', 'e2']],
    [
      'hired 2026-01-01; completed 2026-01-05; extended 2027-01-01 to 2027-02-01',
      '2027-01-06',
      'extended',
      ['e1', 'e2', 'e3'],
    ],
    [
      'hired 2026-01-01; completed 2026-01-05; leave 2027-01-01 to 2027-01-10',
      '2027-01-11',
      'returned-from-leave',
      ['e1', 'e2', 'e3'],
    ],
    [
      'hired 2026-01-01; completed 2026-01-05; material v2 2026-02-01 due 2026-03-01',
      '2026-03-02',
      'in-grace-after-update-due',
      ['e1', 'e2', 'e3'],
    ],
    [
      'hired 2026-01-01; completed 2026-01-05; material v2 2026-02-01 due 2026-03-01',
      '2026-03-16',
      'update-missed',
      ['e1', 'e2', 'e3'],
    ],
    ['hired 2026-01-01; completed 2026-03-01', '2026-02-20', 'never-completed', ['e1']],
    [
      'hired 2026-01-01; completed 2026-01-05; that moved to 2026-01-06 noted 2026-02-01',
      '2026-02-01',
      'valid',
      ['e1', 'e2', 'e3'],
    ],
  ] as const)('%s, on %s: %s', ([story, asked, rule, eventIds]) => {
    expect(because(story, asked)).toMatchObject({ rule, eventIds })
  })

  test('of two audiences, only the roles that are asked are named', () => {
    const story = 'hired 2026-01-01; in billing from 2026-01-01; in clinician from 2026-01-02'
    expect(because(story, '2026-01-05', `${yearly}; for clinician`).eventIds).toEqual(['e1', 'e3'])
  })
})

test('of two policy versions that begin on one day, the one recorded later replaces the other', () => {
  const [first, second] = [
    policyFrom('2024-01-01: rolling 24 months; first due after 30 days; applies to all'),
    policyFrom(`2024-01-01: ${yearly}`),
  ]
  const replaced = { ...first, id: 'replaced', recordedAt: beginningOf('2023-12-01') }
  const events = factsFrom('hired 2023-06-01; completed 2023-12-15')
  const answer = complianceStatus({ zone, policies: [second, replaced], events }, momentFrom('2024-01-01').on)
  expect(answer).toMatchObject({ validThrough: '2024-12-15', because: { policyId: '2024-01-01' } })
})

test('corrections that name each other come to an end', () => {
  const story =
    'hired 2026-01-01; completed 2026-01-05; that moved to 2026-01-06 noted 2026-02-01; that correction void noted 2026-02-02'
  const events = factsFrom(story).map((event) => (event.id === 'e3' ? { ...event, corrects: 'e4' } : event))
  const history = {
    zone,
    policies: [policyFrom(`2024-01-01: ${yearly}`)],
    events: [...events, ...factsFrom(story).slice(2, 3)],
  }
  expect(complianceStatus(history, momentFrom('2026-03-01').on).status).toBe('compliant')
})
