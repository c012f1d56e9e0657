import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Piece,
  proseDifferences,
  type Segment,
  sourceOf,
  wordDifferences,
} from '#lib/domain/authoring/differences/prose-differences'
import { proseTokens } from '#lib/domain/authoring/differences/prose-tokens'

const word = fc.constantFrom(
  'safe',
  'room',
  '**ask**',
  '_alone_',
  '8 hours',
  '<Cite id="a" />',
  '## Why',
  '"so"',
  '\n',
  '😀',
)
const tagged = fc.constantFrom(
  '<Callout kind="note" title="Ask first">',
  '</Callout>',
  '<',
  'a < b > c',
  '&lt;',
  '\r\n',
)
const prose = fc
  .array(fc.oneof(word, tagged, fc.string({ unit: 'binary', maxLength: 6 })), { maxLength: 12 })
  .map((words) => words.join(' '))
const text = fc.array(prose, { maxLength: 6 }).map((paragraphs) => paragraphs.join('\n\n'))

const side = (pieces: readonly Piece[], kind: 'added' | 'removed') =>
  pieces
    .filter((piece) => piece.kind === 'same' || piece.kind === kind)
    .map(sourceOf)
    .join('')
const sideOf = (segments: readonly Segment[], kind: 'added' | 'removed') =>
  segments.map((each) => (each.kind === 'same' ? each.text : side(each.pieces, kind))).join('')

describe('differences of prose', () => {
  test('the tokens of a text are the text', () => {
    fc.assert(
      fc.property(text, (source) => {
        expect(
          proseTokens(source)
            .map((token) => token.source)
            .join(''),
        ).toBe(source)
      }),
    )
  })

  test('nothing is lost: what stayed and went is the text before, what stayed and came is the one after', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const segments = proseDifferences(before, after)
        expect(sideOf(segments, 'removed')).toBe(before)
        expect(sideOf(segments, 'added')).toBe(after)
        const pieces = wordDifferences(before, after)
        expect([side(pieces, 'removed'), side(pieces, 'added')]).toEqual([before, after])
      }),
    )
  })

  test('a text differs from itself in nothing', () => {
    fc.assert(
      fc.property(text, (source) => {
        expect(proseDifferences(source, source).every(({ kind }) => kind === 'same')).toBe(true)
      }),
    )
  })

  test('one word that changes in one paragraph leaves the others folded and the rest of the sentence standing', () => {
    const before = 'First.\n\nAsk the patient when alone in the room.\n\nLast.'
    const after = 'First.\n\nAsk the patient when seated in the room.\n\nLast.'
    const [first, changed, last] = proseDifferences(before, after)
    expect([first, last]).toEqual([
      { kind: 'same', text: 'First.\n\n' },
      { kind: 'same', text: 'Last.' },
    ])
    const pieces = changed?.kind === 'changed' ? changed.pieces : []
    expect(pieces.map((piece) => [piece.kind, sourceOf(piece)])).toEqual([
      ['same', 'Ask the patient when '],
      ['removed', 'alone'],
      ['added', 'seated'],
      ['same', ' in the room.\n\n'],
    ])
  })

  test('a paragraph that is written anew is shown gone and come, whole', () => {
    const pieces = wordDifferences('Call the police at once.', 'Let the patient decide what happens next.')
    expect(pieces.map(({ kind }) => kind)).toEqual(['removed', 'added'])
  })

  test('signs that only mark are not read, and the words in the tag of a component are', () => {
    const tokens = proseTokens('**Ask** <Callout kind="safety" title="Wait">')
    expect(
      tokens.map(({ shown }) => (typeof shown === 'string' ? shown : `[${shown.component}]`)).join(''),
    ).toBe('Ask [Callout] : safety : Wait ')
  })
})
