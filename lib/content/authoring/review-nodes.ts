import { lineOf, partOf, textOf } from '#lib/content/authoring/review-part'
import { readSource } from '#lib/content/yaml-edit/yaml-source'
import { isList, isMap, type YamlValue } from '#lib/content/yaml-edit/yaml-text'
import type { Line, ReviewPart } from '#lib/domain/authoring/review/review-part'
import type { Language } from '#lib/domain/language'

type YamlMap = { readonly [key: string]: YamlValue }

const mapsIn = (value: YamlValue | undefined): readonly YamlMap[] =>
  value !== undefined && isList(value) ? value.filter(isMap) : []
const inside = (value: YamlValue | undefined): YamlMap => (value !== undefined && isMap(value) ? value : {})

/** A case node by node, with its opening first and what the debrief says last, as far as it can be read. */
export function reviewNodes(encounterText: string, translation: Language | null): readonly ReviewPart[] {
  const encounter = encounterText === '' ? undefined : readSource(encounterText)?.value
  if (encounter === undefined || !isMap(encounter)) return []
  const part = (place: string, name: string, said: YamlMap, lines: readonly Line[]) =>
    partOf(
      { place, name, translation },
      said,
      lines.filter(({ text }) => text !== ''),
    )
  const { opening, debrief, nodes } = encounter
  return [
    part('opening', '', inside(opening), openingLines(inside(opening))),
    ...mapsIn(nodes).map((node) =>
      part(`node:${textOf(node['id'])}`, textOf(node['id']), node, nodeLines(node)),
    ),
    part('debrief', '', inside(debrief), debriefLines(inside(debrief))),
  ].filter(({ lines }) => lines.length > 0)
}

function openingLines(opening: YamlMap): readonly Line[] {
  const patient = inside(opening['patient'])
  const known = Array.isArray(opening['known']) ? (opening['known'] as readonly YamlValue[]) : []
  const who = [patient['name'], patient['age'], patient['pronouns']].map(textOf).filter((text) => text !== '')
  return [
    lineOf('setting', opening['setting']),
    lineOf('role', opening['role']),
    lineOf('reason', [who.join(', '), textOf(patient['reason'])].filter((text) => text !== '').join(': ')),
    ...known.map((each) => lineOf('known', each)),
    lineOf('contentNote', opening['contentNote']),
  ]
}

function nodeLines(node: YamlMap): readonly Line[] {
  const note = inside(node['contentNote'])
  return [
    lineOf('contentNote', note['about']),
    lineOf('gentle', note['gentle']),
    lineOf('scene', node['scene']),
    lineOf('question', node['question']),
    ...mapsIn(node['options']).flatMap((option) => {
      const of = textOf(option['id'])
      const labels = ['judgment', 'consequence', 'feedback', 'next'] as const
      return [
        lineOf('option', option['text'], { of }),
        ...labels.map((label) => lineOf(label, option[label], { of })),
      ]
    }),
    lineOf('outcome', node['outcome']),
    lineOf('lesson', node['lesson']),
  ]
}

const debriefLines = (debrief: YamlMap): readonly Line[] =>
  Object.entries(debrief).flatMap(([of, said]) => [
    lineOf('feedback', inside(said)['strong'], { of }),
    lineOf('feedback', inside(said)['weak'], { of }),
  ])
