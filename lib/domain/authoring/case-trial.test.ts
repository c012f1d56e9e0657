import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type DecisionForm, emptyChoice, type NodeForm } from '#lib/domain/authoring/case-form'
import { firstWords, nodeNames } from '#lib/domain/authoring/case-names'
import { caseTrial, longestTrial } from '#lib/domain/authoring/case-trial'
import type { CaseGraph } from '#lib/domain/curriculum/case-graph'

const said = { strong: 'Strong', weak: 'Weak', source: '' }
const debrief = { privacy: said, choice: said, safety: said, documentation: said, referral: said }
const shown = { noteAbout: '', noteGentle: '', sources: [] }

type Lead = readonly [id: 'a' | 'b' | 'c', next: string]
const decision = (...leads: readonly Lead[]): DecisionForm => ({
  kind: 'decision',
  scene: 'A room.',
  question: 'What now?',
  skills: ['privacy'],
  ...shown,
  choices: leads.map(([id, next]) => ({
    ...emptyChoice(id),
    text: `Do ${id}`,
    consequence: `After ${id}`,
    feedback: `Why ${id}`,
    next,
  })),
})
const ending: NodeForm = { kind: 'ending', scene: 'It ends.', ...shown, outcome: 'good', lesson: 'So it is.' }

function written(nodes: readonly { readonly id: string; readonly form: NodeForm }[], start = 'n1') {
  const graph: CaseGraph = {
    start,
    nodes: nodes.map(({ id, form }) =>
      form.kind === 'ending'
        ? { kind: 'ending', id, outcome: 'good' }
        : {
            kind: 'decision',
            id,
            skills: form.skills,
            options: form.choices.map((choice, place) => ({
              id: choice.id,
              judgment: place === 0 ? 'good' : 'poor',
              points: { privacy: place === 0 ? 2 : 0 },
              next: choice.next,
            })),
          },
    ),
  }
  return { graph, nodes, debrief }
}

const small = written([
  { id: 'n1', form: decision(['a', 'n2'], ['b', ''], ['c', 'n1']) },
  { id: 'n2', form: decision(['a', 'e1'], ['b', 'gone']) },
  { id: 'n3', form: decision() },
  { id: 'e1', form: ending },
])

describe('a draft that is tried', () => {
  test('goes from scene to scene to an end, with what followed and what each skill shows', () => {
    const trial = caseTrial(small, '', 'aa')
    expect(trial).toMatchObject({ from: 'n1', way: 'aa', nodeId: 'e1', points: { privacy: 2 } })
    expect(trial?.steps.map(({ chosen, consequence }) => [chosen.text, consequence])).toEqual([
      ['Do a', 'After a'],
      ['Do a', 'After a'],
    ])
    expect(trial?.place).toMatchObject({ kind: 'ending', lesson: 'So it is.' })
    const skills = trial?.place.kind === 'ending' ? trial.place.skills : []
    expect(skills[0]).toMatchObject({ skill: 'privacy', level: 'strong', points: 4, words: 'Strong' })
    expect(skills[1]).toMatchObject({ skill: 'choice', level: 'not-met' })
  })

  test('begins with any scene, an ending too, and where the case begins for want of another', () => {
    expect(caseTrial(small, 'n2', 'a')).toMatchObject({ from: 'n2', nodeId: 'e1', place: { kind: 'ending' } })
    expect(caseTrial(small, 'e1', 'ab')).toMatchObject({ way: '', place: { kind: 'ending' } })
    expect(caseTrial(small, 'nobody', '')).toMatchObject({ from: 'n1', place: { kind: 'scene' } })
    expect(caseTrial({ ...small, graph: { ...small.graph, start: 'gone' } }, '', '')?.from).toBe('n1')
    expect(caseTrial(written([]), '', 'a')).toBeUndefined()
  })

  test('stops where a choice leads nowhere yet, where there is none, and where it goes round in a circle', () => {
    expect(caseTrial(small, 'n1', 'bab')).toMatchObject({
      way: 'b',
      nodeId: 'n1',
      place: { kind: 'nowhere' },
    })
    expect(caseTrial(small, 'n2', 'b')).toMatchObject({ nodeId: 'n2', place: { kind: 'nowhere' } })
    expect(caseTrial(small, 'n3', 'a')).toMatchObject({
      way: '',
      place: { kind: 'scene', scene: { options: [] } },
    })
    const circle = caseTrial(small, 'n1', 'c'.repeat(longestTrial + 5))
    expect(circle).toMatchObject({ way: 'c'.repeat(longestTrial), place: { kind: 'too-long' } })
  })

  test('whatever it looks like and whatever is asked, it stands somewhere, by choices that can be made', () => {
    const id = fc.constantFrom('', 'n1', 'n2', 'n3', '__proto__', 'constructor', 'gone')
    const leads = fc.uniqueArray(fc.tuple(fc.constantFrom('a', 'b', 'c'), id), {
      selector: ([letter]) => letter,
    })
    const form = fc.oneof(
      fc.constant(ending),
      leads.map((each) => decision(...(each as Lead[]))),
    )
    const drafts = fc.array(fc.record({ id, form }), { minLength: 1, maxLength: 6 })
    const way = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 70 }).map((each) => each.join(''))
    fc.assert(
      fc.property(drafts, id, id, way, (nodes, start, from, asked) => {
        const trial = caseTrial(written(nodes, start), from, asked)
        if (!trial) return nodes.every((node) => node.id === '')
        expect(asked.startsWith(trial.way)).toBe(true)
        expect(trial.steps.length).toBe(trial.way.length)
        expect(nodes.some((node) => node.id === trial.nodeId)).toBe(true)
        return true
      }),
      { numRuns: 300 },
    )
  })
})

describe('the name of a scene', () => {
  test('counts its kind in the order of the outline, and leaves out what is still to be written', () => {
    const nodes = [
      { id: 'x', form: decision() },
      { id: 'e9', form: ending },
      { id: 'y', form: { ...decision(), scene: 'Write here.' } },
    ]
    expect(nodeNames(nodes, ['Write here.'])).toEqual([
      { id: 'x', kind: 'decision', number: 1, words: 'A room.' },
      { id: 'e9', kind: 'ending', number: 1, words: 'It ends.' },
      { id: 'y', kind: 'decision', number: 2, words: '' },
    ])
  })

  test('ends with a whole word where it has one, and never in the middle of a sign', () => {
    expect(firstWords('The waiting room is full of people', 20)).toBe('The waiting room is…')
    expect(firstWords('Rompecabezasinterminable', 6)).toBe('Rompec…')
    expect(firstWords('🙂🙂🙂', 2)).toBe('🙂🙂…')
    expect(firstWords('Short', 20)).toBe('Short')
  })
})
