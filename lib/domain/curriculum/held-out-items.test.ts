import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { BankItem } from '#lib/domain/curriculum/bank-item'
import { blueprintFaults } from '#lib/domain/curriculum/blueprint'
import { drawQuiz } from '#lib/domain/curriculum/draw-quiz'
import { bankBeside } from '#lib/domain/curriculum/held-out-items'

const item = (id: string, objectiveId: string, mustPass = false): BankItem => {
  const optionIds = ['a', 'b', 'c', 'd']
  return { id, kind: 'single', objectiveId, vignetteId: null, mustPass, promptIds: [], optionIds }
}
const bank = [
  ...['a1', 'a2', 'a3', 'a4'].map((id) => item(id, 'a', id === 'a1')),
  ...['b1', 'b2', 'b3', 'b4'].map((id) => item(id, 'b')),
]
const asked = { size: 4 }
const idsBeside = (heldOut: readonly string[]) => bankBeside(bank, heldOut, asked).map(({ id }) => id)

describe('what a quiz draws from', () => {
  test('leaves out what is held out', () => {
    expect(idsBeside(['a2', 'b1', 'elsewhere'])).toEqual(['a1', 'a3', 'a4', 'b2', 'b3', 'b4'])
  })

  test('is the whole bank where the rest could not fill the quiz', () => {
    expect(idsBeside(['b1', 'b2', 'b3'])).toHaveLength(8)
    expect(idsBeside(bank.map(({ id }) => id))).toHaveLength(8)
  })

  test('is the whole bank where an objective would lose its last must-pass item', () => {
    expect(idsBeside(['a1'])).toHaveLength(8)
  })
})

test('a quiz is always drawn, asks each objective’s must-pass items, and nothing held out that it can do without', () => {
  const some = fc.record({ objectiveId: fc.constantFrom('a', 'b', 'c'), mustPass: fc.boolean() })
  const banks = fc
    .array(some, { minLength: 1, maxLength: 20 })
    .map((own) => own.map(({ objectiveId, mustPass }, index) => item(`q${index}`, objectiveId, mustPass)))
  const draw = fc.record({ size: fc.integer({ min: 1, max: 8 }), seed: fc.string(), seen: fc.constant([]) })
  fc.assert(
    fc.property(banks, draw, fc.array(fc.nat(20)), (whole, wanted, held) => {
      fc.pre(blueprintFaults(whole, wanted).length === 0)
      const heldOut = held.map((index) => `q${index}`)
      const beside = bankBeside(whole, heldOut, wanted)
      const drawn = drawQuiz(beside, wanted).map(({ itemId }) => itemId)
      expect(drawn).toHaveLength(wanted.size)
      const isKept = beside.length < whole.length
      expect(drawn.some((id) => isKept && heldOut.includes(id))).toBe(false)
      const critical = Map.groupBy(
        whole.filter(({ mustPass }) => mustPass),
        ({ objectiveId }) => objectiveId,
      )
      expect([...critical.values()].every((items) => items.some(({ id }) => drawn.includes(id)))).toBe(true)
    }),
  )
})
