import { afterAll, beforeAll, expect, test } from 'vitest'
import { playDecade } from '#tests/support/decade/open-stage'
import { listSent, reminderFaults } from '#tests/support/decade/reminders'
import { openWorld, type World } from '#tests/support/world'

// Ten years of two practices, Chicago and Honolulu, from 2016 to 2026: everything through the use cases, at moments that are
// handed in, and time passes through the worker's own way from a queue row to a handler.

// Only for what hangs: about two minutes on two cores, many times as long on a machine that is kept busy by others.
const patience = 1_800_000

let world: World
let played: Awaited<ReturnType<typeof playDecade>>

beforeAll(async () => {
  world = await openWorld()
  played = await playDecade(world)
}, patience)
afterAll(() => world.end())

const fewOf = (faults: readonly string[]) => faults.slice(0, 20)

test('replay equals projection on every day, for everybody, and the counts equal a recount', () => {
  const { main, other } = played
  expect(fewOf([...main.ledger.faults, ...other.ledger.faults])).toEqual([])
  // Nearly four thousand days of each person and requirement, once they are there.
  expect(main.ledger.days()).toBeGreaterThan(100_000)
})

test('the story was told: people came, were away, left and came back, and rules and content changed', () => {
  const { outcomes } = played.troupe
  const told = [
    'hire',
    'rehire',
    'end',
    'stay',
    'leave',
    'leave-end',
    'exempt',
    'exemption-end',
    'extend',
    'post',
  ]
  const mended = ['move-completion', 'strike-completion', 'take-back-correction', 'move-hire']
  const decided = ['require', 'change', 'retire', 'restore', 'publish', 'update']
  const trained = ['begin', 'complete 00:30', 'complete 11:00', 'complete 23:30']
  const missing = [...told, ...mended, ...decided, ...trained].filter(
    (what) => !outcomes.has(`${what}: done`),
  )
  expect(missing).toEqual([])
  expect(outcomes.get('complete 11:00: done')).toBeGreaterThan(150)
})

test('what was foretold a year before came, where nothing was recorded since', () => {
  expect(fewOf(played.misfits)).toEqual([])
  expect(played.memory.compared.lines).toBeGreaterThan(100)
})

test('as of a day, known at a moment: the answer of that moment, for ever', () => {
  expect(played.memory.remembered()).toBeGreaterThan(5000)
  expect(fewOf(played.memory.forgotten())).toEqual([])
})

test('nobody is reminded twice, nor after completing, nor on leave, exempt or gone', async () => {
  for (const { ledger } of [played.main, played.other]) {
    const sent = await listSent(world, ledger)
    expect(new Set(sent.map(({ kind }) => kind))).toEqual(
      new Set(['before-30', 'before-14', 'before-1', 'after-1']),
    )
    expect(fewOf(reminderFaults(sent, ledger))).toEqual([])
  }
})
