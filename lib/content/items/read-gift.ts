import { cutBefore, linesIn, plainText, signAt } from '#lib/content/items/gift-signs'
import type { YamlValue } from '#lib/content/yaml-edit/yaml-text'
import { ok, type Result, refuse } from '#lib/domain/result'

/** What is wrong in a question, which begins in this line. */
export type GiftProblem = { readonly line: number; readonly message: string }

type Fields = { readonly [key: string]: YamlValue }

/** An item as a quiz file has it, without what the format or its writer did not say. It is a draft until somebody has seen it. */
export type GiftItem = { readonly line: number; readonly item: Fields }
export type GiftQuiz = {
  readonly vignettes: readonly { readonly id: string; readonly text: string }[]
  readonly items: readonly GiftItem[]
}

const largestCharacters = 512 * 1024
const mostQuestions = 500
const letters = ['a', 'b', 'c', 'd', 'e', 'f']
const promptLetters = ['p', 'q', 'r', 's', 't', 'u']

type Block = { readonly line: number; readonly text: string; readonly comments: string }

/** Questions stand apart by empty lines; a line that begins with two slashes is a comment. */
function blocksOf(text: string): readonly Block[] {
  const blocks: Block[] = []
  let open: { line: number; words: string[]; comments: string[] } | undefined
  const close = () => {
    if (open && open.words.length > 0)
      blocks.push({ line: open.line, text: open.words.join('\n').trim(), comments: open.comments.join('\n') })
    open = undefined
  }
  for (const [index, line] of [...text.split(/\r\n|\r|\n/), ''].entries()) {
    if (line.trim() === '') close()
    else {
      open ??= { line: index + 1, words: [], comments: [] }
      if (line.trim().startsWith('//')) open.comments.push(line)
      else open.words.push(line)
    }
  }
  return blocks
}

const tagsOf = (comments: string) =>
  [...comments.matchAll(/\[tag:([^\]]+)\]/g)].map(([, tag = '']) => tag.trim())
const idOf = (comments: string) => /\[id:([a-z0-9]+(?:-[a-z0-9]+)*)\]/.exec(comments)?.[1]

function fieldsOf({ comments }: Block): Fields {
  const tags = tagsOf(comments)
  const tagged = (name: string) => {
    const value = tags.find((tag) => tag.startsWith(`${name}:`))?.slice(name.length + 1)
    return value === undefined ? {} : { [name]: value }
  }
  const id = idOf(comments)
  return {
    ...(id === undefined ? {} : { id }),
    state: 'draft',
    ...tagged('state'),
    ...tagged('objective'),
    ...tagged('vignette'),
    ...tagged('bloom'),
    mustPass: tags.includes('must-pass'),
    ...tagged('source'),
  }
}

class Unfit extends Error {}

function words(text: string): string {
  const plain = plainText(text)
  if (plain === undefined) throw new Unfit('This has markup, and items are plain text. Take the tags out.')
  return plain
}

const whenSaid = (rationale: string): Fields => (rationale === '' ? {} : { rationale })

type Choice = { readonly text: string; readonly rationale: string; readonly weight: number }

function choiceFrom(piece: string): Choice {
  const weighed = /^~\s*%(-*\d{1,3}(?:\.\d+)?)%/.exec(piece)
  const rest = piece.slice(weighed?.[0].length ?? 1)
  const hash = signAt(rest, '#')
  return {
    text: words(hash === -1 ? rest : rest.slice(0, hash)),
    rationale: hash === -1 ? '' : words(rest.slice(hash + 1)),
    weight: weighed ? Number(weighed[1]) : Number(piece.startsWith('=')) * 100,
  }
}

function ticked(answers: string): Fields {
  const choices = cutBefore(answers, '=~').map(choiceFrom)
  const isSingle = signAt(answers, '=') !== -1
  if (choices.length < 4 || choices.length > (isSingle ? 4 : 6))
    throw new Unfit(
      'An item with one right option has 4 options, one with several has 4 to 6. Add or delete some.',
    )
  const rightOnes = choices.filter(({ weight }) => weight > 0)
  const sum = rightOnes.reduce((total, { weight }) => total + weight, 0)
  const isEven = rightOnes.every(({ weight }) => Math.abs(weight - 100 / rightOnes.length) < 0.1)
  if (rightOnes.length === 0 || Math.abs(sum - 100) > 0.1 || !isEven) {
    throw new Unfit('An option is right or it is not: part marks are not given here. Mend the percentages.')
  }
  const options = choices.map(({ text, weight, rationale }, index) => ({
    id: letters[index] ?? '',
    text,
    correct: weight > 0,
    ...whenSaid(rationale),
  }))
  return isSingle ? { options } : { kind: 'multiple', options }
}

function matching(answers: string, feedback: string): Fields {
  const pairs = cutBefore(answers, '=').map((piece) => {
    const arrow = piece.indexOf('->')
    if (!piece.startsWith('=') || arrow === -1)
      throw new Unfit('A pair is written = prompt -> option. Mend it.')
    return { prompt: words(piece.slice(1, arrow)), option: words(piece.slice(arrow + 2)) }
  })
  const reasons = linesIn(feedback.replace(/^\s*\[\w+\]/, '')).map(words)
  const texts = [...new Set(pairs.map(({ option }) => option))].sort()
  const prompts = pairs.filter(({ prompt }) => prompt !== '')
  if ([texts.length, prompts.length].some((count) => count < 3 || count > 6)) {
    throw new Unfit('A matching has 3 to 6 prompts and 3 to 6 options. Add or delete some.')
  }
  const reasonOf = (pair: (typeof pairs)[number]) =>
    whenSaid(reasons.length === pairs.length ? (reasons[pairs.indexOf(pair)] ?? '') : '')
  const idle = pairs.filter(({ prompt }) => prompt === '')
  return {
    kind: 'matching',
    prompts: prompts.map((pair, index) => ({
      id: promptLetters[index] ?? '',
      text: pair.prompt,
      option: letters[texts.indexOf(pair.option)] ?? '',
      ...reasonOf(pair),
    })),
    options: texts.map((text, index) => {
      const pair = idle.find(({ option }) => option === text)
      return { id: letters[index] ?? '', text, ...(pair ? reasonOf(pair) : {}) }
    }),
  }
}

function answersOf(inside: string): Fields {
  const general = signAt(inside, '####')
  const answers = (general === -1 ? inside : inside.slice(0, general)).trim()
  const feedback = general === -1 ? '' : inside.slice(general + 4)
  if (signAt(answers, '~') !== -1) return ticked(answers)
  if (answers.startsWith('=') && answers.includes('->')) return matching(answers, feedback)
  throw new Unfit(
    'Only questions with options to choose from or to match can be taken over. Delete this one.',
  )
}

type Read = { readonly vignette: GiftQuiz['vignettes'][number] } | { readonly item: Fields }

function readBlock(block: Block): Read {
  const title = /^::((?:\\.|(?!::)[\s\S])*)::/.exec(block.text)
  const body = block.text.slice(title?.[0].length ?? 0)
  const [open, end] = [signAt(body, '{'), signAt(body, '}')]
  if (open === -1 && end === -1) {
    const id = idOf(block.comments)
    if (id === undefined || !tagsOf(block.comments).includes('vignette'))
      throw new Unfit('This question has no answers in braces. Add them, or delete it.')
    return { vignette: { id, text: words(body) } }
  }
  if (open === -1 || end < open) throw new Unfit('The braces around the answers do not fit. Mend them.')
  if (body.slice(end + 1).trim() !== '')
    throw new Unfit('Words stand behind the answers. Put the answers last.')
  return {
    item: {
      ...fieldsOf(block),
      stem: words(body.slice(0, open)),
      ...answersOf(body.slice(open + 1, end).trim()),
    },
  }
}

const countFault = (text: string, blocks: readonly Block[]): string | undefined => {
  if (text.length > largestCharacters) return 'The file is too long. Make two of it.'
  if (blocks.length === 0) return 'There is no question in this file.'
  if (blocks.length <= mostQuestions) return undefined
  return `The file has more than ${mostQuestions} questions. Make two of it.`
}

function tried(block: Block): Read | GiftProblem {
  try {
    return readBlock(block)
  } catch (fault) {
    if (!(fault instanceof Unfit)) throw fault
    return { line: block.line, message: fault.message }
  }
}

/** The questions of a GIFT file, all of them or none: every problem is named by the line in which its question begins. */
export function readGift(text: string): Result<GiftQuiz, readonly GiftProblem[]> {
  const blocks = blocksOf(text.slice(0, largestCharacters + 1).replace(/^\uFEFF/, ''))
    // Where Moodle would put the questions.
    .filter((block) => !block.text.startsWith('$CATEGORY:'))
  const fault = countFault(text, blocks)
  if (fault !== undefined) return refuse([{ line: 1, message: fault }])
  const read = blocks.map((block) => ({ line: block.line, found: tried(block) }))
  const problems = read.flatMap(({ found }) => ('message' in found ? [found] : []))
  if (problems.length > 0) return refuse(problems)
  return ok({
    vignettes: read.flatMap(({ found }) => ('vignette' in found ? [found.vignette] : [])),
    items: read.flatMap(({ line, found }) => ('item' in found ? [{ line, item: found.item }] : [])),
  })
}
