import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { BankItem, DrawnItem } from '#lib/domain/curriculum/bank-item'
import { type Blueprint, blueprintFaults } from '#lib/domain/curriculum/blueprint'
import { drawQuiz } from '#lib/domain/curriculum/draw-quiz'
import { firstOrders, type ItemKind, itemKinds } from '#lib/domain/curriculum/item-kind'

const letters = ['a', 'b', 'c', 'd', 'e', 'f']

type Made = {
  readonly kind: ItemKind
  readonly objective: number
  readonly vignette: number | null
  readonly mustPass: boolean
  readonly options: number
}
const made = (vignette: fc.Arbitrary<number | null>): fc.Arbitrary<Made> =>
  fc.record({
    kind: fc.constantFrom(...itemKinds),
    objective: fc.integer({ min: 0, max: 3 }),
    vignette,
    mustPass: fc.boolean(),
    options: fc.integer({ min: 3, max: 6 }),
  })
const itemOf = ({ kind, objective, vignette, mustPass, options }: Made, index: number): BankItem => ({
  id: `q${`${index}`.padStart(2, '0')}`,
  kind,
  objectiveId: `o${objective}`,
  vignetteId: vignette === null ? null : `v${vignette}`,
  mustPass,
  promptIds: kind === 'matching' ? ['p', 'q', 'r'] : [],
  optionIds: letters.slice(0, options),
})
/** Items of every kind, most of them alone, over some objectives. */
const bank = fc
  .tuple(
    fc.array(made(fc.constant(null)), { minLength: 4, maxLength: 24 }),
    fc.array(made(fc.integer({ min: 0, max: 2 })), { maxLength: 8 }),
  )
  .map(([alone, sets]) => [...alone, ...sets].map(itemOf))
const counts = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 4, maxLength: 4 })
const blueprintOf = (each: readonly number[]): Blueprint =>
  Object.fromEntries(each.flatMap((count, objective) => (count > 0 ? [[`o${objective}`, count]] : [])))
const sizeOf = (blueprint: Blueprint) => Object.values(blueprint).reduce((all, each) => all + each, 0)

/** A bank and a blueprint that it can fill, with the items of earlier attempts. */
const sound = fc
  .record({
    items: bank,
    each: counts,
    past: fc.array(fc.array(fc.nat(31)), { maxLength: 3 }),
    seed: fc.string(),
  })
  .map(({ items, each, past, seed }) => {
    const blueprint = blueprintOf(each)
    const seen = past.map((attempt) => attempt.flatMap((n) => items[n]?.id ?? []))
    return { items, draw: { size: sizeOf(blueprint), blueprint, seed, seen } }
  })
  .filter(({ items, draw }) => draw.size > 0 && blueprintFaults(items, draw).length === 0)

const drawnFrom = (items: readonly BankItem[], quiz: readonly DrawnItem[]) =>
  quiz.flatMap(({ itemId }) => items.find((item) => item.id === itemId) ?? [])
const objectiveCounts = (items: readonly BankItem[]) =>
  Object.fromEntries(
    [...Map.groupBy(items, (item) => item.objectiveId)].map(([id, each]) => [id, each.length]),
  )

test('every draw asks exactly what the blueprint says, each item once', () => {
  fc.assert(
    fc.property(sound, ({ items, draw }) => {
      const chosen = drawnFrom(items, drawQuiz(items, draw))
      expect(objectiveCounts(chosen)).toEqual(draw.blueprint)
      expect(new Set(chosen).size).toBe(draw.size)
    }),
  )
})

test('every objective that has must-pass items gives one of them', () => {
  fc.assert(
    fc.property(sound, ({ items, draw }) => {
      const critical = (of: readonly BankItem[]) =>
        [...new Set(of.filter((item) => item.mustPass).map((item) => item.objectiveId))].sort()
      expect(critical(drawnFrom(items, drawQuiz(items, draw)))).toEqual(critical(items))
    }),
  )
})

test('a vignette comes whole and in one piece, or not at all', () => {
  fc.assert(
    fc.property(sound, ({ items, draw }) => {
      const chosen = drawnFrom(items, drawQuiz(items, draw))
      for (const id of new Set(chosen.flatMap(({ vignetteId }) => vignetteId ?? []))) {
        const places = chosen.flatMap(({ vignetteId }, place) => (vignetteId === id ? [place] : []))
        const whole = items.filter(({ vignetteId }) => vignetteId === id)
        expect(places).toHaveLength(whole.length)
        expect((places.at(-1) ?? 0) - (places[0] ?? 0)).toBe(whole.length - 1)
      }
    }),
  )
})

test('a vignette whose items fit is drawn by some seeds and left out by others', () => {
  const alone = Array.from({ length: 9 }, (_, n) => ({ objective: n % 3, vignette: null }))
  const set = [0, 1, 2].map((objective) => ({ objective, vignette: 0 }))
  const items = [...alone, ...set].map((each, index) =>
    itemOf({ kind: 'single', mustPass: false, options: 4, ...each }, index),
  )
  const hasSet = Array.from({ length: 200 }, (_, n) =>
    drawnFrom(items, drawQuiz(items, { size: 6, seed: `${n}`, seen: [] })).some(
      ({ vignetteId }) => vignetteId !== null,
    ),
  )
  const share = hasSet.filter(Boolean).length / hasSet.length
  expect(share).toBeGreaterThan(0.2)
  expect(share).toBeLessThan(0.8)
})

test('an item that stands alone repeats only where its objective has no other left', () => {
  fc.assert(
    fc.property(sound, ({ items, draw }) => {
      const seen = new Set(draw.seen.flat())
      const chosen = drawnFrom(items, drawQuiz(items, draw))
      const fresh = items.filter(
        (item) => item.vignetteId === null && !(seen.has(item.id) || chosen.includes(item)),
      )
      const needless = chosen.filter(
        (item) =>
          item.vignetteId === null &&
          seen.has(item.id) &&
          fresh.some((other) => other.objectiveId === item.objectiveId && (other.mustPass || !item.mustPass)),
      )
      expect(needless).toEqual([])
    }),
  )
})

test('the same seed draws the same quiz', () => {
  fc.assert(
    fc.property(sound, ({ items, draw }) => {
      expect(drawQuiz(items, draw)).toEqual(drawQuiz(structuredClone(items), structuredClone(draw)))
    }),
  )
})

test('an item is frozen with its kind, its prompts and all of its options', () => {
  fc.assert(
    fc.property(sound, ({ items, draw }) => {
      for (const { itemId, kind, promptIds, optionIds } of drawQuiz(items, draw)) {
        const item = items.find(({ id }) => id === itemId)
        const frozen = { kind, promptIds, optionIds: optionIds.toSorted() }
        expect(frozen).toEqual({ kind: item?.kind, promptIds: item?.promptIds, optionIds: item?.optionIds })
      }
    }),
  )
})

test('an ordering is first shown as written or begun at another entry, which is never the right order', () => {
  fc.assert(
    fc.property(sound, ({ items, draw }) => {
      for (const { itemId, kind, optionIds } of drawQuiz(items, draw)) {
        if (kind !== 'ordering') continue
        const written = items.find(({ id }) => id === itemId)?.optionIds ?? []
        expect(firstOrders(written).map(String)).toContain(String(optionIds))
      }
    }),
  )
})

test('a blueprint that the bank cannot fill is a fault, and never a shorter quiz', () => {
  fc.assert(
    fc.property(bank, counts, fc.integer({ min: 0, max: 12 }), (items, each, size) => {
      const blueprint = blueprintOf(each)
      const draw = { size, blueprint, seed: 's', seen: [] }
      fc.pre(size === 0 || blueprintFaults(items, draw).length > 0)
      expect(() => drawQuiz(items, draw)).toThrow('Broken invariant')
    }),
  )
})

const small = [0, 0, 0, 1, 1].map((objective, index) =>
  itemOf({ kind: 'single', objective, vignette: null, mustPass: index === 0, options: 4 }, index),
)

test.for([
  ['too few items', 5, { o0: 2, o1: 3 }, [{ kind: 'too-few-items', objectiveId: 'o1', asked: 3, ready: 2 }]],
  ['another sum than the draw', 3, { o0: 2, o1: 2 }, [{ kind: 'sum-differs', sum: 4 }]],
  [
    'an objective with must-pass items left out',
    2,
    { o1: 2 },
    [{ kind: 'must-pass-not-asked', objectiveId: 'o0' }],
  ],
  ['nothing wrong', 3, { o0: 2, o1: 1 }, []],
  ['an even spread with room', 4, null, []],
  ['an even spread of the last item', 5, null, []],
  ['an even spread of too many', 6, null, [{ kind: 'too-few-items', objectiveId: 'o1', asked: 3, ready: 2 }]],
] as const)('a blueprint is held against the bank: %s', ([, size, blueprint, faults]) => {
  expect(blueprintFaults(small, { size, blueprint })).toEqual(faults)
})

test('a must-pass item in a vignette alone cannot be promised', () => {
  const items = [
    ...small.map((item) => ({ ...item, mustPass: false })),
    itemOf({ kind: 'single', objective: 1, vignette: 0, mustPass: true, options: 4 }, 5),
  ]
  expect(blueprintFaults(items, { size: 2 })).toEqual([
    { kind: 'must-pass-in-vignettes-only', objectiveId: 'o1' },
  ])
})
