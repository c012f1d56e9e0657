import { expect, test } from 'vitest'
import { type LocalDate, localDateFrom } from '#lib/domain/calendar'
import type { History } from '#lib/domain/compliance/answer'
import { complianceStatus } from '#lib/domain/compliance/compliance-status'
import type { Authority } from '#lib/domain/compliance/policy'
import { factsFrom, policyFrom } from '#lib/domain/compliance/read-table.examples'

const profile = (verified: boolean, approvedProviders: readonly string[] | null): Authority => {
  return { kind: 'requirement-profile', verified, approvedProviders }
}
const internal = 'hired 2026-01-01; completed 2026-01-05'
const external = 'hired 2026-01-01; certificate from State board 2026-01-05 to 2026-06-30'
const ownPolicy: Authority = { kind: 'practice-policy' }
const board = profile(true, ['State board'])

test.for([
  ['a practice is content with what is valid', ownPolicy, internal, '2027-01-05', 'met'],
  ['and only as long as it is', ownPolicy, internal, '2027-01-06', 'not-met'],
  ['and not before it was done', ownPolicy, internal, '2026-01-04', 'not-met'],
  [
    'nor where an update is late',
    ownPolicy,
    `${internal}; material v2 2026-02-01 due 2026-03-01`,
    '2026-03-02',
    'not-met',
  ],
  [
    'leave changes nothing that was earned',
    ownPolicy,
    `${internal}; leave 2026-02-01 to 2026-03-01`,
    '2026-02-01',
    'met',
  ],
  [
    'an unverified profile is never met',
    profile(false, null),
    internal,
    '2026-02-01',
    'check-with-your-board',
  ],
  [
    'not even by an approved provider',
    profile(false, ['State board']),
    external,
    '2026-02-01',
    'check-with-your-board',
  ],
  [
    'a verified profile without providers is met by our training',
    profile(true, null),
    internal,
    '2026-02-01',
    'met',
  ],
  ['one that needs an approved provider is not', board, internal, '2026-02-01', 'not-met'],
  ['it is met by evidence from one', board, external, '2026-06-30', 'met'],
  ['until that evidence ends', board, external, '2026-07-01', 'not-met'],
  [
    'nor where an update is late',
    board,
    `${external}; material v2 2026-02-01 due 2026-03-01`,
    '2026-03-02',
    'not-met',
  ],
  ['not by evidence from another', board, external.replace('State', 'County'), '2026-02-01', 'not-met'],
  [
    'even where our own training runs on',
    board,
    `${external}; completed 2026-06-15`,
    '2026-07-01',
    'not-met',
  ],
  ['nobody is asked, nothing is met', ownPolicy, `${internal}; left 2026-02-01`, '2026-02-02', 'not-met'],
] as const)('%s', ([, authority, story, asked, expected]) => {
  const terms = '2024-01-01: rolling 12 months; window 1 month; first due after 30 days'
  const policies = [{ ...policyFrom(terms), authority }]
  const history = { zone: 'America/Chicago', policies, events: factsFrom(story) }
  expect(complianceStatus(history, localDateFrom(asked)).authority).toBe(expected)
})

/** Asked again with nothing but the facts that its because names, a history answers the same. */
function expectSufficient(history: History, asOf: LocalDate) {
  const answer = complianceStatus(history, asOf)
  const named = history.events.filter((event) => answer.because.eventIds.includes(event.id))
  expect(complianceStatus({ ...history, events: named }, asOf)).toEqual(answer)
  return answer
}

test('because names what an approved certificate needs beside it, though a later completion stands on its own', () => {
  // The certificate alone would put December in its window; the completion before it keeps December early.
  const story = [
    'hired 2026-01-01; completed 2026-03-31; certificate from State board 2026-06-01 to 2026-12-31',
    'completed 2026-12-15',
  ]
  const terms = '2024-01-01: rolling 12 months; window 1 month; first due after 30 days'
  const policies = [{ ...policyFrom(terms), authority: board }]
  const history = { zone: 'America/Chicago', policies, events: factsFrom(story.join('; ')) }
  const answer = expectSufficient(history, localDateFrom('2026-12-20'))
  expect(answer).toMatchObject({ authority: 'met', validThrough: '2027-12-15' })
})

test('because names the critical changes but for which an approved certificate would count', () => {
  const policies = [{ ...policyFrom('2024-01-01: on 12-31 every 12 months'), authority: board }]
  const story = [
    'hired 2026-01-01; certificate from State board 2026-02-01 to 2026-12-31',
    'critical v1 2026-03-01 stops 2026-05-01; certificate from State board 2026-04-01 to 2026-12-31',
    'critical v1 2026-04-10 stops 2026-05-02; completed 2026-04-05',
  ]
  const history = { zone: 'America/Chicago', policies, events: factsFrom(story.join('; ')) }
  for (const asked of ['2026-04-30', '2026-05-01', '2026-05-02']) {
    expectSufficient(history, localDateFrom(asked))
  }
  expect(complianceStatus(history, localDateFrom('2026-05-02')).authority).toBe('not-met')
})

test('because names what asked for a completion of several days in an employment that is over', () => {
  const policies = [
    policyFrom('2026-01-01: rolling 24 months; as employee; parts lessons, quiz'),
    { ...policyFrom('2026-01-20: rolling 24 months; for clinician; parts lessons, quiz'), id: 'later' },
  ]
  const story = [
    'hired 2026-01-10; in clinician from 2026-01-10; as employee from 2026-01-10',
    'did lessons 2026-01-15; did quiz 2026-02-10; as employee from 2026-03-01; left 2026-04-01; hired 2026-05-01',
  ]
  const history = { zone: 'America/Chicago', policies, events: factsFrom(story.join('; ')) }
  expect(expectSufficient(history, localDateFrom('2026-05-01'))).toMatchObject({ status: 'compliant' })
})
