import { describe, expect, test } from 'vitest'
import { csvFile, unguardedCell } from '#lib/csv/csv-file'

const textOf = (bytes: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
const cellOf = (text: string) =>
  textOf(csvFile(['x'], [[text]])).slice('\ufeff"x"\r\n"'.length, -'"\r\n'.length)

test('the file is UTF-8 with a byte order mark, and its lines end as spreadsheets expect', () => {
  const bytes = csvFile(
    ['Name', 'Days left'],
    [
      ['Łukasz Ñuñez', 12],
      ['王小明', null],
    ],
  )
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  expect(textOf(bytes)).toBe('\ufeff"Name","Days left"\r\n"Łukasz Ñuñez","12"\r\n"王小明",""\r\n')
})

test('commas, quotes and line breaks stay inside their cell', () => {
  expect(textOf(csvFile(['a', 'b'], [['x, "y"', 'one\r\ntwo']]))).toBe(
    '\ufeff"a","b"\r\n"x, ""y""","one\r\ntwo"\r\n',
  )
})

describe('text that would run as a formula is text', () => {
  test.each([
    '=HYPERLINK("https://evil.example")',
    "+1+cmd|' /C calc'!A0",
    '-2+3',
    '@SUM(A1)',
    '\t=1+1',
    '\r=1+1',
    '\n=1+1',
    '   =1+1',
    '\u00a0=1+1',
    '\u200b=1+1',
    '\u202e=1+1',
    '＝1+1',
    '＋1',
    '－1',
    '＠x',
    '\tplain',
  ])('%j', (text) => {
    expect(cellOf(text)).toBe(`'${text}`.replaceAll('"', '""'))
  })

  test('in the header too', () => {
    expect(textOf(csvFile(['=1+1'], []))).toBe(`\ufeff"'=1+1"\r\n`)
  })

  test('also when a NUL stands before it', () => {
    expect(cellOf('\u0000=1+1')).toBe("'=1+1")
  })
})

test.each(['=1+1', "'=1+1", "''=1+1", "'quoted'", '-2', ' @x', "'", "''", 'plain'])(
  'what was written is had again: %j',
  (text) => {
    expect(unguardedCell(cellOf(text))).toBe(text)
  },
)

test.each(['O’Brien', 'a = b', 'nadia@clinic.example', '2026-03-31', "'quoted'", ' Nadia', ''])(
  'harmless text is left as it is: %j',
  (text) => {
    expect(cellOf(text)).toBe(text)
  },
)

test('numbers stay numbers, below zero too', () => {
  expect(textOf(csvFile(['n'], [[-5], [0], [1.5]]))).toBe('\ufeff"n"\r\n"-5"\r\n"0"\r\n"1.5"\r\n')
})

test('a row with a cell too few is a fault, not a file with shifted columns', () => {
  expect(() => csvFile(['a', 'b'], [['x']])).toThrow('one cell for each column')
})
