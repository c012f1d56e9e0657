import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ModuleVersionId } from '#lib/domain/ids'
import {
  fewestItemsToTestOut,
  type LessonToShow,
  type ShownAnswer,
  shownLessons,
} from '#lib/domain/training/test-out'

const moduleVersionId = 'm1@1' as ModuleVersionId
const lesson = (lessonId: string, objectives: readonly string[]): LessonToShow => {
  return { moduleVersionId, lessonId, objectives, mustPassObjectives: ['safety'] }
}
const lessons = [lesson('l1', ['o1']), lesson('l2', ['o1', 'o2']), lesson('l3', ['safety'])]

/** "o1+" is a right answer to an item on o1, "o1-" a wrong one, or one that was not known. */
const answers = (written: string): ShownAnswer[] =>
  written.split(' ').map((each, index) => {
    return {
      moduleVersionId,
      objectiveId: each.slice(0, -1),
      itemId: `q${index}`,
      isRight: each.endsWith('+'),
    }
  })
const shown = (written: string, of = lessons) =>
  shownLessons(of, answers(written)).map(({ lessonId }) => lessonId)

describe('a lesson is shown not to be needed', () => {
  test('by two right answers on its objective, and never by one', () => {
    expect(shown('o1+ o1+')).toEqual(['l1'])
    expect(shown('o1+')).toEqual([])
    expect(fewestItemsToTestOut).toBe(2)
  })

  test('only if every answer on its objective was right', () => {
    expect(shown('o1+ o1+ o1-')).toEqual([])
    expect(shown('o1+ o1+ o2-')).toEqual(['l1'])
  })

  test('only if each of its objectives was shown', () => {
    expect(shown('o1+ o1+ o2+')).toEqual(['l1'])
    expect(shown('o1+ o2+ o1+ o2+')).toEqual(['l1', 'l2'])
  })

  test('never where a must-pass item asks about it', () => {
    expect(shown('safety+ safety+ safety+')).toEqual([])
    expect(shown('o1+ o1+ safety+ safety+', [lesson('l4', ['o1', 'safety'])])).toEqual([])
  })

  test('never by answers on another version, nor where it names no objective', () => {
    const newer = { ...lesson('l1', ['o1']), moduleVersionId: 'm1@2' as ModuleVersionId }
    expect(shown('o1+ o1+', [newer, lesson('l5', [])])).toEqual([])
  })

  test('by items that are named with it', () => {
    expect(shownLessons(lessons, answers('o1+ o2+ o1+'))).toEqual([
      { moduleVersionId, lessonId: 'l1', shownBy: ['q0', 'q2'] },
    ])
  })
})

test('whatever was answered, one more wrong answer shows no more lessons, and no lesson on safety is ever shown', () => {
  const objectives = ['o1', 'o2', 'o3', 'safety']
  const answer = fc.record({ objective: fc.constantFrom(...objectives), isRight: fc.boolean() })
  const some = fc
    .uniqueArray(fc.constantFrom(...objectives), { minLength: 1 })
    .map((own) => lesson(own.join(), own))
  fc.assert(
    fc.property(fc.array(answer), fc.array(some), fc.constantFrom(...objectives), (given, all, wrong) => {
      const stored = given.map(({ objective, isRight }, index) => {
        return { moduleVersionId, objectiveId: objective, itemId: `q${index}`, isRight }
      })
      const before = shownLessons(all, stored)
      const miss = { moduleVersionId, objectiveId: wrong, itemId: 'miss', isRight: false }
      const after = shownLessons(all, [...stored, miss]).map(({ lessonId }) => lessonId)
      expect(before.map(({ lessonId }) => lessonId)).toEqual(expect.arrayContaining(after))
      for (const { lessonId, shownBy } of before) {
        expect(lessonId).not.toContain('safety')
        expect(shownBy.length).toBeGreaterThanOrEqual(fewestItemsToTestOut)
      }
    }),
  )
})
