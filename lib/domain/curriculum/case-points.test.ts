import { expect, test } from 'vitest'
import type { CaseOption, Judgment, SkillPoints } from '#lib/domain/curriculum/case-graph'
import { casePointsFlaws } from '#lib/domain/curriculum/case-points'

const option = (id: string, judgment: Judgment, points: SkillPoints): CaseOption => ({
  id,
  judgment,
  points,
  next: 'home',
})

const flawsOf = (...options: readonly CaseOption[]) =>
  casePointsFlaws({ kind: 'decision', id: 'n1', skills: ['privacy', 'choice'], options })

const best = option('a', 'good', { privacy: 2, choice: 2 })

test('options that score as they are judged have no flaw', () => {
  const flaws = flawsOf(
    best,
    option('b', 'good', { choice: 2, privacy: 2 }),
    option('c', 'fair', { privacy: 2, choice: 1 }),
    option('d', 'poor', { privacy: 0, choice: 1 }),
  )
  expect(flaws).toEqual([])
})

const refused: readonly (readonly [promise: string, kind: string, wrong: CaseOption])[] = [
  ['each skill of the decision is scored', 'other-skills', option('b', 'poor', { privacy: 0 })],
  ['no other skill is scored', 'other-skills', option('b', 'poor', { privacy: 0, safety: 0 })],
  [
    'a good option has all points',
    'good-without-full-points',
    option('b', 'good', { privacy: 2, choice: 1 }),
  ],
  ['a fair option has fewer', 'fair-with-full-points', option('b', 'fair', { privacy: 2, choice: 2 })],
  ['a poor option has at most half', 'poor-scores-too-much', option('b', 'poor', { privacy: 2, choice: 1 })],
]

test.each(refused)('%s', (_, kind, wrong) => {
  expect(flawsOf(best, wrong)).toEqual([{ kind, optionId: 'b' }])
})

test('a poor option has less than a fair one', () => {
  const fair = option('b', 'fair', { privacy: 1, choice: 1 })
  expect(flawsOf(best, fair, option('c', 'poor', { privacy: 0, choice: 2 }))).toEqual([
    { kind: 'poor-scores-too-much', optionId: 'c' },
  ])
})

test('options that are judged alike score alike', () => {
  const fair = option('b', 'fair', { privacy: 1, choice: 1 })
  expect(flawsOf(best, fair, option('c', 'fair', { privacy: 2, choice: 1 }))).toEqual([
    { kind: 'equals-score-unequally', optionId: 'c' },
  ])
})
