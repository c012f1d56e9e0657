/** What a camera of today gives, and little more. */
export const mostUploadedBytes = 12_000_000
export const mostPixels = 50_000_000
export const longestSide = 20_000

/** A lesson is read on slow phones: a picture takes no longer than its text. The same limit as for shipped pictures. */
export const mostStoredBytes = 500_000
/** Longer sides, until the picture is small enough. The first is twice the width of a column, for screens of fine dots. */
export const storedSides = [1600, 1200, 900, 600]

export type PictureRefusal =
  | 'picture-empty'
  | 'picture-too-large'
  /** SVG: it can carry scripts. */
  | 'picture-drawing'
  /** Neither PNG nor JPEG nor WebP, such as HEIC or GIF. */
  | 'picture-unknown'
  | 'picture-too-many-pixels'
  | 'picture-moves'
  | 'picture-broken'
  | 'picture-takes-too-long'
  /** Too many others wait. */
  | 'pictures-busy'
