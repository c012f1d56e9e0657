/** What is read of a token: its words, or the name of the component that begins there. Empty for signs that only mark. */
type Shown = string | { readonly component: string }

/** The smallest thing that is compared. The sources of all tokens of a text, one after the other, are the text. */
export type ProseToken = { readonly source: string; readonly shown: Shown }

const tag = /<\/?[A-Za-z][^<>]*>/g
const insideTag = /^<\/?[A-Za-z]+|\/?>$|[A-Za-z]+="|"|\s+|[^\s"]+/g
const insideProse = /^#{1,6} |[\p{L}\p{N}]+(?:['’.,:/-][\p{L}\p{N}]+)*|\s+|[*_\\]+|[^\p{L}\p{N}\s*_\\]/gmu

function tagToken(source: string): ProseToken {
  const opened = /^<([A-Za-z]+)$/.exec(source)?.[1]
  if (opened) return { source, shown: { component: opened } }
  if (/^<\/|^\/?>$/.test(source)) return { source, shown: ' ' }
  if (/="$/.test(source)) return { source, shown: ': ' }
  return { source, shown: source === '"' ? '' : source }
}

function proseToken(source: string): ProseToken {
  return { source, shown: /^(?:#+ |[*_\\]+)$/.test(source) ? '' : source }
}

const matches = (text: string, pattern: RegExp) => text.match(pattern) ?? []

/** A text of a lesson in words, spaces and signs; what stands in a tag is read apart, so that a changed word in it shows. */
export function proseTokens(text: string): readonly ProseToken[] {
  const tokens: ProseToken[] = []
  let at = 0
  for (const found of text.matchAll(tag)) {
    tokens.push(...matches(text.slice(at, found.index), insideProse).map(proseToken))
    tokens.push(...matches(found[0], insideTag).map(tagToken))
    at = found.index + found[0].length
  }
  return [...tokens, ...matches(text.slice(at), insideProse).map(proseToken)]
}
