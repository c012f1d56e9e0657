import { encode } from 'uqr'

/** A QR code drawn by one path of squares, one unit a module, on a white square of `size` by `size` units. */
export type QrPath = { readonly d: string; readonly size: number }

/**
 * SVG path data, so that a page can draw it as `<path d>` without raw HTML and a PDF can draw the same shape. Dark
 * modules of a row are joined, since hairlines between squares confuse some readers.
 *
 * @param text what the code says; throws when it is longer than a QR code holds (about 2,300 bytes).
 * @param quietZone white modules on each side; the standard asks for four.
 */
export function qrPath(text: string, quietZone = 4): QrPath {
  const { data, size } = encode(text, { ecc: 'M', border: quietZone })
  const d = data
    .flatMap((row, y) => darkRuns(row).map(([x, width]) => `M${x} ${y}h${width}v1h-${width}z`))
    .join('')
  return { d, size }
}

function darkRuns(row: readonly boolean[]): [start: number, width: number][] {
  const runs: [number, number][] = []
  row.forEach((dark, x) => {
    const last = runs.at(-1)
    if (dark && last && last[0] + last[1] === x) last[1] += 1
    else if (dark) runs.push([x, 1])
  })
  return runs
}
