import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { create, type Font } from 'fontkit'
import { invariant } from '#lib/domain/invariant'

/** A font that can be embedded: its file's bytes, and the same read by fontkit, which knows its glyphs and widths. */
export type ShelfFont = { readonly name: string; readonly bytes: Buffer; readonly font: Font }

/** Fonts in the order in which they are asked for a character. */
export type FontShelf = { readonly regular: readonly ShelfFont[]; readonly bold: readonly ShelfFont[] }

// Every script has a regular font; bold is for our own words, in Latin, Greek and Cyrillic.
const regularFiles = [
  'NotoSans-Regular.ttf',
  'NotoSansArabic-Regular.ttf',
  'NotoSansHebrew-Regular.ttf',
  'NotoSansDevanagari-Regular.ttf',
  'NotoSansBengali-Regular.ttf',
  'NotoSansGurmukhi-Regular.ttf',
  'NotoSansGujarati-Regular.ttf',
  'NotoSansTamil-Regular.ttf',
  'NotoSansTelugu-Regular.ttf',
  'NotoSansKannada-Regular.ttf',
  'NotoSansMalayalam-Regular.ttf',
  'NotoSansSinhala-Regular.ttf',
  'NotoSansThai-Regular.ttf',
  'NotoSansLao-Regular.ttf',
  'NotoSansKhmer-Regular.ttf',
  'NotoSansArmenian-Regular.ttf',
  'NotoSansGeorgian-Regular.ttf',
  'NotoSansEthiopic-Regular.ttf',
  'NotoSansCJKsc-Regular.otf',
]

const shelves = new Map<string, FontShelf>()

/**
 * The fonts of `public/fonts/noto`, about 5 MB, read once for each process.
 *
 * @param folder where the font files lie. Throws when one is missing.
 */
export function fontShelf(folder: string): FontShelf {
  const known = shelves.get(folder)
  if (known) return known
  const regular = regularFiles.map((file) => readFont(folder, file))
  const shelf = { regular, bold: [readFont(folder, 'NotoSans-Bold.ttf'), ...regular.slice(1)] }
  shelves.set(folder, shelf)
  return shelf
}

function readFont(folder: string, file: string): ShelfFont {
  const bytes = readFileSync(join(folder, file))
  const font = create(bytes)
  invariant('layout' in font, 'a font file holds one font')
  return { name: file.replace(/\.[a-z]+$/, ''), bytes, font }
}
