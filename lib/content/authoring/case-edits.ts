import { listOf, mapOf, rawNodes, textsOf, type YamlMap } from '#lib/content/authoring/case-draft'
import { type CaseEditRefusal, type Edited, edited, guarded, kept } from '#lib/content/authoring/case-edit'
import { newDecision, newEnding } from '#lib/content/authoring/case-skeleton'
import { foldedText } from '#lib/content/authoring/quiz-draft'
import type { YamlEdit } from '#lib/content/yaml-edit/edit-yaml'
import { readSource } from '#lib/content/yaml-edit/yaml-source'
import type { YamlValue } from '#lib/content/yaml-edit/yaml-text'
import {
  type ChoiceForm,
  choiceLetters,
  type DecisionForm,
  judgedPoints,
  type NodeForm,
  newNodes,
} from '#lib/domain/authoring/case-form'
import type { Language } from '#lib/domain/language'
import { ok, type Result, refuse } from '#lib/domain/result'

function sourcesValue(before: YamlValue | undefined, chosen: readonly string[]): YamlValue {
  const said = textsOf(before)
  const unseen = said.slice(4)
  return [...new Set([...chosen, ...unseen])]
}

function pointsValue(before: YamlMap, { judgment, points }: ChoiceForm, { skills }: DecisionForm): YamlMap {
  const order = [
    ...Object.keys(before).filter((key) => skills.some((skill) => skill === key)),
    ...skills.filter((skill) => !Object.hasOwn(before, skill)),
  ]
  return Object.fromEntries(
    order.map((key) => {
      const skill = skills.find((each) => each === key)
      return [key, (skill && points[skill]) ?? judgedPoints(judgment)]
    }),
  )
}

function optionValue(choice: ChoiceForm, decision: DecisionForm, before: YamlMap): YamlMap {
  const { id, text, judgment, endangers, consequence, feedback, next } = choice
  const { endangers: _, ...rest } = before
  return {
    ...rest,
    id,
    text: kept(before['text'], text),
    judgment,
    ...(endangers && { endangers }),
    points: pointsValue(mapOf(before['points']), choice, decision),
    consequence: kept(before['consequence'], consequence),
    feedback: kept(before['feedback'], feedback),
    next: kept(before['next'], next),
  }
}

/** What no letter of a form names stays behind the others. */
function optionsValue(form: DecisionForm, before: readonly YamlMap[]): readonly YamlMap[] {
  const written = form.choices.filter(({ text }) => text !== '')
  const foreign = before.filter(({ id }) => !choiceLetters.some((letter) => letter === id))
  const beforeOf = (id: string) => before.find((option) => option['id'] === id) ?? {}
  return [...written.map((choice) => optionValue(choice, form, beforeOf(choice.id))), ...foreign]
}

/** A node as `encounter.yaml` has it. `before` is what stands there now. */
function nodeValue(id: string, form: NodeForm, before: YamlMap): YamlMap {
  const { contentNote, ...rest } = before
  const note = mapOf(contentNote)
  const hasNote = form.noteAbout !== '' || form.noteGentle !== ''
  const scene = {
    ...rest,
    id,
    kind: form.kind,
    scene: kept(before['scene'], form.scene),
    ...(hasNote && {
      contentNote: {
        ...note,
        about: kept(note['about'], form.noteAbout),
        gentle: kept(note['gentle'], form.noteGentle),
      },
    }),
  }
  const sources = sourcesValue(before['sources'], form.sources)
  if (form.kind === 'ending') {
    const hasSources = 'sources' in before || form.sources.length > 0
    const ending = { ...scene, outcome: form.outcome, lesson: kept(before['lesson'], form.lesson) }
    return hasSources ? { ...ending, sources } : ending
  }
  return {
    ...scene,
    question: kept(before['question'], form.question),
    skills: skillsValue(before['skills'], form),
    sources,
    options: optionsValue(form, listOf(before['options']).map(mapOf)),
  }
}

/** In the order of the file; new ones last. */
function skillsValue(before: YamlValue | undefined, { skills }: DecisionForm): readonly string[] {
  const said = textsOf(before).filter((each) => skills.some((skill) => skill === each))
  return [...said, ...skills.filter((skill) => !said.includes(skill))]
}

const freeId = (ids: readonly string[], kind: NodeForm['kind']): string => {
  const letter = kind === 'decision' ? 'n' : 'e'
  const numbered = ids.flatMap((id) => {
    const [, head, digits] = new RegExp(`^(.*?)${letter}(\\d{1,4})$`).exec(id) ?? []
    return digits === undefined ? [] : [{ head: head ?? '', number: Number(digits) }]
  })
  const highest = numbered.toSorted((a, b) => b.number - a.number)[0] ?? { head: '', number: 0 }
  let number = highest.number + 1
  const named = () => `${highest.head}${letter}${String(number).padStart(2, '0')}`
  while (ids.includes(named())) number += 1
  return named()
}

type Begun = { readonly form: NodeForm; readonly nodes: readonly YamlMap[] }

/** Begins the scenes that choices are to lead to, and lets them lead there. */
function withBegun(form: NodeForm, ids: readonly string[], language: Language): Begun {
  if (form.kind === 'ending') return { form, nodes: [] }
  const nodes: YamlMap[] = []
  const choices = form.choices.map((choice) => {
    const wanted = newNodes.find((each) => each === choice.next)
    if (choice.text === '' || !wanted) return choice
    const kind = wanted === 'new-decision' ? 'decision' : 'ending'
    const next = freeId([...ids, ...nodes.map(({ id }) => String(id))], kind)
    nodes.push(kind === 'decision' ? newDecision(next, language, form) : newEnding(next, language))
    return { ...choice, next }
  })
  return { form: { ...form, choices }, nodes }
}

const idsOf = (nodes: readonly YamlMap[]) => nodes.map(({ id }) => foldedText(id))
const appended = (count: number, nodes: readonly YamlMap[]): YamlEdit[] =>
  nodes.map((value, place) => ({ kind: 'insert', path: ['nodes'], at: count + place, value }))

function nodesOf(text: string): readonly YamlMap[] | undefined {
  const source = readSource(text)
  return source && rawNodes(source.value)
}

type Place = { readonly id: string; readonly mark: string }

/** Adds a scene behind the others. */
export function withNodeAdded(
  text: string,
  form: NodeForm,
  language: Language,
): Result<{ readonly text: string; readonly id: string }, CaseEditRefusal> {
  const nodes = nodesOf(text)
  if (!nodes) return refuse('case-file-unreadable')
  const id = freeId(idsOf(nodes), form.kind)
  const begun = withBegun(form, [...idsOf(nodes), id], language)
  const values = [nodeValue(id, begun.form, {}), ...begun.nodes]
  const result = edited(
    text,
    nodes.length > 0
      ? appended(nodes.length, values)
      : [
          { kind: 'set', path: ['nodes'], value: values },
          { kind: 'set', path: ['start'], value: id },
        ],
  )
  return result.ok ? ok({ text: result.value, id }) : result
}

/** Moves of options that are there already, so that each keeps what stands around it in the file. */
function reordered(place: number, before: YamlMap, after: YamlMap): readonly YamlEdit[] {
  const ids = (node: YamlMap) => idsOf(listOf(node['options']).map(mapOf))
  const wanted = ids(after).filter((id) => ids(before).includes(id))
  const gone = ids(before).filter((id) => !wanted.includes(id))
  if (new Set(ids(before)).size < ids(before).length) return []
  const order = [...ids(before)]
  return [...wanted, ...gone].flatMap((id, to): YamlEdit[] => {
    const from = order.indexOf(id)
    if (from === to) return []
    order.splice(to, 0, ...order.splice(from, 1))
    return [{ kind: 'move', path: ['nodes', place, 'options'], from, to }]
  })
}

/** Changes one scene with its choices and their order, and nothing of the others. */
export function withNodeSaved(text: string, { id, mark }: Place, form: NodeForm, language: Language): Edited {
  const nodes = nodesOf(text)
  if (!nodes) return refuse('case-file-unreadable')
  const place = idsOf(nodes).indexOf(id)
  const before = nodes[place]
  if (!before) return refuse('case-node-gone')
  const begun = withBegun(form, idsOf(nodes), language)
  const value = nodeValue(id, begun.form, before)
  const change: YamlEdit = { kind: 'set', path: ['nodes', place], value }
  const edits = [...reordered(place, before, value), change, ...appended(nodes.length, begun.nodes)]
  return guarded(text, edits, before, mark)
}

/** Takes a scene out. What led to it leads nowhere then, and the checks say so. */
export function withNodeRemoved(text: string, { id, mark }: Place): Edited {
  const nodes = nodesOf(text)
  if (!nodes) return refuse('case-file-unreadable')
  const place = idsOf(nodes).indexOf(id)
  const before = nodes[place]
  if (!before) return refuse('case-node-gone')
  return guarded(text, [{ kind: 'remove', path: ['nodes', place] }], before, mark)
}

/** Moves a scene past the one before or behind it, or lets the case begin with it. */
export function withNodeMoved(text: string, id: string, to: 'up' | 'down' | 'start'): Edited {
  const nodes = nodesOf(text)
  if (!nodes) return refuse('case-file-unreadable')
  const from = idsOf(nodes).indexOf(id)
  if (from < 0) return refuse('case-node-gone')
  if (to === 'start') return edited(text, [{ kind: 'set', path: ['start'], value: id }])
  const target = to === 'up' ? from - 1 : from + 1
  if (target < 0 || target >= nodes.length) return ok(text)
  return edited(text, [{ kind: 'move', path: ['nodes'], from, to: target }])
}
