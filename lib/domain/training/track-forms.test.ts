import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { FormId } from '#lib/domain/ids'
import {
  type FormMoment,
  type FormRecord,
  type FormsRecord,
  findFormOffer,
  formStanding,
  gainTold,
} from '#lib/domain/training/track-forms'

const formId = 'form' as FormId
const forms = (...sittings: FormRecord[]): FormsRecord => {
  return { before: 3, after: 3, completedCycle: 1, sittings, skippedLessons: [] }
}
const answered = (moment: FormMoment, count: number): FormRecord => {
  return { id: formId, moment, isSkipped: false, asked: 3, answered: count }
}
const skipped = (moment: FormMoment): FormRecord => {
  return { id: formId, moment, isSkipped: true, asked: 0, answered: 0 }
}

describe.each(['before', 'after'] as const)('the form %s a training', (moment) => {
  const standing = (record: FormsRecord, hasBegun = false) =>
    formStanding({ forms: record, hasBegun }, moment)?.kind

  test('is offered, goes on where it was begun, and is done with its last answer', () => {
    expect(standing(forms())).toBe('offered')
    expect(standing(forms(answered(moment, 0)))).toBe('begun')
    expect(standing(forms(answered(moment, 2)))).toBe('begun')
    expect(standing(forms(answered(moment, 3)))).toBe('done')
  })

  test('is over once a part of the turn was begun, unless it was done or left out before', () => {
    expect(standing(forms(), true)).toBe('over')
    expect(standing(forms(answered(moment, 2)), true)).toBe('over')
    expect(standing(forms(answered(moment, 3)), true)).toBe('done')
    expect(standing(forms(skipped(moment)), true)).toBe('skipped')
  })

  test('does not exist where the track has none', () => {
    expect(standing({ ...forms(), [moment]: 0 })).toBeUndefined()
  })
})

test('what comes after the last turn is spoken of first, and what was left out no more', () => {
  const offer = (...sittings: FormRecord[]) => findFormOffer({ forms: forms(...sittings), hasBegun: false })
  expect(offer()).toEqual({ moment: 'after', isBegun: false, asked: 3 })
  expect(offer(skipped('after'))).toEqual({ moment: 'before', isBegun: false, asked: 3 })
  expect(offer(answered('after', 3), answered('before', 1))).toMatchObject({
    moment: 'before',
    isBegun: true,
  })
  expect(offer(answered('after', 3), skipped('before'))).toBeNull()
  expect(findFormOffer({ forms: forms(), hasBegun: true })).toBeNull()
})

describe('what is told of a gain', () => {
  const told = (before: readonly [number, number] | null, after: readonly [number, number]) =>
    gainTold({
      before: before && { right: before[0], outOf: before[1] },
      after: { right: after[0], outOf: after[1] },
    })

  test('is nothing without the form before', () => {
    expect(told(null, [8, 8])).toBe('nothing')
  })

  test('is neither more nor fewer where one question makes the difference', () => {
    expect(told([3, 8], [7, 8])).toBe('more')
    expect(told([3, 8], [5, 8])).toBe('more')
    expect(told([3, 8], [4, 8])).toBe('about-the-same')
    expect(told([4, 8], [3, 8])).toBe('about-the-same')
    expect(told([5, 8], [3, 8])).toBe('fewer')
  })

  test('compares shares where the two ask a different number', () => {
    expect(told([4, 8], [2, 4])).toBe('about-the-same')
    expect(told([2, 8], [3, 4])).toBe('more')
  })

  test('turns round when the two counts do, and is the same for the same count', () => {
    const count = fc
      .integer({ min: 1, max: 20 })
      .chain((outOf) => fc.record({ right: fc.nat(outOf), outOf: fc.constant(outOf) }))
    const turned = { more: 'fewer', fewer: 'more', 'about-the-same': 'about-the-same', nothing: 'nothing' }
    fc.assert(
      fc.property(count, count, (before, after) => {
        expect(gainTold({ before: after, after: before })).toBe(turned[gainTold({ before, after })])
        expect(gainTold({ before, after: before })).toBe('about-the-same')
      }),
    )
  })
})
