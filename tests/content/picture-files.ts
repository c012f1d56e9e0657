import { crc32, deflateSync } from 'node:zlib'
import sharp, { type Sharp } from 'sharp'

/** What a telephone writes into each picture, where it was taken above all. */
const exif = {
  IFD0: { Make: 'SecretMaker', Model: 'SecretPhone', Copyright: 'SecretOwner' },
  IFD3: {
    GPSLatitudeRef: 'N',
    GPSLatitude: '38/1 34/1 36/1',
    GPSLongitudeRef: 'W',
    GPSLongitude: '92/1 10/1 24/1',
  },
}
const xmp = '<x:xmpmeta xmlns:x="adobe:ns:meta/"><!-- SecretPlace --></x:xmpmeta>'

/** Three by two hundred pixels of three colours, so that it can be seen which side is up. */
export const drawn = (): Sharp =>
  sharp(
    Buffer.concat(
      ['ff0000', '00ff00', '0000ff'].map((colour) => Buffer.from(colour.repeat(100 * 200), 'hex')),
    ),
    { raw: { width: 200, height: 300, channels: 3 } },
  )

export const withPlace = (picture: Sharp): Sharp => picture.withExif(exif).withXmp(xmp).withIccProfile('p3')

/** Signs that no picture here has but by its metadata. */
export const secrets = [
  'Secret',
  'GPS',
  'Exif',
  'EXIF',
  'eXIf',
  'xmpmeta',
  'ICC_PROFILE',
  'iCCP',
  'ICCP',
  'tEXt',
  'JFXX',
]

const chunk = (type: string, data: Uint8Array) => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

const signature = Buffer.from('89504e470d0a1a0a', 'hex')
const afterHead = signature.length + 25

/** A PNG with one more part behind its head. */
export const withChunk = (png: Buffer, type: string, data: Uint8Array) =>
  Buffer.concat([png.subarray(0, afterHead), chunk(type, data), png.subarray(afterHead)])

/** A PNG that claims a size, with a few zeros packed as its pixels. */
export function pngOf(width: number, height: number, zeros = 1000): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.alloc(zeros))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** Nothing in it repeats, so that no format makes it small. */
export const noisy = (side: number): Sharp =>
  sharp({
    create: {
      width: side,
      height: side,
      channels: 3,
      background: '#808080',
      noise: { type: 'gaussian', mean: 128, sigma: 60 },
    },
  })
