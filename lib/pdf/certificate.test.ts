import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import type { Certificate } from '#lib/domain/certification/certificate'
import { certificatePdf } from '#lib/pdf/certificate'
import {
  casesOf,
  longest,
  modulesOf,
  printed,
  verificationUrl,
  withCertificate,
} from '#tests/support/printed-certificate'

/** The text strings under a key of the PDF's dictionaries, in the order of the file. */
function stringsUnder(key: string, pdf: Buffer): string[] {
  const found = pdf.toString('latin1').matchAll(new RegExp(`/${key} \\(((?:\\\\.|[^\\\\)])*)\\)`, 'gs'))
  return Array.from(found, ([, raw = '']) => {
    const bytes = Buffer.from(
      raw.replace(
        /\\(.)/gs,
        (_, sign: string) => ({ n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' })[sign] ?? sign,
      ),
      'latin1',
    )
    return bytes[0] === 0xfe ? bytes.subarray(2).swap16().toString('utf16le') : bytes.toString('latin1')
  })
}

/** Where each stretch of text begins, in points from the bottom left. */
function textPositions(pdf: Buffer): { x: number; y: number }[] {
  const streams = pdf.toString('latin1').matchAll(/stream\n(.*?)\nendstream/gs)
  const contents = Array.from(streams, ([, body = '']) => {
    try {
      return inflateSync(Buffer.from(body, 'latin1')).toString('latin1')
    } catch {
      return ''
    }
  })
  const placed = contents.join('\n').matchAll(/1 0 0 1 ([\d.-]+) ([\d.-]+) Tm/g)
  return Array.from(placed, ([, x, y]) => ({ x: Number(x), y: Number(y) }))
}

const count = (pdf: Buffer, pattern: RegExp) => pdf.toString('latin1').match(pattern)?.length ?? 0

const has = (tool: string) => spawnSync(tool, ['--version']).error === undefined

describe('the certificate', () => {
  test('says all that it must, in reading order, and no score', async () => {
    expect(stringsUnder('ActualText', await certificatePdf(printed))).toEqual([
      'Certificate of completion',
      'This records that',
      'Łukasz Ñuñez',
      'completed the training',
      'Foundations',
      ...['Completed on', 'day 2026-03-31', 'Valid through', 'day 2027-03-31'],
      ...['Learning time', '36 minutes', 'Learning objectives', '9, tested in a quiz for each module'],
      ...['Practice', 'Riverside Family Clinic', 'Role', 'Medical assistant'],
      'Modules taken',
      ...['Module', 'Version', 'Minutes'],
      ...printed.certificate.modules.flatMap(({ title }) => [title, '2', '12']),
      'Review by a survivor consultant is still to come.',
      'Completion record. Not CE credit and not a license; check with your board.',
      'Certificate number',
      '0W3G-E1R7-0W3G-E1R7-0W3G-E1R7-0W',
      'Check this certificate at',
      'training.riverside.example/verify/0E1V-0E1V',
    ])
  })

  test('lists the cases below the modules, and says that there are both', async () => {
    const texts = stringsUnder('ActualText', await certificatePdf(withCertificate({ cases: casesOf(1) })))
    expect(texts).toEqual(expect.arrayContaining(['Modules and cases taken', 'Module or case', '46 minutes']))
    const [first] = casesOf(1)
    expect(texts.indexOf(first?.title ?? '')).toBeGreaterThan(texts.indexOf(modulesOf(3).at(-1)?.title ?? ''))
  })

  test('without an end says so', async () => {
    const texts = stringsUnder('ActualText', await certificatePdf(withCertificate({ validThrough: null })))
    expect(texts).toContain('No end date')
  })

  test('is a tagged document with language, title, headings, table, figure and link', async () => {
    const pdf = await certificatePdf(printed)
    expect(stringsUnder('Lang', pdf)).toEqual(['en'])
    expect(count(pdf, /\/Marked true/g)).toBe(1)
    expect(count(pdf, /\/DisplayDocTitle true/g)).toBe(1)
    expect(count(pdf, /\/Tabs \/S\b/g)).toBe(1)
    const tags = Array.from(
      pdf.toString('latin1').matchAll(/\/S \/(Document|H1|H2|Table|TR|TH|TD|Figure|Link)\b/g),
    )
    const amounts = Object.fromEntries(
      Map.groupBy(tags, ([, tag]) => tag)
        .entries()
        .map(([tag, all]) => [tag, all.length]),
    )
    expect(amounts).toEqual({ Document: 1, H1: 1, H2: 1, Table: 1, TR: 4, TH: 3, TD: 9, Figure: 1, Link: 1 })
    expect(count(pdf, /\/Scope \/Column\b/g)).toBe(3)
    expect(stringsUnder('Alt', pdf)).toEqual(['QR code to the verification page'])
    expect(stringsUnder('URI', pdf)).toEqual([verificationUrl])
    expect(stringsUnder('Contents', pdf)).toEqual([verificationUrl])
  })

  test('has a title that breaks neither the dictionary nor the XML', async () => {
    const pdf = await certificatePdf(printed)
    expect(pdf.toString('latin1')).toContain('\n(Training    certificate )\n')
    expect(pdf.toString('latin1')).toContain('<rdf:li xml:lang="x-default">Training    certificate </rdf:li>')
  })

  test('embeds every font that it uses', async () => {
    const pdf = await certificatePdf(withCertificate({ printedName: 'محمد 王小明 Nadia' }))
    const fonts = new Set(
      Array.from(pdf.toString('latin1').matchAll(/\/BaseFont \/(\S+)/g), ([, name]) => name),
    )
    expect([...fonts].map((name) => name?.replace(/^[A-Z]{6}\+/, '')).sort()).toEqual([
      'NotoSans-Bold',
      'NotoSans-Regular',
      'NotoSansArabic-Regular',
      'NotoSansCJKsc-Regular',
    ])
    expect(count(pdf, /\/FontFile[23] /g)).toBe(4)
  })

  test('is the same file for the same certificate, whenever it is made', async () => {
    const [one, two] = [await certificatePdf(printed), await certificatePdf(printed)]
    expect(one.equals(two)).toBe(true)
    expect(one.toString('latin1')).toContain('(D:20260331170000Z)')
    expect((await certificatePdf(withCertificate({ printedName: 'Omar Haddad' }))).equals(one)).toBe(false)
  })
})

describe('whatever is printed on it, it is one page and nothing leaves it', () => {
  test.each<[string, Partial<Certificate>]>([
    ['one module', { modules: modulesOf(1) }],
    ['fourteen modules and long names', longest(14)],
    ['fourteen modules, four cases and long names', { ...longest(14), cases: casesOf(4) }],
    ['twenty modules and long names', longest(20)],
    ['a name of 600 letters', { printedName: 'Wolfeschlegelstein '.repeat(32) }],
    ['a name without a space', { printedName: 'W'.repeat(400) }],
    ['a name that no font has', { printedName: '😀\u{10ffff}\u16a0' }],
    ['an empty name', { printedName: '' }],
    ['a name of controls', { printedName: '\u202e\u0000\n\u200b' }],
  ])('%s', async (_what, change) => {
    const pdf = await certificatePdf(withCertificate(change))
    expect(count(pdf, /\/Type \/Page\b/g)).toBe(1)
    const positions = textPositions(pdf)
    expect(positions.length).toBeGreaterThan(25)
    for (const { x, y } of positions) {
      expect(x).toBeGreaterThanOrEqual(60)
      expect(x).toBeLessThan(552)
      expect(y).toBeGreaterThan(28)
      expect(y).toBeLessThan(750)
    }
  })

  test('fourteen modules stand in rows of readable height above the footer', async () => {
    const positions = textPositions(await certificatePdf(withCertificate(longest(14))))
    const rows = [...new Set(positions.filter(({ x }) => x > 530).map(({ y }) => y))].sort(
      (one, two) => two - one,
    )
    const gaps = rows.slice(1).map((y, index) => (rows[index] ?? 0) - y)
    expect(rows).toHaveLength(14)
    expect(Math.min(...gaps)).toBeGreaterThan(13)
    expect(Math.min(...rows)).toBeGreaterThan(792 - 646)
  })
})

describe.skipIf(!has('qpdf') || !has('pdftotext'))('other programs', () => {
  const folder = mkdtempSync(join(tmpdir(), 'beacon-pdf-'))
  const fileOf = async (name: string) => {
    const file = join(folder, 'certificate.pdf')
    writeFileSync(file, await certificatePdf(withCertificate({ printedName: name, modules: modulesOf(14) })))
    return file
  }

  test('find no fault in the file', async () => {
    expect(
      execFileSync('qpdf', ['--check', await fileOf('محمد 王小明 Łukasz')], { encoding: 'utf8' }),
    ).toContain('No syntax or stream encoding errors found')
  })

  test.each(['Łukasz Ñuñez', 'Γιώργος Παπαδόπουλος', '王小明', '김민준', 'Юрій', 'דוד כהן', 'ሰላም ታደሰ'])(
    'read the name back as it is: %s',
    async (name) => {
      const text = execFileSync('pdftotext', ['-layout', await fileOf(name), '-'], { encoding: 'utf8' })
      expect(text.replace(/[\u202a-\u202e\u200e\u200f]/g, '')).toContain(name)
    },
  )
})
