import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCaseDraft } from '#lib/content/authoring/case-draft'
import {
  withNodeAdded,
  withNodeMoved,
  withNodeRemoved,
  withNodeSaved,
} from '#lib/content/authoring/case-edits'
import { caseFindings, draftGraph, strandedNodes } from '#lib/content/authoring/case-findings'
import {
  readCaseAbout,
  readCaseRemarks,
  withAboutSaved,
  withDebriefSaved,
  withOpeningSaved,
  withRemarksSaved,
} from '#lib/content/authoring/case-frame-edits'
import { caseSkeleton } from '#lib/content/authoring/case-skeleton'
import { readSource } from '#lib/content/yaml-edit/yaml-source'
import { type DecisionForm, emptyChoice, movedChoice } from '#lib/domain/authoring/case-form'
import { caseLayout } from '#lib/domain/authoring/case-layout'
import { opening, writtenOut } from '#tests/support/authoring-cases'

const slugs = [
  'he-answers-for-her',
  'part-of-the-visit-alone',
  'the-chair-that-moved',
  'the-hand-that-could-not-wait',
] as const
const fileOf = (slug: string, name: string) => readFileSync(`content/cases/${slug}/${name}`, 'utf8')
const encounters = slugs.map((slug) => fileOf(slug, 'v1/encounter.yaml'))
const began = (language: 'en' | 'es' = 'en') => {
  const facts = { title: 'T', summary: 'S', minutes: 5, objectives: ['o1'], language, opening }
  return caseSkeleton('t', facts).find(({ path }) => path.endsWith('encounter.yaml'))?.text ?? ''
}

function draftOf(text: string) {
  const draft = readCaseDraft(text)
  if (!draft) throw new Error('the file can be read')
  return draft
}
function saved<Value>(result: { ok: true; value: Value } | { ok: false; refusal: string }): Value {
  if (!result.ok) throw new Error(result.refusal)
  return result.value
}
const nodeAt = (text: string, place: number) => {
  const node = draftOf(text).nodes[place]
  if (!node) throw new Error('the scene is there')
  return node
}

describe.each(slugs)('%s', (slug) => {
  const text = fileOf(slug, 'v1/encounter.yaml')

  test('stays byte for byte where every form is saved as it is shown', () => {
    const draft = draftOf(text)
    for (const node of draft.nodes) expect(saved(withNodeSaved(text, node, node.form, 'en'))).toBe(text)
    const { age } = draft.opening.patient
    const shown = { ...draft.opening, patient: { ...draft.opening.patient, age: age ?? 0 } }
    expect(saved(withOpeningSaved(text, draft.openingMark, shown))).toBe(text)
    expect(saved(withDebriefSaved(text, draft.debriefMark, draft.debrief))).toBe(text)
    const about = fileOf(slug, 'case.yaml')
    const { mark, ...facts } = readCaseAbout(about)
    expect(saved(withAboutSaved(about, mark, { ...facts, objectives: null }))).toBe(about)
    const version = fileOf(slug, 'v1/version.yaml')
    const { mark: seen, ...remarks } = readCaseRemarks(version)
    expect(saved(withRemarksSaved(version, seen, remarks))).toBe(version)
    const fewer = saved(withRemarksSaved(version, seen, { ...remarks, contacts: remarks.contacts.slice(1) }))
    expect(readCaseRemarks(fewer).contacts).toEqual(remarks.contacts.slice(1))
    const stale = withRemarksSaved(fewer, seen, { ...remarks, contacts: [] })
    expect(stale).toEqual({ ok: false, refusal: 'case-changed-elsewhere' })
  })

  test('has nothing to mend, and every scene has a place of its own in the picture', () => {
    const draft = draftOf(text)
    expect(caseFindings(draft)).toEqual([])
    const graph = draftGraph(draft)
    const { nodes, edges } = caseLayout(graph, strandedNodes(graph))
    expect(new Set(nodes.map(({ x, y }) => `${x} ${y}`)).size).toBe(draft.nodes.length)
    expect(edges.filter(({ y1, y2 }) => y2 <= y1)).toEqual([])
  })
})

const words = fc.oneof(
  fc.string({ minLength: 1, maxLength: 60 }),
  fc.constantFrom(
    ': {a}',
    '- b',
    '# c',
    '"',
    "'x' y",
    '&a *a',
    '|',
    '<script>alert(1)</script>',
    '{{x}}',
    'null',
  ),
)
const folded = words
  .map((text) => text.replace(/\s+/g, ' ').trim())
  .filter((text) => text !== '' && !/[\p{Cc}\p{Cs}\uFEFF\uFFFE\uFFFF]/u.test(text))

/** The first scenes of an encounter and its last ending, sign by sign: what a form touches is the same, and read sooner. */
function shortened(text: string): string {
  const [head = '', ...nodes] = text.split(/^(?= {2}- id: )/m)
  const last = nodes.at(-1) ?? ''
  return [head, ...nodes.slice(0, 3), last].join('')
}
const short = encounters.map((text) => {
  const part = shortened(text)
  return { text: part, draft: draftOf(part), value: readSource(part)?.value, comments: commentsOf(part) }
})
function commentsOf(text: string) {
  return text.split('\n').filter((line) => line.startsWith('#'))
}

test('a form changes only what it says, whatever is typed into it and however its choices are put', () => {
  const numRuns = Number(process.env['CASE_EDIT_RUNS'] ?? 60)
  fc.assert(
    fc.property(fc.constantFrom(...short), fc.nat(), folded, folded, (whole, at, scene, answer) => {
      const { text, draft } = whole
      const place = at % draft.nodes.length
      const { id, mark, form } = draft.nodes[place] ?? nodeAt(text, place)
      const changed =
        form.kind === 'ending' ? { ...form, scene, lesson: answer } : rewritten(form, at, scene, answer)
      const edited = saved(withNodeSaved(text, { id, mark }, changed, 'en'))
      const after = draftOf(edited)
      expect(after.nodes[place]?.form).toEqual(changed)
      expect(after.nodes.toSpliced(place, 1)).toEqual(draft.nodes.toSpliced(place, 1))
      expect({ ...after, nodes: [] }).toEqual({ ...draft, nodes: [] })
      // And back again: nothing else of the file was touched, comments included.
      const back = saved(withNodeSaved(edited, { id, mark: after.nodes[place]?.mark ?? '' }, form, 'en'))
      expect(readSource(back)?.value).toEqual(whole.value)
      expect(commentsOf(back)).toEqual(whole.comments)
    }),
    { numRuns },
  )
})

/** Another scene, other words of its first choice, and its choices in another order. */
function rewritten(form: DecisionForm, at: number, scene: string, answer: string): DecisionForm {
  const [first, ...others] = form.choices
  const choices = first ? [{ ...first, text: answer }, ...others] : []
  const turn = at % choices.length
  return { ...form, scene, choices: [...choices.slice(turn), ...choices.slice(0, turn)] }
}

test('choices that change places keep their words as they are written, and what stands between them', () => {
  for (const { text, draft } of short) {
    const node = draft.nodes[0]
    if (node?.form.kind !== 'decision') throw new Error('it is a decision')
    const moved = movedChoice(node.form.choices, 'b', 'up')
    const edited = saved(withNodeSaved(text, node, { ...node.form, choices: moved }, 'en'))
    expect(edited.split('\n').toSorted()).toEqual(text.split('\n').toSorted())
    const after = nodeAt(edited, 0)
    if (after.form.kind !== 'decision') throw new Error('it is a decision')
    expect(after.form.choices.slice(0, 2).map(({ id }) => id)).toEqual(['b', 'a'])
    const back = { ...after.form, choices: movedChoice(after.form.choices, 'b', 'down') }
    expect(saved(withNodeSaved(edited, after, back, 'en'))).toBe(text)
  }
})

describe('a scene', () => {
  const whole = writtenOut(began())

  test('of a case that begins wants only its words', () => {
    for (const language of ['en', 'es'] as const) {
      const kinds = new Set(caseFindings(draftOf(began(language))).map(({ kind }) => kind))
      expect([...kinds]).toEqual(
        ['text-unwritten', 'choices-alike'].filter((kind) => kinds.has(kind as 'choices-alike')),
      )
    }
    expect(caseFindings(draftOf(whole))).toEqual([])
  })

  test('that is added leads nowhere at first and is reached by nobody, and a choice can begin the next one', () => {
    const form = {
      kind: 'decision',
      scene: 'A new one',
      noteAbout: '',
      noteGentle: '',
      question: '',
      sources: [],
    } as const
    const choice = { ...emptyChoice('a'), text: 'Go on', judgment: 'good', next: 'new-ending' } as const
    const { text, id } = saved(withNodeAdded(whole, { ...form, skills: ['safety'], choices: [choice] }, 'en'))
    const draft = draftOf(text)
    expect(id).toBe('n05')
    expect(draft.nodes.slice(-2).map((node) => node.id)).toEqual(['n05', 'e03'])
    const told = caseFindings(draft).filter(({ nodeId }) => nodeId === 'n05')
    expect(told.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['unreachable', 'choices-few', 'sources-missing', 'text-missing-question']),
    )
  })

  test('that is removed leaves its choices open, which is told at each', () => {
    const text = saved(withNodeRemoved(whole, nodeAt(whole, 5)))
    const lost = caseFindings(draftOf(text)).filter(({ kind }) => kind === 'next-unknown')
    expect(lost.map(({ nodeId, choiceId }) => `${nodeId} ${choiceId}`)).toEqual(['n02 b', 'n04 b'])
  })

  test('that leads back to itself, or to no end, is told as such', () => {
    const node = nodeAt(whole, 3)
    if (node.form.kind !== 'decision') throw new Error('it is a decision')
    const choices = node.form.choices.map((choice) => ({ ...choice, next: 'n04' }))
    const text = saved(withNodeSaved(whole, node, { ...node.form, choices }, 'en'))
    const kinds = caseFindings(draftOf(text)).flatMap(({ kind, nodeId }) => (nodeId === 'n04' ? [kind] : []))
    expect(kinds).toEqual(expect.arrayContaining(['walks-in-a-circle', 'leads-to-no-end']))
  })

  test('that somebody else changed meanwhile is not written over, and one beside it is', () => {
    const [first, second] = [nodeAt(whole, 0), nodeAt(whole, 1)]
    const theirs = saved(withNodeSaved(whole, first, { ...first.form, scene: 'Theirs' }, 'en'))
    const mine = { ...first.form, scene: 'Mine' }
    expect(withNodeSaved(theirs, first, mine, 'en')).toEqual({ ok: false, refusal: 'case-changed-elsewhere' })
    const both = saved(withNodeSaved(theirs, second, { ...second.form, scene: 'Beside' }, 'en'))
    expect(
      draftOf(both)
        .nodes.slice(0, 2)
        .map(({ form }) => form.scene),
    ).toEqual(['Theirs', 'Beside'])
    expect(withNodeRemoved(theirs, first)).toEqual({ ok: false, refusal: 'case-changed-elsewhere' })
    const gone = saved(withNodeRemoved(whole, first))
    expect(withNodeSaved(gone, first, mine, 'en')).toEqual({ ok: false, refusal: 'case-node-gone' })
  })

  test('moves up and down, and the case can begin with it', () => {
    const down = saved(withNodeMoved(whole, 'n01', 'down'))
    expect(
      draftOf(down)
        .nodes.map(({ id }) => id)
        .slice(0, 2),
    ).toEqual(['n02', 'n01'])
    expect(saved(withNodeMoved(down, 'n01', 'up'))).toBe(whole)
    expect(saved(withNodeMoved(whole, 'n01', 'up'))).toBe(whole)
    expect(draftOf(saved(withNodeMoved(whole, 'n02', 'start'))).start).toBe('n02')
  })
})
