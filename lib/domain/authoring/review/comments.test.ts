import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { blockKeyPattern, blockKeys } from '#lib/domain/authoring/review/block-key'
import {
  type CommentRow,
  commentThreads,
  openThreads,
  placedThreads,
} from '#lib/domain/authoring/review/comment-threads'
import { instantFrom } from '#lib/domain/calendar'

const mark = fc.constantFrom('a', 'b', 'c', 'd').map((sign) => sign.repeat(24))
const marks = fc.array(mark, { minLength: 1, maxLength: 8 })
const at = instantFrom('2026-03-02T18:00:00.000Z')

const row = (number: number, more: Partial<CommentRow>): CommentRow => ({
  number,
  kind: 'comment',
  thread: number,
  place: 'item:q1',
  blockKey: `${'a'.repeat(24)}-1`,
  aboutText: 'Who is alone?',
  text: 'Too hard.',
  by: 'Ada',
  isOutside: false,
  at,
  ...more,
})

describe('keys of blocks', () => {
  test('each block has a key of its own', () => {
    fc.assert(
      fc.property(marks, (said) => {
        const keys = blockKeys(said)
        expect(new Set(keys).size).toBe(said.length)
        expect(keys.filter((key) => !blockKeyPattern.test(key))).toEqual([])
      }),
    )
  })

  test('whatever is changed, put in, taken out or moved among blocks that say something else, a block keeps its key', () => {
    fc.assert(
      fc.property(marks, marks, mark, (before, after, kept) => {
        const others = (said: readonly string[]) => said.filter((each) => each !== kept)
        const keysOf = (said: readonly string[]) => blockKeys(said).filter((key) => key.startsWith(kept))
        expect(keysOf([...others(before), kept, kept])).toEqual(keysOf([kept, ...others(after), kept]))
      }),
    )
  })
})

describe('comments', () => {
  test('each is shown in exactly one place, whatever became of its block', () => {
    const threads = fc.array(fc.tuple(mark, fc.constantFrom('item:q1', 'lesson:a', 'node:n')), {
      maxLength: 10,
    })
    fc.assert(
      fc.property(threads, marks, fc.subarray(['item:q1', 'lesson:a']), (written, now, places) => {
        const rows = written.map(([said, place], index) => row(index + 1, { blockKey: `${said}-1`, place }))
        const blocks = blockKeys(now).map((key) => ({ key, place: places[0] ?? 'item:q1' }))
        const { onBlocks, earlier, gone } = placedThreads(commentThreads(rows), places, blocks)
        const shown = [...onBlocks.values(), ...earlier.values(), gone].flat().map(({ number }) => number)
        expect(shown.toSorted((a, b) => a - b)).toEqual(rows.map(({ number }) => number))
      }),
    )
  })

  test('the last word about a comment says whether it is settled, and answers stay in their order', () => {
    const rows = [
      row(1, {}),
      row(2, { kind: 'answer', thread: 1, text: 'Why?' }),
      row(3, { kind: 'settled', thread: 1, text: null }),
      row(4, {}),
      row(5, { kind: 'reopened', thread: 1, text: null }),
      row(6, { kind: 'answer', thread: 1, text: 'Because.' }),
      row(7, { kind: 'settled', thread: 4, text: null }),
    ]
    const threads = commentThreads(rows)
    expect(threads.map(({ number, isSettled }) => [number, isSettled])).toEqual([
      [1, false],
      [4, true],
    ])
    expect(threads[0]?.answers.map(({ text }) => text)).toEqual(['Why?', 'Because.'])
    expect(openThreads(threads).map(({ number }) => number)).toEqual([1])
  })
})
