import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'

const folder = mkdtempSync(path.join(tmpdir(), 'beacon-compliance-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function ask(text: string) {
  writeFileSync(path.join(folder, 'history.json'), text)
  const args = ['--disable-warning=ExperimentalWarning', 'lib/cli/compliance.ts', 'history.json']
  const env = { ...process.env, INIT_CWD: folder }
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', env })
  return { status, stdout, lines: stderr.split('\n').slice(0, -1) }
}

const policy = { id: 'p1', effectiveOn: '2024-01-01', cadence: 'rolling', periodMonths: 12, firstDueDays: 30 }
const hired = { id: 'e1', kind: 'employed', on: '2026-01-01' }
const good = { zone: 'America/Chicago', policies: [policy], events: [hired], ask: [{ asOf: '2026-01-31' }] }

test('the answers stand alone on standard output', () => {
  const { status, stdout, lines } = ask(JSON.stringify(good))
  expect({ status, lines }).toEqual({ status: 0, lines: [] })
  expect(JSON.parse(stdout)).toEqual([
    {
      asOf: '2026-01-31',
      status: 'not-started',
      dueOn: '2026-01-31',
      opensOn: null,
      validThrough: null,
      authority: 'not-met',
      because: ['e1'],
      rule: 'first-due-ahead',
    },
  ])
})

test('a moment is the day of the zone, for events and for questions', () => {
  const done = { id: 'e2', kind: 'completed', at: '2026-04-01T04:30:00Z' }
  const { stdout } = ask(
    JSON.stringify({
      ...good,
      events: [hired, done],
      ask: [{ at: '2026-04-01T04:59:59Z' }, { asOf: '2026-03-31', knownAt: '2026-03-31T04:59:59Z' }],
    }),
  )
  expect(JSON.parse(stdout)).toMatchObject([
    { asOf: '2026-03-31', status: 'compliant', validThrough: '2027-03-31' },
    { asOf: '2026-03-31', status: 'overdue', validThrough: null },
  ])
})

test('every fault is one line, and nothing else is said', () => {
  const bad = {
    zone: 'America/Chicag',
    policies: [
      { ...policy, effectiveOn: '2025-02-30', cadence: 'fixed-date', windowMonths: 12, colour: 'red' },
      { id: 'p1', effectiveOn: '2025-02-03', cadence: 'rolling', windowDays: 12 },
      { ...policy, id: 'p2', windowDays: 365 },
      { ...policy, id: 'p3', cadence: 'sometimes', fixedDate: '02-30' },
    ],
    events: [
      { id: 'e1', kind: 'employed' },
      { id: 'e1', kind: 'corrected', corrects: 'e9', on: '2025-01-01' },
      { id: 'e2', kind: 'hired', on: '2025-01-01' },
      { id: 'e3', kind: 'leave-started', on: '2025-06-31' },
      { id: 'e4', kind: 'superseded', version: 2, change: 'material', on: '2025-06-30' },
      { id: 'e5', kind: 'completed', at: '2025-06-30T12:00:00', on: '2025-06-30' },
    ],
    ask: [{}, { asOf: '2025-13-01' }, { at: 'now' }],
  }
  const { status, stdout, lines } = ask(JSON.stringify(bad))
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
  expect(lines.map((line) => line.split(': ')[0]).toSorted()).toEqual([
    'ask[0].asOf',
    'ask[1].asOf',
    'ask[2].at',
    'events[0].on',
    'events[1].corrects',
    'events[1].id',
    'events[2].kind',
    'events[3].on',
    'events[3].through',
    'events[4].dueOn',
    'events[5].at',
    'policies[0].colour',
    'policies[0].effectiveOn',
    'policies[0].fixedDate',
    'policies[0].windowMonths',
    'policies[1].id',
    'policies[1].periodMonths',
    'policies[2].windowDays',
    'policies[3].cadence',
    'policies[3].fixedDate',
    'zone',
  ])
})

test.for([
  ['{"zone":', /^history\.json: is not JSON/],
  ['[]', /^\(file\): expected an object/],
  ['', /^history\.json: is not JSON/],
  ['{}', /^zone: /],
] as const)('a file that holds %s is refused', ([text, line]) => {
  const { status, stdout, lines } = ask(text)
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
  expect(lines[0]).toMatch(line)
})

test('where nothing says which roles, who changes into a role owes from that day', () => {
  const events = [hired, { id: 'e2', kind: 'role-started', on: '2026-03-01' }]
  const days = ['2026-02-01', '2026-03-01', '2026-04-01']
  const { stdout } = ask(JSON.stringify({ ...good, events, ask: days.map((asOf) => ({ asOf })) }))
  expect(JSON.parse(stdout)).toMatchObject([
    // What lies after the day is not known on it: there was no role to go by yet.
    { status: 'overdue', dueOn: '2026-01-31' },
    { status: 'not-started', dueOn: '2026-03-31' },
    { status: 'overdue', dueOn: '2026-03-31' },
  ])
})

const handbook = readFileSync('content/handbook/records.md', 'utf8')
const examples = [...handbook.matchAll(/```json\n(\{.*?)```.*?```json\n(\[.*?)```/gs)]

test('the handbook shows two examples', () => {
  expect(examples).toHaveLength(2)
})

test.for(examples.map(([, file = '', answers = '']) => ({ file, answers })))(
  'an example of the handbook gives the answers that stand below it',
  ({ file, answers }) => {
    const { status, stdout, lines } = ask(file)
    expect({ status, lines }).toEqual({ status: 0, lines: [] })
    expect(JSON.parse(stdout)).toEqual(JSON.parse(answers))
  },
)
