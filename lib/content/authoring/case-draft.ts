import { foldedText, markOf } from '#lib/content/authoring/quiz-draft'
import { readSource } from '#lib/content/yaml-edit/yaml-source'
import { isList, isMap, type YamlValue } from '#lib/content/yaml-edit/yaml-text'
import {
  type ChoiceForm,
  choiceLetters,
  type DebriefForm,
  isSkill,
  judgedPoints,
  type NodeForm,
  noPoints,
} from '#lib/domain/authoring/case-form'
import { type CaseSkill, caseSkills, type Judgment, judgments } from '#lib/domain/curriculum/case-graph'

export type YamlMap = { readonly [key: string]: YamlValue }

/** A scene of a case that is being written, as far as it can be read. */
export type DraftNode = {
  readonly id: string
  readonly form: NodeForm
  /** Of all that the file says of it: two texts with one mark are the same. */
  readonly mark: string
}

export type DraftOpening = {
  readonly setting: string
  readonly role: string
  readonly patient: {
    readonly name: string
    readonly age: number | null
    readonly pronouns: string
    readonly reason: string
  }
  readonly known: readonly string[]
  readonly contentNote: string
}

export type CaseDraft = {
  readonly opening: DraftOpening
  readonly openingMark: string
  readonly start: string
  readonly nodes: readonly DraftNode[]
  readonly debrief: DebriefForm
  readonly debriefMark: string
  /** All that it rests on. */
  readonly debriefSources: readonly string[]
}

export const mapOf = (value: YamlValue | undefined): YamlMap =>
  value !== undefined && isMap(value) ? value : {}
export const listOf = (value: YamlValue | undefined): readonly YamlValue[] =>
  value !== undefined && isList(value) ? value : []
export const textsOf = (value: YamlValue | undefined): readonly string[] =>
  listOf(value).filter((each) => typeof each === 'string')

/** The nodes as the file has them. */
export const rawNodes = (encounter: YamlValue): readonly YamlMap[] =>
  listOf(mapOf(encounter)['nodes']).map(mapOf)

const judgmentOf = (value: YamlValue | undefined): Judgment | '' =>
  judgments.find((each) => each === value) ?? ''

/** Points that are other than the judgment says. */
function pointsOf(option: YamlMap): ChoiceForm['points'] {
  const points = mapOf(option['points'])
  const usual = judgedPoints(judgmentOf(option['judgment']))
  const said = caseSkills.flatMap((skill) => {
    const held = points[skill]
    return typeof held === 'number' && held !== usual ? [[skill, held] as const] : []
  })
  return { ...noPoints(), ...Object.fromEntries(said) }
}

function choiceOf(option: YamlMap): ChoiceForm[] {
  const id = choiceLetters.find((letter) => letter === option['id'])
  if (id === undefined) return []
  return [
    {
      id,
      text: foldedText(option['text']),
      judgment: judgmentOf(option['judgment']),
      endangers: option['endangers'] === true,
      points: pointsOf(option),
      consequence: foldedText(option['consequence']),
      feedback: foldedText(option['feedback']),
      next: foldedText(option['next']),
    },
  ]
}

function formOf(node: YamlMap): NodeForm {
  const note = mapOf(node['contentNote'])
  const scene = {
    scene: foldedText(node['scene']),
    noteAbout: foldedText(note['about']),
    noteGentle: foldedText(note['gentle']),
    sources: textsOf(node['sources']),
  }
  if (node['kind'] === 'ending') {
    const outcome = foldedText(node['outcome'])
    return { kind: 'ending', ...scene, outcome, lesson: foldedText(node['lesson']) }
  }
  return {
    kind: 'decision',
    ...scene,
    question: foldedText(node['question']),
    skills: textsOf(node['skills']).filter(isSkill),
    choices: listOf(node['options']).map(mapOf).flatMap(choiceOf),
  }
}

function openingOf(opening: YamlMap): DraftOpening {
  const patient = mapOf(opening['patient'])
  return {
    setting: foldedText(opening['setting']),
    role: foldedText(opening['role']),
    patient: {
      name: foldedText(patient['name']),
      age: typeof patient['age'] === 'number' ? patient['age'] : null,
      pronouns: foldedText(patient['pronouns']),
      reason: foldedText(patient['reason']),
    },
    known: textsOf(opening['known']).map(foldedText),
    contentNote: foldedText(opening['contentNote']),
  }
}

function debriefOf(debrief: YamlMap, skill: CaseSkill) {
  const said = mapOf(debrief[skill])
  const [source = ''] = textsOf(said['sources'])
  return { strong: foldedText(said['strong']), weak: foldedText(said['weak']), source }
}

/** The encounter of a draft, however unfinished; undefined where the file cannot be read as YAML. */
export function readCaseDraft(text: string): CaseDraft | undefined {
  const source = readSource(text)
  if (!source) return undefined
  const said = mapOf(source.value)
  const debrief = mapOf(said['debrief'])
  const bySkill = caseSkills.map((skill) => [skill, debriefOf(debrief, skill)] as const)
  return {
    opening: openingOf(mapOf(said['opening'])),
    openingMark: markOf(said['opening'] ?? null),
    start: foldedText(said['start']),
    nodes: rawNodes(source.value).map((node) => ({
      id: foldedText(node['id']),
      form: formOf(node),
      mark: markOf(node),
    })),
    debrief: Object.fromEntries(bySkill) as DebriefForm,
    debriefMark: markOf(said['debrief'] ?? null),
    debriefSources: [...new Set(caseSkills.flatMap((skill) => textsOf(mapOf(debrief[skill])['sources'])))],
  }
}
