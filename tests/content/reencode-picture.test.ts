import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { drawAgain } from '#lib/content/picture/draw-again'
import { reencodePicture } from '#lib/content/picture/reencode-picture'
import { isBarePicture } from '#lib/domain/curriculum/bare-picture'
import type { PictureType } from '#lib/domain/curriculum/picture'
import { drawn, noisy, pngOf, secrets, withChunk, withPlace } from '#tests/content/picture-files'

const found = (bytes: Uint8Array) => secrets.filter((secret) => Buffer.from(bytes).includes(secret))

async function again(bytes: Uint8Array, type: PictureType) {
  const result = await drawAgain(bytes, type)
  if (!result.ok) throw new Error(result.refusal)
  expect(isBarePicture(result.value.bytes)).toBe(true)
  return result.value
}

/** The colour of one pixel, as reds, greens and blues of 0 to 3, since JPEG is never exact. */
async function colourAt(bytes: Uint8Array, left: number, top: number) {
  const { data } = await sharp(bytes)
    .removeAlpha()
    .toColourspace('srgb')
    .extract({ left, top, width: 1, height: 1 })
    .raw()
    .toBuffer({ resolveWithObject: true })
  return [...data].slice(0, 3).map((value) => Math.round(value / 85))
}

const formats: readonly (readonly [PictureType, () => Promise<Buffer>])[] = [
  ['image/png', () => withPlace(drawn()).png().toBuffer()],
  ['image/jpeg', () => withPlace(drawn()).jpeg().toBuffer()],
  ['image/webp', () => withPlace(drawn()).webp().toBuffer()],
]

describe('a picture that is uploaded keeps what can be seen and nothing else', () => {
  test.each(formats)('%s, with the place where it was taken', async (type, file) => {
    const bytes = await file()
    expect(found(bytes)).not.toEqual([])
    expect(isBarePicture(bytes)).toBe(false)
    const result = await reencodePicture(bytes)
    expect(result).toMatchObject({ ok: true, value: { contentType: type, width: 200, height: 300 } })
    const shown = result.ok ? result.value.bytes : new Uint8Array()
    expect(found(shown)).toEqual([])
    expect(isBarePicture(shown)).toBe(true)
    expect(isBarePicture(Buffer.concat([shown, Buffer.from('<script>')]))).toBe(false)
    const { exif, xmp, icc, iptc, orientation } = await sharp(shown).metadata()
    expect({ exif, xmp, icc, iptc, orientation }).toEqual({})
    expect(await Promise.all([50, 150, 250].map((top) => colourAt(shown, 100, top)))).toEqual([
      [3, 0, 0],
      [0, 3, 0],
      [0, 0, 3],
    ])
  })

  test('one that the telephone laid on its side stands upright', async () => {
    const bytes = await drawn().withMetadata({ orientation: 6 }).jpeg().toBuffer()
    const { bytes: shown, width, height } = await again(bytes, 'image/jpeg')
    expect([width, height]).toEqual([300, 200])
    expect(await colourAt(shown, 250, 100)).toEqual([3, 0, 0])
  })

  test.each([
    [
      'words in a PNG',
      'image/png',
      async () => withChunk(await drawn().png().toBuffer(), 'tEXt', Buffer.from('Comment\0Secret')),
    ],
    [
      'a page behind a PNG',
      'image/png',
      async () => Buffer.concat([await drawn().png().toBuffer(), Buffer.from('<script>Secret</script>')]),
    ],
    [
      'an archive behind a JPEG',
      'image/jpeg',
      async () => Buffer.concat([await drawn().jpeg().toBuffer(), Buffer.from('PK\x03\x04Secret')]),
    ],
    [
      'a part of a WebP that nobody knows',
      'image/webp',
      async () => Buffer.concat([await drawn().webp().toBuffer(), Buffer.from('Secret')]),
    ],
  ] as const)('%s is gone', async (_, type, file) => {
    const bytes = await file()
    expect(found(bytes)).toContain('Secret')
    expect(isBarePicture(bytes)).toBe(false)
    expect(found((await again(bytes, type)).bytes)).toEqual([])
  })

  test.each([
    ['gray', 'image/png', () => drawn().grayscale().png()],
    ['of sixteen bits', 'image/png', () => drawn().toColourspace('rgb16').png()],
    ['of a palette', 'image/png', () => drawn().png({ palette: true })],
    ['in the colours of print', 'image/jpeg', () => drawn().toColourspace('cmyk').jpeg()],
    ['that appears bit by bit', 'image/jpeg', () => drawn().jpeg({ progressive: true })],
    ['without loss', 'image/webp', () => drawn().webp({ lossless: true })],
  ] as const)('one %s has the colours of a screen afterwards', async (_, type, picture) => {
    const { bytes } = await again(await picture().toBuffer(), type)
    const { depth, space } = await sharp(bytes).metadata()
    expect([depth, space === 'cmyk']).toEqual(['uchar', false])
  })

  test('glass stays glass', async () => {
    const glass = { create: { width: 40, height: 40, channels: 4 as const, background: '#ff000080' } }
    const { bytes } = await again(await sharp(glass).png().toBuffer(), 'image/png')
    expect((await sharp(bytes).metadata()).hasAlpha).toBe(true)
  })

  test('a large one becomes as small as a page needs, and smaller until it is quick to load', async () => {
    const { bytes, width } = await again(await noisy(1700).jpeg().toBuffer(), 'image/jpeg')
    expect(width).toBeLessThanOrEqual(1600)
    expect(bytes.length).toBeLessThanOrEqual(500_000)
  })
})

const wrongly = (words: string) => Buffer.from(words, 'latin1')

describe('what is no picture, or too much of one, is refused', () => {
  test.each([
    ['nothing', wrongly(''), 'picture-empty'],
    ['a drawing', wrongly('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), 'picture-drawing'],
    [
      'a drawing with a head',
      wrongly('\xEF\xBB\xBF<?xml version="1.0"?>\n<!-- a -->\n<svg>'),
      'picture-drawing',
    ],
    ['a page', wrongly('<!doctype html><script>alert(1)</script>'), 'picture-unknown'],
    ['GIF', wrongly('GIF89a\x01\x00\x01\x00'), 'picture-unknown'],
    ['BMP', wrongly('BM\x00\x00'), 'picture-unknown'],
    ['TIFF', wrongly('II*\x00\x08\x00'), 'picture-unknown'],
    ['HEIC', wrongly('\x00\x00\x00\x18ftypheic'), 'picture-unknown'],
    ['PDF', wrongly('%PDF-1.7'), 'picture-unknown'],
    ['a program of PostScript', wrongly('%!PS-Adobe-3.0'), 'picture-unknown'],
    ['too many bytes', Buffer.concat([pngOf(1, 1), Buffer.alloc(12_000_000)]), 'picture-too-large'],
    ['a PNG that moves', withChunk(pngOf(1, 1), 'acTL', Buffer.alloc(8)), 'picture-moves'],
    ['a size that unpacks without end', pngOf(30_000, 30_000), 'picture-too-many-pixels'],
  ] as const)('%s', async (_, bytes, refusal) => {
    expect(await reencodePicture(bytes)).toEqual({ ok: false, refusal })
  })

  test.each([
    ['the greatest size there is', async () => pngOf(0x7fffffff, 0x7fffffff), 'image/png', 'picture-broken'],
    ['a line of a hundred thousand', async () => pngOf(100_000, 10), 'image/png', 'picture-too-many-pixels'],
    ['no height', async () => pngOf(10, 0), 'image/png', 'picture-broken'],
    ['fewer pixels than it says', async () => pngOf(4000, 4000), 'image/png', 'picture-broken'],
    ['a head alone', async () => pngOf(10, 10).subarray(0, 33), 'image/png', 'picture-broken'],
    [
      'half a JPEG',
      async () => (await noisy(300).jpeg().toBuffer()).subarray(0, 9000),
      'image/jpeg',
      'picture-broken',
    ],
    [
      'the beginning of a JPEG',
      async () => wrongly('\xFF\xD8\xFF\xE0\x00\x10JFIF'),
      'image/jpeg',
      'picture-broken',
    ],
    [
      'a drawing that begins as a JPEG',
      async () => wrongly('\xFF\xD8\xFF<svg onload="alert(1)"/>'),
      'image/jpeg',
      'picture-broken',
    ],
    [
      'a drawing that begins as a WebP',
      async () => wrongly('RIFF\x00\x00\x00\x00WEBP<svg/>'),
      'image/webp',
      'picture-broken',
    ],
    ['a GIF under another name', async () => drawn().gif().toBuffer(), 'image/png', 'picture-broken'],
    [
      'a WebP that moves',
      async () => {
        const pictures = [noisy(9), noisy(8)].map((picture) => picture.png().toBuffer())
        return sharp(await Promise.all(pictures), { join: { animated: true } })
          .webp()
          .toBuffer()
      },
      'image/webp',
      'picture-moves',
    ],
    [
      'noise that no size makes small enough',
      () => noisy(700).png().toBuffer(),
      'image/png',
      'picture-too-large',
    ],
  ] as const)('%s', async (_, file, type, refusal) => {
    expect(await drawAgain(await file(), type)).toEqual({ ok: false, refusal })
  })

  test('pixels packed a thousand times smaller than they are cost no more than their limit', async () => {
    // Nine million pixels of zeros in 26 KB are a picture; the same for six hundred million would be a bomb.
    const plain = pngOf(3000, 3000, (3000 * 3 + 1) * 3000)
    expect(plain.length).toBeLessThan(40_000)
    expect(await again(plain, 'image/png')).toMatchObject({ width: 1600, height: 1600 })
  })
})
