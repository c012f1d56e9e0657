import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type AssessmentTerms,
  assessmentTermsFrom,
  keysShownChoices,
  noAssessmentTerms,
  togetherTerms,
} from '#lib/domain/compliance/assessment-terms'

const terms: fc.Arbitrary<AssessmentTerms> = fc.record({
  cooldownHours: fc.nat(336),
  timeLimitMinutes: fc.option(fc.integer({ min: 10, max: 600 })),
  keysShown: fc.constantFrom(...keysShownChoices),
  testOut: fc.boolean(),
})

test('nobody who asks, and a policy that says nothing, set no limit and show no answers', () => {
  const nothing = { cooldownHours: 0, timeLimitMinutes: null, keysShown: 'never', testOut: false }
  expect(togetherTerms([])).toEqual(nothing)
  expect(assessmentTermsFrom({ cooldownHours: 24 })).toEqual({ ...noAssessmentTerms, cooldownHours: 24 })
})

test('of several limits the longest holds, and none beats all', () => {
  const limited = (timeLimitMinutes: number | null) => assessmentTermsFrom({ timeLimitMinutes })
  expect(togetherTerms([limited(30), limited(45)]).timeLimitMinutes).toBe(45)
  expect(togetherTerms([limited(30), limited(null), limited(600)]).timeLimitMinutes).toBeNull()
})

test('lessons may be skipped only where every policy that asks allows it', () => {
  const allowing = assessmentTermsFrom({ testOut: true })
  expect(togetherTerms([allowing, allowing]).testOut).toBe(true)
  expect(togetherTerms([allowing, noAssessmentTerms]).testOut).toBe(false)
})

test('answers are shown only where every policy that asks shows them', () => {
  const shown = assessmentTermsFrom({ keysShown: 'after-pass-or-last' })
  expect(togetherTerms([shown, shown]).keysShown).toBe('after-pass-or-last')
  expect(togetherTerms([shown, noAssessmentTerms]).keysShown).toBe('never')
})

test('one more policy never takes time away, and never shows answers that were hidden, in whatever order', () => {
  fc.assert(
    fc.property(fc.array(terms, { minLength: 1, maxLength: 5 }), terms, (asked, more) => {
      const before = togetherTerms(asked)
      const after = togetherTerms([more, ...asked])
      expect(after).toEqual(togetherTerms([...asked, more].toReversed()))
      const minutes = ({ timeLimitMinutes: limit }: AssessmentTerms) => limit ?? Number.POSITIVE_INFINITY
      expect(minutes(after)).toBe(Math.max(minutes(before), minutes(more)))
      expect(after.cooldownHours).toBeLessThanOrEqual(before.cooldownHours)
      expect([before.keysShown, 'never']).toContain(after.keysShown)
      expect(after.testOut).toBe(before.testOut && more.testOut)
    }),
  )
})
