import { expect, test } from 'vitest'
import { discriminationOf, facilities, type Outcomes } from '#lib/domain/assessment/discrimination'
import { facilityOf } from '#lib/domain/assessment/facility'
import { drawnFormReliability, fixedFormReliability } from '#lib/domain/assessment/reliability'
import { type SeededRandom, seededRandom } from '#lib/domain/curriculum/seeded-random'

// How often an interval of 95 percent covers the true value, among many simulated practices. Seeds are fixed: what is stated
// here is true on every machine.

const uniform = (random: SeededRandom) => (random.below(2 ** 32 - 1) + 0.5) / 2 ** 32
const normal = (random: SeededRandom) =>
  Math.sqrt(-2 * Math.log(uniform(random))) * Math.cos(2 * Math.PI * uniform(random))

/** A bank of twelve items: right with the chance of a logistic curve of ability less difficulty (a Rasch model, slope 1.2). */
const bank = Array.from({ length: 12 }, (_, index) => ({ id: `q${index}`, difficulty: -1.6 + index * 0.2 }))
const isRight = (ability: number, difficulty: number, random: SeededRandom) =>
  uniform(random) < 1 / (1 + Math.exp(-1.2 * (ability - difficulty)))

/** So many people who were asked `size` items of the bank: all the same ones, or drawn anew for each. */
function sittings(people: number, size: number, isDrawn: boolean, random: SeededRandom): Outcomes[] {
  return Array.from({ length: people }, () => {
    const ability = normal(random)
    const asked = (isDrawn ? random.shuffled(bank) : bank).slice(0, size)
    return new Map(asked.map(({ id, difficulty }) => [id, isRight(ability, difficulty, random)]))
  })
}

const rowsOf = (attempts: readonly Outcomes[]) =>
  attempts.map((attempt) => [...attempt.values()].map((right) => (right ? 1 : 0)))

function coverage(rounds: number, covers: (random: SeededRandom) => boolean, seed: string): number {
  const random = seededRandom(seed)
  return Array.from({ length: rounds }, () => covers(random)).filter(Boolean).length / rounds
}

test.each([
  [0.5, 30],
  [0.8, 40],
  [0.9, 60],
])(
  'Wilson’s interval covers a facility of %s among %s people in 92 to 98 of 100 samples',
  (share, people) => {
    const covers = (random: SeededRandom) => {
      const right = Array.from({ length: people }, () => uniform(random) < share).filter(Boolean).length
      const { low, high } = facilityOf(right, people)
      return low <= share && share <= high
    }
    const covered = coverage(3000, covers, `facility ${share}`)
    expect(covered).toBeGreaterThan(0.92)
    expect(covered).toBeLessThan(0.98)
  },
)

test.each(['q1', 'q9'])(
  'the interval of the discrimination of %s covers it in 93 to 97 of 100 samples, though everybody drew other items',
  (itemId) => {
    const discrimination = (attempts: readonly Outcomes[]) =>
      discriminationOf(
        itemId,
        attempts.filter((attempt) => attempt.has(itemId)),
        facilities(attempts),
      )
    const truth = discrimination(sittings(40_000, 6, true, seededRandom(`truth ${itemId}`)))?.value ?? 0
    const covers = (random: SeededRandom) => {
      const figure = discrimination(sittings(120, 6, true, random))
      return figure !== undefined && figure.low <= truth && truth <= figure.high
    }
    const covered = coverage(1000, covers, `discrimination ${itemId}`)
    expect(truth).toBeGreaterThan(0.1)
    expect(covered).toBeGreaterThan(0.93)
    expect(covered).toBeLessThan(0.97)
  },
)

test.each([
  ['asked of everybody alike', false, fixedFormReliability],
  ['drawn for each', true, drawnFormReliability],
] as const)(
  'the interval of the reliability of a quiz %s covers it in 93 to 97.5 of 100 samples',
  (name, isDrawn, reliability) => {
    const truth = reliability(rowsOf(sittings(40_000, 8, isDrawn, seededRandom(`truth ${name}`))))?.value ?? 0
    const covers = (random: SeededRandom) => {
      const figure = reliability(rowsOf(sittings(60, 8, isDrawn, random)))
      return figure !== undefined && figure.low <= truth && truth <= figure.high
    }
    const covered = coverage(1000, covers, `reliability ${name}`)
    expect(truth).toBeGreaterThan(0.4)
    expect(covered).toBeGreaterThan(0.93)
    expect(covered).toBeLessThan(0.975)
  },
)
