import { zipStream } from '#lib/csv/zip-stream'

export type WorkbookCell = string | number | null

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships'
const document = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const kinds = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

const parts: Readonly<Record<string, string>> = {
  '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${kinds}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${kinds}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${kinds}.styles+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${document}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${document}"><sheets><sheet name="Training" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${document}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${document}/styles" Target="styles.xml"/></Relationships>`,
  // Style 1 is the header's: bold.
  'xl/styles.xml': `<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf fontId="1" applyFont="1"/></cellXfs></styleSheet>`,
}

/**
 * An XLSX file of one sheet, piece by piece: it never stands in the memory as a whole. Texts are texts, whatever they look
 * like, so that no cell is ever a formula; days stay as they are written. The first row is bold and stays in sight.
 *
 * @param rows batches of rows, each with the cells in the order of the header.
 */
export function workbookStream(
  header: readonly string[],
  rows: AsyncIterable<readonly (readonly WorkbookCell[])[]>,
): AsyncGenerator<Uint8Array> {
  const fixed = Object.entries(parts).map(([name, xml]) => ({ name, content: pieces(head + xml) }))
  return zipStream([...fixed, { name: 'xl/worksheets/sheet1.xml', content: sheet(header, rows) }])
}

async function* pieces(xml: string): AsyncGenerator<string> {
  yield xml
}

async function* sheet(
  header: readonly string[],
  rows: AsyncIterable<readonly (readonly WorkbookCell[])[]>,
): AsyncGenerator<string> {
  const pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
  const widths = `<cols><col min="1" max="${header.length}" width="22" customWidth="1"/></cols>`
  yield `${head}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews>${widths}<sheetData>`
  let number = 1
  yield rowXml(header, number, ' s="1"')
  for await (const batch of rows) {
    yield batch
      .map((row) => {
        number += 1
        return rowXml(row, number, '')
      })
      .join('')
  }
  yield '</sheetData></worksheet>'
}

/** Cells carry their address, which the format does not ask for and some readers do. */
function rowXml(cells: readonly WorkbookCell[], number: number, style: string): string {
  let xml = `<row r="${number}">`
  for (const [index, cell] of cells.entries()) {
    if (cell === null || cell === '') continue
    const place = `<c r="${letters(index)}${number}"${style}`
    if (typeof cell === 'number') xml += `${place}><v>${cell}</v></c>`
    else xml += `${place} t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`
  }
  return `${xml}</row>`
}

/** A to Z; a roster has fewer columns than that. */
const letters = (index: number) => String.fromCharCode(65 + index)

const special = /[&<>\p{Cc}\p{Cs}\ufffe\uffff]/u
// Tab and line ends can be said.
const unsayable = /(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu
// The longest text that a cell may hold.
const mostCharacters = 32_767

/** XML has no way to say most control characters, even escaped. */
function escaped(text: string): string {
  if (!special.test(text) && text.length <= mostCharacters) return text
  return text
    .slice(0, mostCharacters)
    .toWellFormed()
    .replace(unsayable, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
}
