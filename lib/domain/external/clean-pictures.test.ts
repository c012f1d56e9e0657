import { describe, expect, test } from 'vitest'
import { cleanJpeg } from '#lib/domain/external/clean-jpeg'
import { cleanPng } from '#lib/domain/external/clean-png'
import { documentKindOf } from '#lib/domain/external/document'
import { exif, jpeg, jpegComment, png, pngChunk, together } from '#tests/support/documents'

const textOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')
const bytesOf = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'))

function cleaned(result: ReturnType<typeof cleanPng>) {
  if (!result.ok) throw new Error(result.refusal)
  return result.value
}

describe('a file is what its first bytes say', () => {
  test.each([
    ['a program under the name of a picture', 'MZ\x90\0\x03'],
    ['a drawing that can carry scripts', '<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>'],
    ['a page', '<!doctype html><script>x()</script>'],
    ['an archive', 'PK\x03\x04'],
    ['a moving picture', 'GIF89a'],
    ['a PDF behind something else', 'junk%PDF-1.7'],
    ['nothing', ''],
  ])('%s is none that is taken', (_, text) => {
    expect(documentKindOf(bytesOf(text))).toBeUndefined()
  })

  test.each([
    ['png', png()],
    ['jpeg', jpeg()],
    ['pdf', bytesOf('%PDF-1.7')],
  ] as const)('a %s is known', (kind, bytes) => {
    expect(documentKindOf(bytes)).toBe(kind)
  })
})

describe('a PNG', () => {
  test('that says nothing but its picture is kept byte for byte', () => {
    const bytes = png()
    expect(cleaned(cleanPng(bytes))).toEqual({ bytes, metadataRemoved: false })
  })

  test.each(['tEXt', 'zTXt', 'iTXt', 'eXIf', 'tIME', 'acTL', 'prVt'])(
    'loses what it tells beside its picture (%s)',
    (type) => {
      const extra = pngChunk(type, 'Owner Person, 38.6270 N')
      const { bytes, metadataRemoved } = cleaned(cleanPng(png({ extra })))
      expect(metadataRemoved).toBe(true)
      expect(bytes).toEqual(png())
    },
  )

  test('that is something else behind its end loses that', () => {
    const { bytes } = cleaned(cleanPng(together(png(), bytesOf('PK\x03\x04 an archive'))))
    expect(bytes).toEqual(png())
  })

  test.each([1, 9, 20, 40])('cut %i bytes short is not taken', (short) => {
    expect(cleanPng(png().subarray(0, -short))).toEqual({ ok: false, refusal: 'file-incomplete' })
  })

  test.each([
    [12_000, 1],
    [1, 12_000],
    [7_000, 7_000],
  ])('of %i by %i fits', (width, height) => {
    expect(cleanPng(png({ width, height })).ok).toBe(true)
  })

  test.each([
    [12_001, 1],
    [1, 12_001],
    [8_000, 7_000],
    [0xffff_ffff, 0xffff_ffff],
    [0, 8],
  ])('of %i by %i is too large, or none', (width, height) => {
    expect(cleanPng(png({ width, height }))).toEqual({ ok: false, refusal: 'picture-too-large' })
  })

  test('with a changed byte is damaged', () => {
    const bytes = png()
    bytes[20] = 99
    expect(cleanPng(bytes)).toEqual({ ok: false, refusal: 'file-damaged' })
  })

  test('without pixels is damaged', () => {
    const head = png().subarray(0, 33)
    expect(cleanPng(together(head, pngChunk('IEND', '')))).toEqual({ ok: false, refusal: 'file-damaged' })
  })
})

describe('a JPEG', () => {
  test('that says nothing but its picture is kept byte for byte', () => {
    const bytes = jpeg()
    expect(cleaned(cleanJpeg(bytes))).toEqual({ bytes, metadataRemoved: false })
  })

  test('loses owner, place and comment', () => {
    const extra = together(exif(1), jpegComment('Owner Person'))
    const { bytes, metadataRemoved } = cleaned(cleanJpeg(jpeg({ extra })))
    expect(metadataRemoved).toBe(true)
    expect(bytes).toEqual(jpeg())
  })

  test.each([2, 3, 6, 8])('keeps which way up it goes (%i), and that alone', (turn) => {
    const { bytes } = cleaned(cleanJpeg(jpeg({ extra: exif(turn) })))
    expect(textOf(bytes)).not.toMatch(/Owner|GPS|38\.6270/)
    const again = cleaned(cleanJpeg(bytes))
    expect(again).toEqual({ bytes, metadataRemoved: false })
    expect(bytes.length).toBe(jpeg().length + 36)
  })

  test('that is something else behind its end loses that', () => {
    const { bytes } = cleaned(cleanJpeg(together(jpeg(), bytesOf('%PDF-1.7 and an archive PK\x03\x04'))))
    expect(bytes).toEqual(jpeg())
  })

  test.each([1, 2, 3, 20, 60, 120])('cut %i bytes short is not taken', (short) => {
    expect(cleanJpeg(jpeg().subarray(0, -short)).ok).toBe(false)
  })

  test.each([
    [12_001, 8],
    [8_000, 8_000],
    [0, 8],
  ])('of %i by %i is too large, or none', (width, height) => {
    expect(cleanJpeg(jpeg({ width, height }))).toEqual({ ok: false, refusal: 'picture-too-large' })
  })

  test('with camera notes that lead nowhere is read to its end all the same', () => {
    const broken = exif(6)
    broken.fill(0xff, 14)
    expect(cleaned(cleanJpeg(jpeg({ extra: broken }))).bytes).toEqual(jpeg())
  })
})
