import { describe, expect, test } from 'vitest'
import {
  type CaseDecision,
  type CaseEnding,
  type CaseGraph,
  type CaseOutcome,
  caseGraphFlaws,
  caseSkills,
  type Judgment,
} from '#lib/domain/curriculum/case-graph'

const option = (judgment: Judgment, next: string) => ({
  id: `${judgment}-${next}`,
  judgment,
  points: {},
  next,
})

function decision(id: string, options: CaseDecision['options'], skills = [...caseSkills]): CaseDecision {
  return { kind: 'decision', id, skills, options }
}
const ending = (id: string, outcome: CaseOutcome): CaseEnding => ({ kind: 'ending', id, outcome })

/** Two good ways from the start; a slip can be made good; a second slip ends it badly. */
const start = decision('start', [option('good', 'home'), option('good', 'friend'), option('poor', 'repair')])
const repair = decision('repair', [option('good', 'home'), option('fair', 'friend'), option('poor', 'lost')])
const endings = [ending('home', 'good'), ending('friend', 'good'), ending('lost', 'missed')]
const fair: CaseGraph = { start: 'start', nodes: [start, repair, ...endings] }

const withStart = (...options: CaseDecision['options']): CaseGraph => ({
  ...fair,
  nodes: [decision('start', options), repair, ...endings],
})

describe('the shape of a case', () => {
  test('is good when every node is reached, every way ends, and good ways end well', () => {
    expect(caseGraphFlaws(fair)).toEqual([])
  })
  test('is told at once, however many decisions its ways meet at again', () => {
    const steps = Array.from({ length: 60 }, (_, step) => {
      const next = step === 59 ? 'home' : `step-${step + 1}`
      return decision(`step-${step}`, [option('good', next), { ...option('good', next), id: 'other' }])
    })
    const nodes = [...steps, ending('home', 'good')]
    expect(caseGraphFlaws({ start: 'step-0', nodes })).toEqual([])
  })
  test('starts somewhere', () => {
    expect(caseGraphFlaws({ ...fair, start: 'nowhere' })).toEqual([{ kind: 'start-unknown' }])
  })
  test('leads on from every option', () => {
    const graph = withStart(option('good', 'home'), option('good', 'nowhere'))
    expect(caseGraphFlaws(graph)).toEqual([
      { kind: 'next-unknown', nodeId: 'start', optionId: 'good-nowhere' },
    ])
  })
  test('never leads back, so that every way comes to an ending', () => {
    const again = decision('repair', [option('good', 'home'), option('poor', 'start')])
    expect(caseGraphFlaws({ ...fair, nodes: [start, again, ...endings] })).toEqual([
      { kind: 'walks-in-a-circle', nodeId: 'start' },
      { kind: 'walks-in-a-circle', nodeId: 'repair' },
    ])
  })
  test('has no node that nobody reaches', () => {
    const lonely = [decision('lonely', [option('good', 'home')]), ending('never', 'harm')]
    expect(caseGraphFlaws({ ...fair, nodes: [...fair.nodes, ...lonely] })).toEqual([
      { kind: 'unreachable', nodeId: 'lonely' },
      { kind: 'unreachable', nodeId: 'never' },
    ])
  })
})

describe('a case is fair', () => {
  test('good choices never end badly', () => {
    const graph = withStart(option('good', 'home'), option('good', 'friend'), option('good', 'lost'))
    expect(caseGraphFlaws(graph)).toContainEqual({ kind: 'good-choices-end-badly', nodeId: 'lost' })
  })
  test('a single poor choice leaves a way back', () => {
    const graph = withStart(option('good', 'repair'), option('poor', 'lost'))
    expect(caseGraphFlaws(graph)).toContainEqual({ kind: 'one-poor-choice-ends-it', nodeId: 'lost' })
  })
  test('choices that are only fair do not end badly either', () => {
    const graph = withStart(option('good', 'repair'), option('fair', 'lost'))
    expect(caseGraphFlaws(graph)).toContainEqual({ kind: 'one-poor-choice-ends-it', nodeId: 'lost' })
  })
  test('more than one way is good', () => {
    const graph = withStart(option('good', 'home'), option('poor', 'repair'))
    expect(caseGraphFlaws(graph)).toEqual([{ kind: 'one-good-way-only' }])
  })
  test('no good way leaves a skill out', () => {
    const narrow = decision('start', start.options, ['privacy', 'choice', 'safety', 'referral'])
    expect(caseGraphFlaws({ ...fair, nodes: [narrow, repair, ...endings] })).toEqual([
      { kind: 'skill-can-be-missed', skill: 'documentation' },
    ])
  })
  test('a skill that stands on every way is met, wherever it stands', () => {
    const spread = [
      decision('start', [option('good', 'left'), option('good', 'right')], ['privacy', 'choice']),
      decision('left', [option('good', 'last')], ['safety']),
      decision('right', [option('good', 'last')], ['safety']),
      decision('last', [option('good', 'home')], ['documentation', 'referral']),
      ending('home', 'good'),
    ]
    expect(caseGraphFlaws({ start: 'start', nodes: spread })).toEqual([])
  })
})
