/** One replacement in a text; places are UTF-16 offsets of the text as it was. */
export type SourceChange = { readonly from: number; readonly to: number; readonly insert: string }

/** Changes that belong together, and what is selected in the text afterwards. */
export type SourceEdit = {
  readonly changes: readonly SourceChange[]
  readonly select: { readonly from: number; readonly to: number }
}

/** The text with all changes made; they do not overlap. Everything between them stays byte for byte. */
export function applyChanges(source: string, changes: readonly SourceChange[]): string {
  const inOrder = [...changes].sort((a, b) => a.from - b.from || a.to - b.to)
  const pieces: string[] = []
  let at = 0
  for (const { from, to, insert } of inOrder) {
    pieces.push(source.slice(at, from), insert)
    at = to
  }
  return pieces.join('') + source.slice(at)
}
