import { deflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { encodingSamples, type HowToRead, readTable } from '#lib/csv/read-table'
import { workbookStream } from '#lib/csv/write-workbook'
import { zipStream } from '#lib/csv/zip-stream'

const asTold: HowToRead = { encoding: null, delimiter: null, sheet: 0 }
const lower = (text: string) => text.toLowerCase().trim()

/** The rows with their numbers, or the word for why there are none. */
async function read(file: string | Uint8Array, how: Partial<HowToRead> = {}) {
  const bytes = typeof file === 'string' ? Buffer.from(file) : file
  const found = await readTable(bytes, { ...asTold, ...how }, lower)
  if (found.kind === 'refused') return found.refusal
  return found.kind === 'ask-encoding' ? found.kind : found.table
}

const table = {
  headers: ['Name', 'Role'],
  rows: [{ number: 2, cells: ['Núñez', 'RN'] }],
}
const utf16 = (text: string, swap: boolean) => {
  const bytes = Buffer.from(text, 'utf16le')
  return swap ? bytes.swap16() : bytes
}

test.for([
  ['UTF-8', Buffer.from('Name,Role\nNúñez,RN')],
  ['UTF-8 with its mark', Buffer.from('\ufeffName,Role\r\nNúñez,RN\r\n')],
  ['UTF-16', utf16('Name\tRole\r\nNúñez\tRN', false)],
  ['UTF-16 with its mark', utf16('\ufeffName\tRole\r\nNúñez\tRN', false)],
  ['UTF-16, big end first', utf16('Name\tRole\r\nNúñez\tRN', true)],
  ['UTF-16, big end first, with its mark', utf16('\ufeffName\tRole\r\nNúñez\tRN', true)],
  ['semicolons', Buffer.from('Name;Role\nNúñez;RN')],
  ['bars and carriage returns', Buffer.from('Name|Role\rNúñez|RN\r')],
  ['quotes', Buffer.from('"Name","Role"\n"Núñez","RN"')],
] as const)('a file in %s is read as it is', async ([, bytes]) => {
  expect(await read(bytes)).toEqual(table)
})

test('letters that are no UTF-8 are asked for, and lines are shown by which one tells', async () => {
  const bytes = Buffer.from('Name,Role\nNúñez,RN\nPlain,RN', 'latin1')
  expect(await read(bytes)).toBe('ask-encoding')
  expect(encodingSamples(bytes)[0]).toEqual({ encoding: 'windows-1252', lines: ['Núñez,RN'] })
  expect(await read(bytes, { encoding: 'windows-1252' })).toMatchObject({ headers: ['Name', 'Role'] })
})

test('a file half in one encoding and half in another is never guessed', async () => {
  const mixed = Buffer.concat([Buffer.from('Name\nNúñez\n'), Buffer.from('Ibáñez\n', 'latin1')])
  expect(await read(mixed)).toBe('ask-encoding')
})

test('cells keep commas, quotes and line ends; rows are numbered as a spreadsheet counts them', async () => {
  expect(await read('sep=;\n\nName;Note\n"Ng; Nora";"says ""hi""\nand goes"\n;\n=1+1;+2\n')).toEqual({
    headers: ['Name', 'Note'],
    rows: [
      { number: 4, cells: ['Ng; Nora', 'says "hi"\nand goes'] },
      { number: 6, cells: ['=1+1', '+2'] },
    ],
  })
})

test.for([
  ['', 'file-empty'],
  ['\n\n', 'file-empty'],
  ['Name,Role\n"Nora,RN\n', 'quote-left-open'],
  ['Name,name\nNora,Ng', 'headers-twice'],
  [`${Array.from({ length: 300 }, (_, index) => `C${index}`).join(',')}\n`, 'too-many-columns'],
  [`Name\n${'x\n'.repeat(10_001)}`, 'too-many-rows'],
  ['a\0b,c\n', 'file-not-a-table'],
  ['%PDF-1.4\n1 0 obj\n', 'file-not-a-table'],
  ['Name,Role\n\n,\n', 'rows-missing'],
] as const)('a file that begins %j is refused by %s', async ([text, refusal]) => {
  expect(await read(text)).toBe(refusal)
})

test.for([
  [Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3]), 'file-old-or-protected'],
  [Buffer.from([0x50, 0x4b, 0x03, 0x04, 1, 2, 3]), 'file-broken'],
] as const)('bytes that begin %j are refused by %s', async ([bytes, refusal]) => {
  expect(await read(bytes)).toBe(refusal)
})

test('a cell of ten megabytes is cut to more than any field takes', async () => {
  const found = await read(`Name\n${'x'.repeat(10 * 1024 * 1024)}`)
  expect(typeof found === 'object' && found.rows[0]?.cells[0]?.length).toBe(2001)
})

async function* batches(rows: readonly (readonly (string | number | null)[])[]) {
  yield rows
}
async function gathered(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = []
  for await (const piece of pieces) all.push(piece)
  return Buffer.concat(all)
}
const workbook = (rows: readonly (readonly (string | number | null)[])[], header = ['Name', 'Role']) =>
  gathered(workbookStream(header, batches(rows)))

test('what is written as a workbook is read again as it was, and no cell is a formula', async () => {
  const rows = [
    ['=HYPERLINK("x")', 'a & <b>'],
    [null, 7],
    ['Łukasz\u0001', ' spaced '],
  ]
  expect(await read(await workbook(rows))).toEqual({
    headers: ['Name', 'Role'],
    rows: [
      { number: 2, cells: ['=HYPERLINK("x")', 'a & <b>'] },
      { number: 3, cells: ['', '7'] },
      { number: 4, cells: ['Łukasz', ' spaced '] },
    ],
  })
})

/** A workbook of one sheet with this XML in it. */
const sheetOf = (data: string, styles = '') =>
  gathered(
    zipStream(
      Object.entries({
        '[Content_Types].xml': '<Types/>',
        'xl/workbook.xml':
          '<workbook xmlns:r="r"><sheets><sheet name="A &amp; B" sheetId="1" r:id="rId1"/></sheets></workbook>',
        'xl/_rels/workbook.xml.rels':
          '<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        'xl/styles.xml': `<styleSheet>${styles}</styleSheet>`,
        'xl/worksheets/sheet1.xml': data,
      }).map(([name, xml]) => ({ name, content: one(xml) })),
    ),
  )
async function* one(xml: string) {
  yield xml
}

test('a day of a spreadsheet is a day, and a formula is what it last showed', async () => {
  const styles = '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>'
  const data =
    '<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>First day</t></is></c></row><row r="3"><c r="A3" s="1"><v>46085</v></c></row><row r="4"><c r="A4" t="str"><f>A3</f><v>shown</v></c></row></sheetData></worksheet>'
  expect(await read(await sheetOf(data, styles))).toMatchObject({
    rows: [
      { number: 3, cells: ['2026-03-04'] },
      { number: 4, cells: ['shown'] },
    ],
  })
})

test('an archive that unpacks to more than any roster is given up on the way', async () => {
  const bomb = await sheetOf(`<worksheet><sheetData>${' '.repeat(60 * 1024 * 1024)}</sheetData></worksheet>`)
  expect(bomb.length).toBeLessThan(1024 * 1024)
  expect(await read(bomb)).toBe('file-too-large-inside')
})

test('an archive that lies about its sizes is no better', async () => {
  const bomb = await sheetOf(`<worksheet>${' '.repeat(60 * 1024 * 1024)}</worksheet>`)
  const packed = deflateRawSync(Buffer.alloc(10))
  // Every length that the archive states becomes a small one.
  const lie = Buffer.from(bomb)
  for (let at = lie.indexOf('PK\x01\x02'); at !== -1; at = lie.indexOf('PK\x01\x02', at + 4)) {
    lie.writeUInt32LE(packed.length, at + 24)
  }
  expect(await read(lie)).toBe('file-too-large-inside')
})

test('entities, which no spreadsheet declares, are not expanded', async () => {
  const data = '<!DOCTYPE w [<!ENTITY a "aaaa">]><worksheet><sheetData/></worksheet>'
  expect(await read(await sheetOf(data))).toBe('file-broken')
})

test.for([
  '<row r="1000000"><c r="A1000000"/></row>',
  '<row r="1"><c r="XFD1"/></row><row r="40000"/>',
  "<row r='x'/>",
])('a small sheet that speaks of far-off cells is refused before they are made: %s', async (rows) => {
  expect(await read(await sheetOf(`<worksheet><sheetData>${rows}</sheetData></worksheet>`))).toBe(
    'too-many-rows',
  )
})

test('a sheet that is not there, and one of too many rows, are refused', async () => {
  expect(await read(await workbook([['a', 'b']]), { sheet: 3 })).toBe('file-broken')
  const rows = Array.from({ length: 10_001 }, (_, index) => [`n${index}`, 'RN'])
  expect(await read(await workbook(rows))).toBe('too-many-rows')
})
