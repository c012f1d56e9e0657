import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changesBetween, hasConflict, mergedText, mergeTexts } from '#lib/domain/authoring/merge-texts'
import { applyChanges } from '#lib/domain/curriculum/source/source-change'

const merged = (base: string, mine: string, theirs: string) =>
  mergedText(mergeTexts(base, mine, theirs), 'mine')

const anyText = fc
  .array(fc.constantFrom('one', 'two', 'three', ' ', ' ', '\n', '\n\n', '.'), { maxLength: 14 })
  .map((tokens) => tokens.join(''))

describe('two people write in one text', () => {
  test('in different paragraphs, and both stay', () => {
    expect(merged('a\n\nb\n\nc', 'a\n\nb\n\nc and d', 'before a\n\nb\n\nc')).toBe('before a\n\nb\n\nc and d')
  })
  test('in different words of one line, and both stay', () => {
    const base = 'Ask the patient alone in a room.\n'
    expect(
      merged(base, 'Ask each patient alone in a room.\n', 'Ask the patient alone in a quiet room.\n'),
    ).toBe('Ask each patient alone in a quiet room.\n')
  })
  test('side by side, and both stay', () => {
    expect(merged('a\n', 'changed\n', 'a\n\nnew\n')).toBe('changed\n\nnew\n')
    expect(merged('a\nb\n', 'a\nchanged\n', 'other\nb\n')).toBe('other\nchanged\n')
  })
  test('and both add something at the end, theirs first', () => {
    expect(merged('a\n', 'a\nmine\n', 'a\ntheirs\n')).toBe('a\ntheirs\nmine\n')
  })
  test('and change the same word in two ways: that alone is a conflict, with both versions', () => {
    const pieces = mergeTexts('one two three\n', 'one zwei three\n', 'one dos three\n')
    expect(pieces).toEqual([
      { kind: 'settled', text: 'one' },
      { kind: 'conflict', mine: ' zwei', theirs: ' dos' },
      { kind: 'settled', text: ' three\n' },
    ])
    expect(mergedText(pieces, 'theirs')).toBe('one dos three\n')
    expect(mergedText(pieces, 'both')).toBe('one dos zwei three\n')
  })
})

describe('whatever two people write', () => {
  test('is what one of them wrote where the other wrote nothing', () => {
    fc.assert(
      fc.property(anyText, anyText, (base, other) => {
        expect(merged(base, other, base)).toBe(other)
        expect(merged(base, base, other)).toBe(other)
        expect(merged(base, other, other)).toBe(other)
      }),
    )
  })

  test('without a conflict, every word that one of them added stands in the result', () => {
    const counted = (text: string, word: string) => text.split(word).length - 1
    fc.assert(
      fc.property(anyText, anyText, anyText, (base, left, right) => {
        const mine = left.replaceAll('one', 'mine')
        const theirs = right.replaceAll('two', 'theirs')
        const pieces = mergeTexts(base, mine, theirs)
        const both = mergedText(pieces, 'both')
        expect(counted(both, 'mine')).toBe(counted(mine, 'mine'))
        expect(counted(both, 'theirs')).toBe(counted(theirs, 'theirs'))
        const kept = mergedText(pieces, 'mine')
        expect(hasConflict(pieces) || counted(kept, 'theirs') === counted(theirs, 'theirs')).toBe(true)
      }),
    )
  })

  test('becomes the other text by the changes between them', () => {
    fc.assert(
      fc.property(anyText, anyText, (before, after) => {
        expect(applyChanges(before, changesBetween(before, after))).toBe(after)
      }),
    )
  })

  test('is put together in bounded time where the texts have nothing in common', () => {
    const long = (word: string) => Array.from({ length: 8000 }, (_, index) => `${word}${index}`).join('\n')
    const pieces = mergeTexts(long('a'), long('b'), long('c'))
    expect(pieces.map(({ kind }) => kind)).toEqual(['conflict'])
  })
})
