import { randomUUID } from 'node:crypto'
import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { insertEvidence, type NewEvidence } from '#lib/data/evidence'
import { listStoredSpans } from '#lib/data/stored-spans'
import type { Actor } from '#lib/domain/access/actor'
import { addDays, type Instant, instantFrom, type LocalDate, localDateFrom } from '#lib/domain/calendar'
import type { ProjectedSpan } from '#lib/domain/compliance/projection'
import { viewTrackForm } from '#lib/use-cases/authoring/view-track'
import { createRequirement } from '#lib/use-cases/practice/create-requirement'
import { previewRequirement } from '#lib/use-cases/practice/preview-requirement'
import { type ChangingPractice, changingPractice } from '#tests/support/changing'
import { yearly } from '#tests/support/managing'
import { projectionFaults } from '#tests/support/projection'
import { postAt } from '#tests/support/reading'
import { addMember, as, openWorld, type World } from '#tests/support/world'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.end())

const now: Instant = instantFrom('2027-01-20T17:00:00Z')
const today = localDateFrom('2027-01-20')

/** What may have happened to one person until today, in days before it. */
const life = fc.record({
  completed: fc.array(
    fc.record({ ago: fc.integer({ min: 1, max: 320 }), version: fc.integer({ min: 1, max: 2 }) }),
    {
      maxLength: 3,
    },
  ),
  updated: fc.option(fc.integer({ min: 0, max: 200 })),
  leave: fc.option(
    fc.record({ ago: fc.integer({ min: 0, max: 60 }), days: fc.integer({ min: 1, max: 120 }) }),
  ),
  external: fc.option(fc.integer({ min: 1, max: 320 })),
  endedAgo: fc.option(fc.integer({ min: 1, max: 100 }), { freq: 6 }),
})
type Life = typeof life extends fc.Arbitrary<infer Lived> ? Lived : never

function factsOf(lived: Life, trackId: string, staffMemberId: string): NewEvidence[] {
  const on = (ago: number) => addDays(today, -ago)
  const about = { staffMemberId, trackId }
  return [
    ...lived.completed.map(({ ago, version }) => ({
      ...about,
      kind: 'completed',
      effectiveOn: on(ago),
      details: { version },
    })),
    ...(lived.updated === null
      ? []
      : [{ ...about, kind: 'updated', effectiveOn: on(lived.updated), details: { version: 2 } }]),
    ...(lived.external === null
      ? []
      : [
          {
            ...about,
            kind: 'external-accepted',
            effectiveOn: on(lived.external),
            details: { provider: 'X' },
          },
        ]),
    ...(lived.leave === null
      ? []
      : [
          {
            staffMemberId,
            kind: 'leave-started',
            effectiveOn: on(lived.leave.ago),
            details: { through: addDays(on(lived.leave.ago), lived.leave.days) },
          },
        ]),
    ...(lived.endedAgo === null
      ? []
      : [{ staffMemberId, kind: 'employment-ended', effectiveOn: on(lived.endedAgo) }]),
  ]
}

async function peopled(here: ChangingPractice, lives: readonly Life[]): Promise<readonly Actor[]> {
  const { practiceId, trackId } = here
  const people: Actor[] = []
  for (const [index, lived] of lives.entries()) {
    const name = `Person ${index} ${randomUUID()}`
    const actor = await addMember(world, { name, practiceId, startedOn: localDateFrom('2026-02-01') })
    const facts = factsOf(lived, trackId, postAt(actor).staffMemberId)
    await here.within((tx) => insertEvidence(tx, practiceId, actor.personId, facts, now))
    people.push(actor)
  }
  return people
}

const preview = async (here: ChangingPractice, actor: Actor, changeKind: string, dueOn: string) => {
  const input = { practiceId: here.practiceId, trackId: here.trackId, change: { changeKind, dueOn, page: 1 } }
  const view = await as(world, actor, (context) => viewTrackForm(context, input), now)
  if (!view.ok || !view.value.preview) throw new Error('there is a preview')
  return view.value.preview.concerned
}

const onDay = (spans: readonly ProjectedSpan[], day: LocalDate) =>
  spans.find(({ from, through }) => from <= day && (through === null || day <= through))?.answer

type Person = { readonly staffMemberId: string }
const byPerson = (a: Person, b: Person) => (a.staffMemberId < b.staffMemberId ? -1 : 1)

const standingOf = (
  staffMemberId: string,
  { status, dueOn, validThrough, because }: ProjectedSpan['answer'],
) => ({ staffMemberId, status, dueOn, validThrough, updateDueOn: because.updateDueOn })

/** What the preview of another requirement for the same track says of the people above, and the requirement as it is then saved. */
async function askedOf({ practiceId, trackId, manager }: ChangingPractice, ids: readonly string[]) {
  const draft = { ...yearly, trackId, graceDays: 3 }
  const input = { practiceId, draft }
  const view = await as(world, manager, (context) => previewRequirement(context, input), now)
  if (!view.ok) throw new Error(view.refusal)
  const { asked, requirementId } = view.value
  await as(world, manager, (context) => createRequirement(context, { ...input, requirementId }), now)
  const told = asked.filter(({ staffMemberId }) => ids.includes(staffMemberId))
  return { requirementId, asked: told.map((each) => standingOf(each.staffMemberId, each.answer)) }
}

test('the list before a publication is exactly what everybody owes after it, and a requirement’s preview what it brings', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(life, { minLength: 4, maxLength: 9 }),
      fc.constantFrom('material' as const, 'critical' as const),
      fc.integer({ min: 0, max: 365 }),
      async (lives, changeKind, ahead) => {
        const here = await changingPractice(world, `Property ${randomUUID()}`)
        await here.track(here.trainer, { changeKind: 'clarifying', at: now })
        const people = await peopled(here, lives)
        const dueOn = addDays(today, ahead)
        const ids = people.map((person) => postAt(person).staffMemberId)
        const spans = () => here.within((tx) => listStoredSpans(tx, here.practiceId, ids))
        const before = await spans()
        const told = await preview(here, here.manager, changeKind, dueOn)
        // Looking writes nothing.
        expect(await spans()).toEqual(before)
        expect(await here.track(here.trainer, { changeKind, dueOn, after: 2, at: now })).toMatchObject({
          ok: true,
        })
        const after = await spans()
        const owed = ids.flatMap((staffMemberId) => {
          const line = `${staffMemberId} ${here.requirementId}`
          const [was, is] = [before, after].map((each) => onDay(each.get(line) ?? [], today))
          const isCut = was?.validThrough !== is?.validThrough
          const by = isCut ? is?.dueOn : is?.because.updateDueOn
          return by ? [{ staffMemberId, by }] : []
        })
        if (told.kind !== 'named') throw new Error('a manager sees names')
        const list = told.people.map(({ staffMemberId, by }) => ({ staffMemberId, by }))
        expect(list.toSorted(byPerson)).toEqual(owed.toSorted(byPerson))
        expect(told.count).toBe(owed.length)
        const { asked, requirementId } = await askedOf(here, ids)
        const saved = await spans()
        const standing = ids.flatMap((staffMemberId) => {
          const answer = onDay(saved.get(`${staffMemberId} ${requirementId}`) ?? [], today)
          return answer && answer.status !== 'not-required' ? [standingOf(staffMemberId, answer)] : []
        })
        expect(asked.toSorted(byPerson)).toEqual(standing.toSorted(byPerson))
      },
    ),
    { numRuns: 6 },
  )
  expect(await projectionFaults(world, now)).toEqual([])
})

test('who may not see how people stand is told a number in fives, the same for every day, and no name', async () => {
  const here = await changingPractice(world, 'Counted')
  const lived = {
    completed: [{ ago: 30, version: 1 }],
    updated: null,
    leave: null,
    external: null,
    endedAgo: null,
  }
  const people = await peopled(
    here,
    Array.from({ length: 7 }, () => lived),
  )
  expect(people).toHaveLength(7)
  for (const day of ['2027-02-19', '2027-12-01', '2028-01-20'])
    expect(await preview(here, here.trainer, 'critical', day)).toEqual({ kind: 'counted', atLeast: 5 })
  expect(await preview(here, here.manager, 'critical', '2027-02-19')).toMatchObject({
    kind: 'named',
    count: 7,
  })
  // Twelve months after thirty days ago, what counts today has ended by itself.
  expect(await preview(here, here.manager, 'critical', '2028-01-20')).toMatchObject({
    kind: 'named',
    count: 0,
  })
})
