import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CaseGraph, caseSkills } from '#lib/domain/curriculum/case-graph'
import { type CaseStep, decisionsLeft, reviewedSteps, scoreCase } from '#lib/domain/curriculum/score-case'

const option = (id: string, judgment: 'good' | 'fair' | 'poor', points: object, next: string) => ({
  id,
  judgment,
  points,
  next,
})

/** Four decisions about privacy and safety; a poor first choice needs a repair. */
const graph: CaseGraph = {
  start: 'n1',
  nodes: [
    {
      kind: 'decision',
      id: 'n1',
      skills: ['privacy', 'safety'],
      options: [
        option('a', 'good', { privacy: 2, safety: 2 }, 'n3'),
        option('b', 'good', { privacy: 2, safety: 2 }, 'n3'),
        { ...option('c', 'poor', { privacy: 0, safety: 1 }, 'n2'), endangers: true },
      ],
    },
    {
      kind: 'decision',
      id: 'n2',
      skills: ['privacy'],
      options: [option('a', 'good', { privacy: 2 }, 'n3'), option('b', 'poor', { privacy: 0 }, 'bad')],
    },
    {
      kind: 'decision',
      id: 'n3',
      skills: ['safety'],
      options: [option('a', 'good', { safety: 2 }, 'n4'), option('b', 'fair', { safety: 1 }, 'n4')],
    },
    {
      kind: 'decision',
      id: 'n4',
      skills: ['safety', 'choice'],
      options: [
        option('a', 'good', { safety: 2, choice: 2 }, 'well'),
        option('b', 'poor', { safety: 0, choice: 0 }, 'bad'),
      ],
    },
    { kind: 'ending', id: 'well', outcome: 'good' },
    { kind: 'ending', id: 'bad', outcome: 'harm' },
  ],
}

/** "n1a n3a" */
const way = (text: string): CaseStep[] =>
  text.split(' ').map((step) => ({ nodeId: step.slice(0, 2), optionId: step.slice(2) }))
const levels = (text: string) =>
  Object.fromEntries(scoreCase(graph, way(text)).skills.map(({ skill, level }) => [skill, level]))

describe('a way through a case', () => {
  test('of good choices is strong in every skill that it met, whichever of the good ones they were', () => {
    const strong = { privacy: 'strong', choice: 'strong', safety: 'strong' }
    const met = { ...strong, documentation: 'not-met', referral: 'not-met' }
    expect(levels('n1a n3a n4a')).toEqual(met)
    expect(levels('n1b n3a n4a')).toEqual(met)
    expect(scoreCase(graph, way('n1a n3a n4a'))).toMatchObject({ endingId: 'well', outcome: 'good' })
  })

  test('stays strong with three quarters of the points, and not with fewer', () => {
    expect(scoreCase(graph, way('n1a n3b n4a')).skills[2]).toEqual({
      skill: 'safety',
      level: 'strong',
      points: 5,
      outOf: 6,
    })
    expect(levels('n1a n3b n4b')).toMatchObject({ safety: 'weak', choice: 'weak', privacy: 'strong' })
  })

  test('is not strong where a choice could have endangered somebody, whatever came after', () => {
    expect(levels('n1c n2a n3a n4a')).toMatchObject({ privacy: 'weak', safety: 'weak', choice: 'strong' })
  })

  test('that ends early says nothing about what it did not meet', () => {
    expect(levels('n1c n2b')).toMatchObject({ choice: 'not-met', safety: 'weak' })
  })

  test('shows beside each choice the good ones that it was not', () => {
    expect(reviewedSteps(graph, way('n1a n3b n4a')).map(({ otherGood }) => otherGood)).toEqual([
      ['b'],
      ['a'],
      [],
    ])
    expect(reviewedSteps(graph, way('n1c n2a'))[0]).toMatchObject({
      endangers: true,
      otherGood: ['a', 'b'],
    })
  })

  test('is about as long as its longest way of good choices', () => {
    expect(['n1', 'n2', 'n3', 'n4', 'well'].map((id) => decisionsLeft(graph, id))).toEqual([3, 3, 2, 1, 0])
  })

  test('is refused where it does not lead to an end, or names what the case does not have', () => {
    expect(() => scoreCase(graph, way('n1a n3a'))).toThrow(/scored at its end/)
    expect(() => scoreCase(graph, way('n1d'))).toThrow(/option of its decision/)
  })
})

/** Every way that somebody could take, by the numbers of their choices. */
const anyWay = fc.array(fc.nat({ max: 2 }), { minLength: 4, maxLength: 4 }).map((numbers) => {
  const steps: CaseStep[] = []
  let at = graph.nodes[0]
  for (const number of numbers) {
    if (at?.kind !== 'decision') break
    const chosen = at.options[number % at.options.length]
    if (!chosen) break
    steps.push({ nodeId: at.id, optionId: chosen.id })
    at = graph.nodes.find(({ id }) => id === chosen.next)
  }
  return steps
})

describe('the score of a case', () => {
  test('is the same for the same choices, and leaves them as they were', () => {
    fc.assert(
      fc.property(anyWay, (steps) => {
        const before = structuredClone({ graph, steps })
        const score = scoreCase(graph, steps)
        expect(scoreCase(structuredClone(graph), structuredClone(steps))).toEqual(score)
        expect({ graph, steps }).toEqual(before)
      }),
    )
  })

  test('does not depend on the order in which nodes and options are kept', () => {
    fc.assert(
      fc.property(anyWay, (steps) => {
        const nodes = graph.nodes.toReversed().map((node) => {
          if (node.kind === 'ending') return node
          return { ...node, skills: node.skills.toReversed(), options: node.options.toReversed() }
        })
        expect(scoreCase({ ...graph, nodes }, steps)).toEqual(scoreCase(graph, steps))
      }),
    )
  })

  test('speaks of all five skills, each between nothing and all of its points', () => {
    fc.assert(
      fc.property(anyWay, (steps) => {
        const { skills } = scoreCase(graph, steps)
        expect(skills.map(({ skill }) => skill)).toEqual(caseSkills)
        for (const { points, outOf } of skills) expect(points >= 0 && points <= outOf).toBe(true)
      }),
    )
  })
})
