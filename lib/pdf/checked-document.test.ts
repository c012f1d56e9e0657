import { deflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { checkedDocument } from '#lib/pdf/checked-document'
import { jpeg, objectStream, pdf, pdfStream, png, together } from '#tests/support/documents'

const bytesOf = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'))
const packed = (text: string) => new Uint8Array(deflateSync(Buffer.from(text)))
const refusalOf = (bytes: Uint8Array) => {
  const result = checkedDocument(bytes)
  return result.ok ? null : result.refusal
}

test.each([
  ['pdf', pdf()],
  ['png', png()],
  ['jpeg', jpeg()],
] as const)('a quiet %s is kept byte for byte, with its hash', (kind, bytes) => {
  const result = checkedDocument(bytes)
  expect(result).toMatchObject({ ok: true, value: { kind, metadataRemoved: false } })
  expect(result.ok && result.value.sha256).toMatch(/^[0-9a-f]{64}$/)
  expect(result.ok && result.value.bytes).toEqual(bytes)
})

describe('a PDF is taken', () => {
  test.each([
    ['with packed objects', pdf({ objects: [objectStream('<</Title(Certificate)>>')] })],
    ['with a packed page', pdf({ objects: [pdfStream('/Filter/FlateDecode', packed('BT (Hello) Tj ET'))] })],
    [
      'with a link and a way to open',
      pdf({ objects: ['<</S/URI/URI(https://example.org)>>'], catalog: '/OpenAction[3 0 R/Fit]' }),
    ],
    [
      'whose pixels happen to spell short names',
      pdf({
        objects: [pdfStream('/Subtype/Image/Filter/DCTDecode', bytesOf('\xff\xd8 /JS /AA /EF /3D \xff\xd9'))],
      }),
    ],
  ])('%s', (_, bytes) => {
    expect(refusalOf(bytes)).toBeNull()
  })
})

const script = '<</S/JavaScript/JS(app.alert(1))>>'

describe('a PDF that does something by itself, or carries something along, is not taken', () => {
  test.each([
    ['a script', pdf({ objects: [script], catalog: '/OpenAction 4 0 R' })],
    ['a script, its name spelled otherwise', pdf({ objects: ['<</S/Java#53cript/JS(x)>>'] })],
    ['a script among packed objects', pdf({ objects: [objectStream(script)] })],
    ['a script among packed objects called something else', pdf({ objects: [disguised(script)] })],
    [
      'a script in a stream with a false length',
      pdf({ objects: [objectStream(script).replace(/Length \d+/, 'Length 1')] }),
    ],
    ['a program to start', pdf({ objects: ['<</S/Launch/F(calc.exe)>>'] })],
    ['a file inside', pdf({ catalog: '/Names<</EmbeddedFiles 4 0 R>>' })],
    ['a file inside, by its bare dictionary', pdf({ objects: ['<</Type/Filespec/EF <</F 5 0 R>>>>'] })],
    ['a file on a page', pdf({ objects: ['<</Subtype/FileAttachment>>'] })],
    ['a form that is sent away', pdf({ objects: ['<</S/SubmitForm/F(https://example.org)>>'] })],
    ['another form', pdf({ catalog: '/AcroForm<</XFA 4 0 R>>' })],
    ['another document', pdf({ objects: ['<</S/GoToR/F(\\\\\\\\host\\\\share)>>'] })],
    ['a film', pdf({ objects: ['<</Subtype/RichMedia>>'] })],
  ])('%s', (_, bytes) => {
    expect(refusalOf(bytes)).toBe('pdf-active')
  })
})

function disguised(object: string): string {
  return objectStream(object).replace('/Type/ObjStm', '/Type/XObject/Subtype/Image')
}

test.each([
  ['in its trailer', pdf({ trailer: '/Encrypt 4 0 R' })],
  ['spelled otherwise', pdf({ trailer: '/Encr#79pt 4 0 R' })],
])('a PDF that is locked is not taken (%s)', (_, bytes) => {
  expect(refusalOf(bytes)).toBe('pdf-encrypted')
})

describe('a PDF that nobody here can read is not taken', () => {
  test.each([
    ['cut short', pdf().subarray(0, -40), 'file-incomplete'],
    ['cut in the middle', pdf().subarray(0, 120), 'file-incomplete'],
    ['with an archive behind it', together(pdf(), bytesOf('PK\x03\x04 archive')), 'file-incomplete'],
    [
      'that is a page of the web',
      bytesOf('%PDF-1.7\n<script>x()</script>\nstartxref\n9\n%%EOF'),
      'file-damaged',
    ],
    [
      'whose table is elsewhere',
      bytesOf(`${Buffer.from(pdf()).toString('latin1')}`.replace(/startxref\n\d+/, 'startxref\n5')),
      'file-damaged',
    ],
    ['of a version that there is not', bytesOf('%PDF-9.9\nstartxref\n9\n%%EOF'), 'file-damaged'],
    [
      'with objects packed in an unknown way',
      pdf({ objects: [pdfStream('/Type/ObjStm/First 5/Filter/LZWDecode', bytesOf('\x80\x0b\x60\x50'))] }),
      'file-damaged',
    ],
    [
      'with objects turned around after packing',
      pdf({ objects: [objectStream('<</A 1>>', '/Filter/FlateDecode/DecodeParms<</Predictor 12>>')] }),
      'file-damaged',
    ],
    [
      'whose table of packed objects begins too far behind its name',
      pdf({ objects: [objectStream('<</A 1>>', `/Filter/FlateDecode/Pad(${' '.repeat(5000)})`)] }),
      'file-damaged',
    ],
    [
      'whose table of packed objects begins where no reader of ours looks',
      pdf({ objects: [objectStream('<</A 1>>').replace('stream\n', 'stream\r')] }),
      'file-damaged',
    ],
    [
      'that names a table of packed objects and shows none',
      pdf({ objects: ['<</Type/Obj#53tm/N 1/First 5>>'] }),
      'file-damaged',
    ],
    [
      'that unpacks to more than anybody needs',
      pdf({
        objects: [
          pdfStream('/Filter/FlateDecode', new Uint8Array(deflateSync(Buffer.alloc(30 * 1024 * 1024)))),
          pdfStream('/Filter/FlateDecode', new Uint8Array(deflateSync(Buffer.alloc(23 * 1024 * 1024)))),
          ...Array.from({ length: 9 }, () =>
            pdfStream('', new Uint8Array(deflateSync(Buffer.alloc(25 * 1024 * 1024)))),
          ),
        ],
      }),
      'file-damaged',
    ],
  ])('%s', (_, bytes, refusal) => {
    expect(refusalOf(bytes)).toBe(refusal)
  })
})

test('many streams that break while they are unpacked are not all tried', () => {
  const broken = new Uint8Array([...packed('x'.repeat(100_000)).subarray(0, 60)])
  const objects = Array.from({ length: 200 }, () => pdfStream('/Filter/FlateDecode', broken))
  expect(refusalOf(pdf({ objects }))).toBe('file-damaged')
})
