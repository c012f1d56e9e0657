/** Formats that only draw. A drawing in SVG can carry scripts, and is refused. */
export const pictureTypes = ['image/png', 'image/jpeg', 'image/webp'] as const
export type PictureType = (typeof pictureTypes)[number]

/** A picture of a module version, by the name that a Figure uses. */
export type Picture = {
  readonly name: string
  readonly contentType: PictureType
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** Small letters, digits and hyphens, and an ending that says the format: no path leads out of a folder by such a name. */
export const pictureName = /^[a-z0-9]+(?:-[a-z0-9]+)*\.(?:png|jpg|webp)$/

export const longestPictureName = 80

/** What the bytes are, by how they begin; undefined for anything else. */
export function pictureTypeOf(bytes: Uint8Array): PictureType | undefined {
  const starts = (at: number, ...wanted: readonly number[]) =>
    wanted.every((byte, index) => bytes[at + index] === byte)
  if (starts(0, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'image/png'
  if (starts(0, 0xff, 0xd8, 0xff)) return 'image/jpeg'
  const isRiff = starts(0, 0x52, 0x49, 0x46, 0x46)
  return isRiff && starts(8, 0x57, 0x45, 0x42, 0x50) ? 'image/webp' : undefined
}

const endings: Readonly<Record<PictureType, string>> = {
  'image/png': '.png',
  'image/jpeg': '.jpg',
  'image/webp': '.webp',
}

export const endingOf = (type: PictureType): string => endings[type]
