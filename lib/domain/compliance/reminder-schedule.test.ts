import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, daysBetween, type LocalDate, localDateFrom } from '#lib/domain/calendar'
import {
  type AutomaticKind,
  isStillSo,
  type OwedTurn,
  owedTurn,
  plannedFor,
  reminderKindParts,
  remindersOn,
} from '#lib/domain/compliance/reminder-schedule'
import { defaultReminderSettings, type ReminderSettings } from '#lib/domain/compliance/reminder-settings'

const due = localDateFrom('2026-03-31')
const turn: OwedTurn = { turnOn: due, dueOn: due, opensOn: null }
const on = (days: number) => addDays(due, days)

const asked =
  (recorded: readonly string[] = []) =>
  (kind: AutomaticKind) =>
    recorded.includes(kind)
const day = (days: number, recorded: readonly string[] = [], own: Partial<ReminderSettings> = {}) =>
  remindersOn(turn, asked(recorded), { ...defaultReminderSettings, ...own }, on(days))

describe('thirty, fourteen and one day before, and the day after', () => {
  test.each([
    [-31, [], null],
    [-30, [], 'before-30'],
    [-29, ['before-30'], null],
    [-15, ['before-30'], null],
    [-14, ['before-30'], 'before-14'],
    [-1, ['before-30', 'before-14'], 'before-1'],
    [0, ['before-30', 'before-14', 'before-1'], null],
    [1, ['before-30', 'before-14', 'before-1'], 'after-1'],
    [2, ['before-30', 'before-14', 'before-1', 'after-1'], null],
  ] as const)('%i days from the due day, with %j sent: %s', (days, recorded, kind) => {
    expect(day(days, recorded)).toEqual({ send: kind, skip: [] })
  })
})

test('after three days without a worker one reminder goes out, and the others are skipped', () => {
  expect(day(1, ['before-30', 'before-14'])).toEqual({
    send: 'after-1',
    skip: [{ kind: 'before-1', reason: 'later-one' }],
  })
})

test('who is hired ten days before the first due day is reminded once, as of the fourteen days', () => {
  expect(day(-10)).toEqual({ send: 'before-14', skip: [{ kind: 'before-30', reason: 'later-one' }] })
})

test('news that are two weeks old are not sent any more, and the record says so', () => {
  expect(day(15).send).toBe('after-1')
  expect(day(16)).toMatchObject({
    send: null,
    skip: expect.arrayContaining([{ kind: 'after-1', reason: 'too-late' }]),
  })
})

test('nobody is reminded before the renewal window opens, and then at once', () => {
  const closed = { ...turn, opensOn: on(-20) }
  const settings = defaultReminderSettings
  expect(remindersOn(closed, asked(), settings, on(-21))).toEqual({ send: null, skip: [] })
  expect(remindersOn(closed, asked(), settings, on(-20)).send).toBe('before-30')
})

test('what falls on a quiet weekend goes out on Friday, except news of the day after', () => {
  // 31 March 2026 is a Tuesday.
  const sunday: OwedTurn = { ...turn, turnOn: on(-2), dueOn: on(-2) }
  const settings = { ...defaultReminderSettings, quietWeekends: true }
  expect(remindersOn(sunday, asked(['before-30', 'before-14']), settings, on(-4)).send).toBe('before-1')
  const friday: OwedTurn = { ...turn, turnOn: on(-4), dueOn: on(-4) }
  expect(remindersOn(friday, asked(['before-30', 'before-14', 'before-1']), settings, on(-4)).send).toBeNull()
  expect(remindersOn(friday, asked(['before-30', 'before-14', 'before-1']), settings, on(-1)).send).toBe(
    'after-1',
  )
})

test('switched off, nothing is sent and nothing is recorded', () => {
  expect(day(-1, [], { enabled: false })).toEqual({ send: null, skip: [] })
  expect(day(1, [], { dayAfter: false })).toEqual({ send: null, skip: expect.any(Array) })
})

test('the plan of the next days is what those days bring', () => {
  expect(plannedFor(turn, asked(['before-30']), defaultReminderSettings, on(-20), on(10))).toEqual([
    { on: on(-14), kind: 'before-14' },
    { on: on(-1), kind: 'before-1' },
    { on: on(1), kind: 'after-1' },
  ])
})

describe('a reminder that waits is checked again', () => {
  const waiting = { kind: 'before-1', turnOn: due, dueOn: due }
  test.each([
    ['as it was', turn, -1, true],
    ['on the due day', turn, 0, true],
    ['after it', turn, 1, false],
    ['completed: another turn', { ...turn, turnOn: on(365), dueOn: on(365) }, -1, false],
    ['extended', { ...turn, dueOn: on(30) }, -1, false],
    ['on leave, exempt, left or retired', null, -1, false],
  ] as const)('%s', (_what, now, days, so) => {
    expect(isStillSo(waiting, now, on(days))).toBe(so)
  })
})

test('kinds have words', () => {
  expect(['before-30', 'after-1', 'overdue'].map((kind) => reminderKindParts(kind))).toEqual([
    { name: 'before', days: 30 },
    { name: 'after', days: 1 },
    { name: 'overdue', days: 1 },
  ])
})

// A worker that runs on some days only, over a turn that is extended, completed and followed by the next.
type Life = {
  readonly ran: readonly boolean[]
  readonly completedAfter: number | null
  readonly extendedBy: number
  readonly settings: ReminderSettings
}

const lives: fc.Arbitrary<Life> = fc.record({
  ran: fc.array(fc.boolean(), { minLength: 120, maxLength: 120 }),
  completedAfter: fc.option(fc.integer({ min: 0, max: 119 })),
  extendedBy: fc.integer({ min: 0, max: 20 }),
  settings: fc.record({
    enabled: fc.constant(true),
    daysBefore: fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { maxLength: 5 }),
    dayAfter: fc.boolean(),
    quietFrom: fc.constant('20:00'),
    quietUntil: fc.constant('08:00'),
    quietWeekends: fc.boolean(),
    requirementsOff: fc.constant([]),
    digestEnabled: fc.constant(true),
    digestWeekday: fc.constant(1),
    refreshersEnabled: fc.constant(true as const),
  }),
})

type Sent = {
  readonly day: LocalDate
  readonly turnOn: LocalDate
  readonly kind: string
  readonly dueOn: LocalDate
}

/** The turn that stands on a day of a life; its due date moves once, and a completion begins the next. */
function turnAt({ completedAfter, extendedBy }: Life, index: number): OwedTurn {
  const next = on(365)
  if (completedAfter !== null && index > completedAfter) return { turnOn: next, dueOn: next, opensOn: null }
  return { turnOn: due, dueOn: index > 50 ? addDays(due, extendedBy) : due, opensOn: null }
}

const firstDay = on(-70)

function played(life: Life): readonly Sent[] {
  const recorded = new Set<string>()
  return life.ran.flatMap((runs, index) => {
    if (!runs) return []
    const day = addDays(firstDay, index)
    const { turnOn, dueOn } = turnAt(life, index)
    const isRecorded = (kind: AutomaticKind) => recorded.has(`${turnOn} ${dueOn} ${kind}`)
    const { send, skip } = remindersOn({ turnOn, dueOn, opensOn: null }, isRecorded, life.settings, day)
    for (const { kind } of skip) recorded.add(`${turnOn} ${dueOn} ${kind}`)
    if (!send) return []
    recorded.add(`${turnOn} ${dueOn} ${send}`)
    return [{ day, turnOn, kind: send, dueOn }]
  })
}

describe('whatever days the worker runs on', () => {
  test('no reminder of a kind goes out twice for a due date, nor two on one day', () => {
    fc.assert(
      fc.property(lives, (life) => {
        const sent = played(life)
        expect(new Set(sent.map(({ turnOn, dueOn, kind }) => `${turnOn} ${dueOn} ${kind}`)).size).toBe(
          sent.length,
        )
        expect(new Set(sent.map(({ day: each }) => each)).size).toBe(sent.length)
      }),
    )
  })

  test('nothing of a turn goes out after its completion', () => {
    fc.assert(
      fc.property(lives, (life) => {
        const over = life.completedAfter
        if (over === null) return
        const late = played(life).filter(
          ({ day: each, turnOn }) => turnOn === due && each > addDays(firstDay, over),
        )
        expect(late).toEqual([])
      }),
    )
  })

  test('what is sent is true on its day, and never before it is time', () => {
    fc.assert(
      fc.property(lives, (life) => {
        const early = played(life).map(({ day: each, kind, dueOn }) => {
          const left = daysBetween(each, dueOn)
          // Two days early at most, for a weekend.
          return kind === 'after-1' ? left < 0 : left >= 0 && left <= Number(kind.slice(7)) + 2
        })
        expect(early.every(Boolean)).toBe(true)
      }),
    )
  })
})

describe('the update of a changed track', () => {
  const [updateDueOn, renewal] = [localDateFrom('2026-02-15'), localDateFrom('2026-03-31')]
  const answer = { status: 'compliant', dueOn: renewal, opensOn: null, validThrough: renewal } as const
  const owed = (rule: 'valid' | 'expired' | 'update-missed', update = updateDueOn) =>
    owedTurn({ ...answer, because: { rule, updateDueOn: update, baselineDueOn: renewal } })?.dueOn

  test('is reminded of before its day where it comes before the renewal, and after it', () => {
    expect(owed('valid')).toBe(updateDueOn)
    expect(owed('update-missed')).toBe(updateDueOn)
  })

  test('comes after a renewal that is owed sooner, or past', () => {
    expect(owed('valid', localDateFrom('2026-05-01'))).toBe(renewal)
    expect(owed('expired')).toBe(renewal)
  })
})
