// Everything a reader cannot see but a browser or another program obeys: controls, what has no width or is not drawn, changes
// of direction, the tags of language in which words can be hidden, and what is no character. The one chooser of glyphs that
// is let through makes a sign a coloured picture.
const hidden =
  /(?![\t\n\r]|\uFE0F)[\p{Cc}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\u2028\u2029\u2800\uFFF9-\uFFFB]/u
const everyHidden = new RegExp(hidden, 'gu')

/** The code point of the first character that a reader cannot see, as U+XXXX. Undefined when all can be seen. */
export function hiddenCharacter(text: string): { at: number; name: string } | undefined {
  const found = hidden.exec(text)
  if (!found) return undefined
  const code = found[0].codePointAt(0) ?? 0
  return { at: found.index, name: `U+${code.toString(16).toUpperCase().padStart(4, '0')}` }
}

/** The text without them: what another program put into it is nothing that its author wrote. */
export const withoutHidden = (text: string): string => text.replace(everyHidden, '')
