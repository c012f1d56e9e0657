import { gapAfter, gapBefore } from '#lib/domain/curriculum/source/component-text'
import { withoutHidden } from '#lib/domain/curriculum/source/hidden-characters'
import type { SourceEdit } from '#lib/domain/curriculum/source/source-change'

const structure =
  /<(?:h[1-6]|[uo]l|table|blockquote|b|strong|i|em|a)\b|mso-list|font-weight:\s*(?:bold|[67]00)/i
// What a program for source text copies is its own markup: the text beside it is what was meant.
const sourceText = /white-space:\s*pre(?!-wrap)|font-family:[^;"']*(?:monospace|consolas|courier|menlo)/i

/** Whether what was copied has headings, lists or the like that a lesson can keep. `html` is what stands beside the plain text. */
export const isFormatted = (html: string): boolean => structure.test(html) && !sourceText.test(html)

/** Plain text from elsewhere: its typed bullets are a list, and it holds no character that nobody sees. */
export const plainPasted = (text: string): string =>
  withoutHidden(text.replace(/\r\n?/g, '\n'))
    .replace(/\u00A0/g, ' ')
    .replace(/^[ \t]*[•▪◦‣●○■·][ \t]+/gm, '- ')

/** In place of what is selected: within the line where it is one paragraph, on lines of its own where it is more. */
export function insertPasted(source: string, { from, to }: SourceEdit['select'], text: string): SourceEdit {
  const isBlock = /\n|^(?:#|- |\d+\. |> )/.test(text)
  const before = (isBlock ? gapAfter(source.slice(0, from)) : '') + text
  const cursor = from + before.length
  return {
    changes: [{ from, to, insert: before + (isBlock ? gapBefore(source.slice(to)) : '') }],
    select: { from: cursor, to: cursor },
  }
}
