import { createProcessor } from '@mdx-js/mdx'
import { lessonLanguage } from '#lib/content/lesson/language'
import type { PlacedPassage } from '#lib/content/lesson/placed-passage'
import { isComponentName } from '#lib/content/lesson/registry'
import { isJsx, type SourceAttribute, type SourceNode } from '#lib/content/lesson/source-node'
import type { Passage } from '#lib/domain/curriculum/wording/wording-rule'

type Setting = Omit<Passage, 'text'>
type Piece = PlacedPassage['pieces'][number]

/** What has been read so far, and the passage that is being written. */
type Reading = {
  readonly passages: PlacedPassage[]
  open: { text: string; pieces: Piece[]; setting: Setting } | undefined
}

const ownWords = ['title', 'summary', 'question', 'text', 'feedback', 'caption', 'alt', 'about']
const labels = ['title', 'summary', 'about']

const attribute = (node: SourceNode, name: string) => node.attributes?.find((given) => given.name === name)

function hasCite(node: SourceNode): boolean {
  return (
    node.name === 'Cite' ||
    (node.name === 'Check' && attribute(node, 'source') !== undefined) ||
    (node.children ?? []).some(hasCite)
  )
}

function close(reading: Reading) {
  const { open } = reading
  reading.open = undefined
  if (!open || open.text.trim() === '') return
  reading.passages.push({ ...open.setting, text: open.text, pieces: open.pieces })
}

/** Adds words line by line, so that each line of the file keeps its place. */
function add({ open }: Reading, node: SourceNode) {
  const { line, column } = node.position?.start ?? { line: 1, column: 1 }
  const lines = (node.value ?? '').split('\n')
  lines.forEach((words, index) => {
    if (!open) return
    open.pieces.push({ at: open.text.length, line: line + index, column: index === 0 ? column : 1 })
    open.text += index < lines.length - 1 ? `${words} ` : words
  })
}

function attributePassages(node: SourceNode, setting: Setting): readonly PlacedPassage[] {
  return (node.attributes ?? []).flatMap((given: SourceAttribute) => {
    const { name = '', value } = given
    if (!ownWords.includes(name) || typeof value !== 'string') return []
    const { line, column } = given.position?.start ?? { line: 1, column: 1 }
    const pieces = [{ at: 0, line, column: column + name.length + 2 }]
    const voice = setting.voice === 'wrong' && name === 'feedback' ? 'rebuttal' : setting.voice
    return [{ ...setting, voice, part: partOf(name), text: value.replaceAll('\n', ' '), pieces }]
  })
}

function partOf(name: string): Passage['part'] {
  if (name === 'alt') return 'alternative'
  return labels.includes(name) ? 'label' : 'text'
}

/** What a component changes for the words in it. */
function inside(node: SourceNode, setting: Setting): Setting {
  const cited = setting.cited || (node.name !== 'Callout' && hasCite(node))
  switch (node.name) {
    case 'ContentNote':
      return { ...setting, guarded: true }
    case 'Column':
      return { ...setting, voice: attribute(node, 'tone')?.value === 'avoid' ? 'wrong' : setting.voice }
    case 'Option':
      return { ...setting, voice: attribute(node, 'correct') ? setting.voice : 'wrong' }
    case 'Check':
      return { ...setting, cited }
    default:
      return setting
  }
}

function readComponent(node: SourceNode, setting: Setting, reading: Reading) {
  if (node.name === 'Cite' || node.name === 'Contact') return
  if (node.name === 'Term') return readAll(node, setting, reading)
  close(reading)
  const held = inside(node, setting)
  // The title of a box is cited when anything in the box is.
  reading.passages.push(...attributePassages(node, { ...held, cited: held.cited || hasCite(node) }))
  begin(node, { ...held, cited: held.cited }, reading)
}

/** Words directly in a component are a passage too. */
function begin(node: SourceNode, setting: Setting, reading: Reading) {
  close(reading)
  const ownText = node.children?.some((child) => child.type === 'text')
  reading.open = {
    text: '',
    pieces: [],
    setting: { ...setting, cited: setting.cited || (ownText === true && hasCite(node)) },
  }
  readAll(node, setting, reading)
  close(reading)
}

/** The settings of a node's children; a list or table is cited when the paragraph that leads to it is. */
function readAll(node: SourceNode, setting: Setting, reading: Reading) {
  const children = node.children ?? []
  children.forEach((child, index) => {
    const lead = children[index - 1]
    const led = ['list', 'table'].includes(child.type) && lead?.type === 'paragraph' && hasCite(lead)
    read(child, led ? { ...setting, cited: true } : setting, reading)
  })
}

function read(node: SourceNode, setting: Setting, reading: Reading) {
  const cited = setting.cited || hasCite(node)
  if (isJsx(node)) return isComponentName(node.name) ? readComponent(node, setting, reading) : undefined
  switch (node.type) {
    case 'text':
      return add(reading, node)
    case 'break':
      return add(reading, { type: 'text', value: ' ', ...(node.position ? { position: node.position } : {}) })
    case 'paragraph':
      return begin(node, { ...setting, cited }, reading)
    case 'heading':
      return begin(node, { ...setting, part: 'label', cited }, reading)
    case 'tableRow':
      return readAll(node, { ...setting, cited }, reading)
    case 'tableCell':
      return begin(node, { ...setting, cited }, reading)
    case 'blockquote':
      return readAll(node, { ...setting, voice: 'quoted', cited }, reading)
    default:
      return readAll(node, setting, reading)
  }
}

/** The passages of a parsed lesson in the order of the text, each with the places of its words. */
export function passagesOf(root: SourceNode): readonly PlacedPassage[] {
  const reading: Reading = { passages: [], open: undefined }
  readAll(root, { voice: 'says', part: 'text', cited: false, guarded: false }, reading)
  return reading.passages
}

/** Those of a text that passed the check. Runs only in a worker, like every reading of what authors wrote. */
export const lessonPassages = (source: string): readonly PlacedPassage[] =>
  passagesOf(createProcessor(lessonLanguage({})).parse(source) as SourceNode)
