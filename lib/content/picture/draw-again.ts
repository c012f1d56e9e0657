import sharp, { type Sharp } from 'sharp'
import {
  longestSide,
  mostPixels,
  mostStoredBytes,
  type PictureRefusal,
  storedSides,
} from '#lib/content/picture/picture-limits'
import type { PictureType } from '#lib/domain/curriculum/picture'
import { ok, type Result, refuse } from '#lib/domain/result'

/** Only what reads these three formats, from memory: no file, no other format, whatever the bytes claim to be. */
function allowThreeFormats() {
  sharp.block({ operation: ['VipsForeignLoad'] })
  sharp.unblock({
    operation: ['VipsForeignLoadPngBuffer', 'VipsForeignLoadJpegBuffer', 'VipsForeignLoadWebpBuffer'],
  })
  sharp.cache(false)
  sharp.concurrency(1)
}

const read = (bytes: Uint8Array) =>
  sharp(bytes, { failOn: 'error', limitInputPixels: mostPixels, sequentialRead: true })

async function headFault(bytes: Uint8Array): Promise<PictureRefusal | undefined> {
  try {
    // Only the head is read here; the limit that counts is the reader's own.
    const { width, height, pages } = await sharp(bytes, { limitInputPixels: false }).metadata()
    if (width * height > mostPixels || Math.max(width, height) > longestSide) return 'picture-too-many-pixels'
    return (pages ?? 1) > 1 ? 'picture-moves' : undefined
  } catch {
    return 'picture-broken'
  }
}

function written(picture: Sharp, type: PictureType): Sharp {
  switch (type) {
    case 'image/png':
      return picture.png({ compressionLevel: 9 })
    case 'image/jpeg':
      return picture.jpeg({ quality: 82 })
    case 'image/webp':
      return picture.webp({ quality: 82 })
  }
}

export type DrawnAgain = { readonly bytes: Uint8Array; readonly width: number; readonly height: number }

/**
 * A picture decoded and drawn again in its own format: upright, in the colours that every screen has, no larger than a page
 * needs, and with nothing of the file but what can be seen. Runs only in a process of its own, since what decodes pictures
 * is native code.
 */
export async function drawAgain(
  bytes: Uint8Array,
  type: PictureType,
): Promise<Result<DrawnAgain, PictureRefusal>> {
  allowThreeFormats()
  const fault = await headFault(bytes)
  if (fault) return refuse(fault)
  try {
    for (const side of storedSides) {
      const small = read(bytes)
        .autoOrient()
        .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
        .toColourspace('srgb')
      const { data, info } = await written(small, type).toBuffer({ resolveWithObject: true })
      if (data.length <= mostStoredBytes) return ok({ bytes: data, width: info.width, height: info.height })
    }
    return refuse('picture-too-large')
  } catch {
    return refuse('picture-broken')
  }
}
