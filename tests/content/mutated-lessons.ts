import { globSync, readFileSync } from 'node:fs'

/** Numbers from 0 to below 1 that a seed repeats: mulberry32, by Tommy Ettinger, in the public domain. */
function numbersFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const opened = (text: string) => (text.match(/<[A-Z]\w*/g) ?? []).length
const closed = (text: string) => (text.match(/\/>|<\/[A-Z]\w*>/g) ?? []).length

/** The blocks of a lesson, each component with all that it holds. */
function blocksOf(lesson: string): readonly string[] {
  const blocks: string[] = []
  let held = ''
  for (const part of lesson.split('\n\n')) {
    held = held === '' ? part : `${held}\n\n${part}`
    if (opened(held) > closed(held)) continue
    blocks.push(held)
    held = ''
  }
  return blocks
}

const lessons = globSync('content/modules/*/v*/**/*.mdx')
  .sort()
  .map((file) => blocksOf(readFileSync(file, 'utf8')))

/** Tags, attributes, runs of signs, words and spaces. */
const tokensOf = (text: string) =>
  text.match(/<\/?[A-Za-z][\w.:-]*|\/?>|[\w:-]+="[^"]*"|\s+|[^\s\w<>"]+|\w+|./gsu) ?? []

const fragments = [
  '{process.exit(1)}',
  '{',
  '}',
  '<script>alert(1)</script>',
  '<b>',
  '</b>',
  '<x-a />',
  '<!-- a -->',
  '<',
  '>',
  '</Callout>',
  '<Callout kind="note">',
  '\n\n<Reveal summary="a">\n\nb\n\n</Reveal>\n\n',
  '<Cite id="constructor" />',
  ' style="color: red"',
  ' onclick="alert(1)"',
  ' id="content"',
  ' {...globalThis}',
  ' summary={1}',
  ' __proto__="a"',
  '"',
  "'",
  '[a](javascript:alert(1))',
  '[a](https://example.org)',
  '[a](//example.org)',
  '![a](https://example.org/a.png)',
  '\n\n[a]: javascript:alert(1)\n\n',
  '\n\nimport a from "node:fs"\n\n',
  '\n\nexport const a = process.env\n\n',
  '\n\n---\n\n',
  '\n\n| a | b |\n| - | :-: |\n| c | d |\n\n',
  '\n\n## A\n\n',
  '\n- ',
  '\n> ',
  '`',
  '*',
  '**',
  '_',
  '\\',
  '\n',
  '\n\n',
  '&lt;script&gt;',
  '&#123;1&#125;',
  '&#x202E;',
  '&amp;',
  '&#0;',
  '\u202E',
  '\u0000',
  '\uD800',
  '\r\n',
  '\t',
  '"><img src=x onerror=alert(1)>',
  '888-373-7888',
]

const otherNames = ['Callout', 'Figure', 'Check', 'Option', 'Term', 'Gentle', 'img', 'constructor', 'a.b', '']
const otherAttributes = [
  'title',
  'kind',
  'id',
  'src',
  'href',
  'style',
  'onload',
  'alt',
  'correct',
  '__proto__',
]

type Choose = {
  number(below: number): number
  of<Value>(values: readonly Value[], otherwise: Value): Value
}

/** One change of the tokens, at a place that has what it changes, as far as there is one. */
const changes: readonly ((tokens: string[], at: number, choose: Choose) => void)[] = [
  (tokens, at) => void tokens.splice(at, 1),
  (tokens, at) => void tokens.splice(at, 0, tokens[at] ?? ''),
  (tokens, at, choose) => {
    const other = choose.number(tokens.length)
    const held = tokens[at] ?? ''
    tokens[at] = tokens[other] ?? ''
    tokens[other] = held
  },
  (tokens, at, choose) => {
    const foreign = tokensOf(choose.of(choose.of(lessons, []), ''))
    tokens[at] = choose.of(foreign, '')
  },
  (tokens, at, choose) => void tokens.splice(at, 0, choose.of(fragments, '')),
  (tokens, at, choose) => void tokens.splice(at, 1, choose.of(fragments, '')),
  (tokens, at) => {
    const token = tokens[at] ?? ''
    tokens[at] = token === token.toUpperCase() ? token.toLowerCase() : token.toUpperCase()
  },
  (tokens, at) => {
    tokens[at] = [...(tokens[at] ?? '')].reverse().join('')
  },
  (tokens, at, choose) => {
    const tag = tokens.findIndex((token, index) => index >= at && token.startsWith('<'))
    if (tag < 0) return
    tokens[tag] = (tokens[tag] ?? '').replace(/[A-Za-z].*/, choose.of(otherNames, ''))
  },
  (tokens, at, choose) => {
    const attribute = tokens.findIndex((token, index) => index >= at && token.includes('="'))
    const [name = '', ...value] = (tokens[attribute] ?? '').split('=')
    if (attribute < 0) return
    tokens[attribute] =
      choose.number(2) === 0
        ? `${choose.of(otherAttributes, '')}=${value.join('=')}`
        : `${name}="${choose.of(fragments, '')}"`
  },
]

/**
 * Documents of the shipped lessons' own grammar with one to four changes: a few blocks of a lesson in either language, their
 * tokens taken out, doubled, swapped, renamed, or mixed with what means something to a parser or a browser. The same seed
 * gives the same documents.
 */
export function mutatedLessons(count: number, seed: number): readonly string[] {
  const next = numbersFrom(seed)
  const choose: Choose = {
    number: (below) => Math.floor(next() * below),
    of: (values, otherwise) => values[Math.floor(next() * values.length)] ?? otherwise,
  }
  return Array.from({ length: count }, () => {
    const blocks = choose.of(lessons, [])
    const from = choose.number(blocks.length)
    const tokens = tokensOf(blocks.slice(from, from + 1 + choose.number(3)).join('\n\n'))
    for (let left = 1 + choose.number(4); left > 0; left -= 1) {
      choose.of(changes, () => undefined)(tokens, choose.number(tokens.length), choose)
    }
    return tokens.join('')
  })
}
