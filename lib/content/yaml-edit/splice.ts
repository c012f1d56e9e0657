import type { YamlSource } from '#lib/content/yaml-edit/yaml-source'

/** A text that is put in the place of another: from `from` up to and without `to`. */
export type Splice = { readonly from: number; readonly to: number; readonly text: string }

/** Undefined is for what stands so that no splice of ours would leave the rest as it is. */
export type Splices = readonly Splice[] | undefined

/** Whole lines, put where a line begins or, at the end of a file whose last line is not ended, on a line of their own. */
export function linesAt({ text, lineEnd }: YamlSource, at: number, lines: string): Splice {
  const isOpenEnd = at > 0 && text[at - 1] !== '\n'
  return { from: at, to: at, text: isOpenEnd ? lineEnd + lines : lines + lineEnd }
}
