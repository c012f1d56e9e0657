import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { canonicalHash } from '#lib/content/canonical-hash'
import { publishHoldingTracks } from '#lib/data/publish-holding-tracks'
import { listStoredSpans } from '#lib/data/stored-spans'
import { type Instant, instantFrom, localDateFrom } from '#lib/domain/calendar'
import { changingPractice } from '#tests/support/changing'
import { projectionFaults } from '#tests/support/projection'
import { postAt } from '#tests/support/reading'
import { addMember, openWorld, type World } from '#tests/support/world'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.end())

const refused = (refusal: string) => ({ ok: false, refusal })
// Noon of 10 March 2026 is when the rest was written.
const later: Instant = instantFrom('2026-03-12T17:00:00Z')
const before: Instant = instantFrom('2026-03-11T17:00:00Z')
const due = localDateFrom('2026-04-11')

describe('a later version of a track', () => {
  test('that is material keeps the dates of whoever completed an earlier one, who owe its update by the day', async () => {
    const here = await changingPractice(world, 'Alder')
    const there = await changingPractice(world, 'Birch')
    const omar = await addMember(world, { name: 'Omar Alder', practiceId: here.practiceId })
    const elsewhere = await addMember(world, { name: 'Ella Birch', practiceId: there.practiceId })
    await here.completed(omar, '2026-03-09')
    await there.completed(elsewhere, '2026-03-09')
    const untouched = await there.answer(elsewhere, '2026-04-20')
    expect(await here.track(here.trainer, { changeKind: 'material', dueOn: due, at: later })).toMatchObject({
      ok: true,
    })
    expect(await here.answer(omar, '2026-03-12')).toMatchObject({
      status: 'compliant',
      validThrough: '2027-03-09',
      because: { updateDueOn: '2026-04-11' },
    })
    expect((await here.answer(omar, '2026-04-11')).status).toBe('compliant')
    expect((await here.answer(omar, '2026-04-12')).status).toBe('in-grace')
    expect((await here.answer(omar, '2026-04-26')).status).toBe('lapsed')
    // As it was known the day before, nothing had changed.
    expect(await here.answer(omar, '2026-04-26', before)).toMatchObject({
      status: 'compliant',
      because: { updateDueOn: null },
    })
    expect(await there.answer(elsewhere, '2026-04-20')).toEqual(untouched)
    // What every list reads was derived in the same transaction.
    const { staffMemberId } = postAt(omar)
    const stored = await here.within((tx) => listStoredSpans(tx, here.practiceId, [staffMemberId]))
    expect([...stored.values()].flat().map(({ answer }) => answer.because.rule)).toContain('update-missed')
    expect(await projectionFaults(world, later)).toEqual([])
  })

  test('that is critical ends on its day what earlier ones earned', async () => {
    const here = await changingPractice(world, 'Cedar')
    const omar = await addMember(world, { name: 'Omar Cedar', practiceId: here.practiceId })
    await here.completed(omar, '2026-03-09')
    await here.track(here.trainer, { changeKind: 'critical', dueOn: due, at: later })
    expect(await here.answer(omar, '2026-04-10')).toMatchObject({
      status: 'renewal-open',
      validThrough: '2026-04-10',
    })
    expect((await here.answer(omar, '2026-04-11')).status).toBe('in-grace')
    await here.completed(omar, '2026-04-05', 2)
    expect(await here.answer(omar, '2026-04-11')).toMatchObject({ status: 'compliant' })
    expect(await projectionFaults(world, later)).toEqual([])
  })

  test('that only clears something up changes nobody’s standing', async () => {
    const here = await changingPractice(world, 'Dogwood')
    const omar = await addMember(world, { name: 'Omar Dogwood', practiceId: here.practiceId })
    await here.completed(omar, '2026-03-09')
    const stood = await here.answer(omar, '2026-12-01')
    for (const [index, changeKind] of (['clarifying', 'editorial'] as const).entries())
      expect(await here.track(here.trainer, { changeKind, after: index + 1, at: later })).toMatchObject({
        ok: true,
      })
    expect(await here.answer(omar, '2026-12-01')).toEqual(stood)
  })

  test('that binds people names a day between today and a year from today', async () => {
    const here = await changingPractice(world, 'Elm')
    const on = (dueOn: string) =>
      here.track(here.trainer, { changeKind: 'material', dueOn: localDateFrom(dueOn), at: later })
    expect(await here.track(here.trainer, { changeKind: 'critical', at: later })).toEqual(
      refused('change-day-missing'),
    )
    expect(await on('2026-03-11')).toEqual(refused('change-day-out-of-range'))
    expect(await on('2027-03-13')).toEqual(refused('change-day-out-of-range'))
    expect(await on('2026-03-12')).toMatchObject({ ok: true })
  })
})

test('a new version of a module is a new version of each own track that holds it, and of no other practice’s', async () => {
  const here = await changingPractice(world, 'Fir')
  const there = await changingPractice(world, 'Gum')
  const { moduleId: partId, practiceId, trackId } = here
  await here.publishModule(2, later)
  const part = { kind: 'module', partId, version: 2, changeKind: 'material', dueOn: due } as const
  const update = { moduleVersionId: `${partId}@2`, lessonId: `${partId}-l1` }
  const deeds = await here.within((tx) =>
    publishHoldingTracks(tx, practiceId, { ...part, update }, canonicalHash, later),
  )
  expect(deeds).toMatchObject({ ok: true, value: [{ trackVersionId: `${trackId}@2` }] })
  const versions = await here.within((tx) =>
    tx.trackVersion.findMany({ where: { practiceId }, orderBy: { version: 'asc' } }),
  )
  expect(versions).toMatchObject([
    { version: 1, changeKind: 'initial', dueOn: null },
    { version: 2, changeKind: 'material', moduleIds: [partId], updateLessonId: update.lessonId },
  ])
  expect(await there.within((tx) => tx.trackVersion.count({ where: { version: 2 } }))).toBe(0)
  // A first version stands in no track yet, and neither does a module that no track holds.
  for (const other of [
    { ...part, version: 1 },
    { ...part, partId: 'own-000000000000' },
  ])
    expect(
      await here.within((tx) =>
        publishHoldingTracks(tx, practiceId, { ...other, update: null }, canonicalHash, later),
      ),
    ).toEqual({ ok: true, value: [] })
})
