import { diffTokens } from '#lib/domain/authoring/diff-tokens'
import { type ProseToken, proseTokens } from '#lib/domain/authoring/differences/prose-tokens'

/** Words that stayed, came or went. The sources of `same` and `removed` are the text before, of `same` and `added` the one after. */
export type Piece = { readonly kind: 'same' | 'added' | 'removed'; readonly tokens: readonly ProseToken[] }

/** A stretch of paragraphs that stayed as they are, or one in which something changed. */
export type Segment =
  | { readonly kind: 'same'; readonly text: string }
  | { readonly kind: 'changed'; readonly pieces: readonly Piece[] }

export const sourceOf = ({ tokens }: Pick<Piece, 'tokens'>) => tokens.map(({ source }) => source).join('')

/** Where two texts share fewer of their words than this, one is shown gone and the other come, and not a mosaic of both. */
const fewestShared = 0.35

/** What differs between two short texts, by words. */
export function wordDifferences(before: string, after: string): readonly Piece[] {
  const a = proseTokens(before)
  const b = proseTokens(after)
  const hunks = diffTokens(
    a.map(({ source }) => source),
    b.map(({ source }) => source),
  )
  const pieces: Piece[] = []
  let at = 0
  for (const { aFrom, aTo, bFrom, bTo } of hunks) {
    add(pieces, 'same', a.slice(at, aFrom))
    add(pieces, 'removed', a.slice(aFrom, aTo))
    add(pieces, 'added', b.slice(bFrom, bTo))
    at = aTo
  }
  add(pieces, 'same', a.slice(at))
  return isMosaic(pieces) ? apart(a, b) : pieces
}

function add(pieces: Piece[], kind: Piece['kind'], tokens: readonly ProseToken[]) {
  if (tokens.length > 0) pieces.push({ kind, tokens })
}

function apart(a: readonly ProseToken[], b: readonly ProseToken[]): readonly Piece[] {
  const pieces: Piece[] = []
  add(pieces, 'removed', a)
  add(pieces, 'added', b)
  return pieces
}

const wordsIn = (pieces: readonly Piece[], kind: Piece['kind']) =>
  pieces
    .filter((piece) => piece.kind === kind)
    .flatMap(({ tokens }) => tokens)
    .filter(({ source }) => /[\p{L}\p{N}]/u.test(source)).length

function isMosaic(pieces: readonly Piece[]): boolean {
  const same = wordsIn(pieces, 'same')
  const longer = same + Math.max(wordsIn(pieces, 'added'), wordsIn(pieces, 'removed'))
  return same < longer * fewestShared
}

/** Paragraphs with the empty lines after them: one after the other they are the text. */
const paragraphsOf = (text: string): readonly string[] => text.match(/[\s\S]+?(?:\n[ \t]*(?=\n)\n+|$)/g) ?? []

/** What differs between two texts of several paragraphs: paragraphs first, and words in those that changed. */
export function proseDifferences(before: string, after: string): readonly Segment[] {
  const a = paragraphsOf(before)
  const b = paragraphsOf(after)
  const segments: Segment[] = []
  const keep = (text: string) => {
    if (text !== '') segments.push({ kind: 'same', text })
  }
  let at = 0
  for (const { aFrom, aTo, bFrom, bTo } of diffTokens(a, b)) {
    keep(a.slice(at, aFrom).join(''))
    const pieces = wordDifferences(a.slice(aFrom, aTo).join(''), b.slice(bFrom, bTo).join(''))
    segments.push({ kind: 'changed', pieces })
    at = aTo
  }
  keep(a.slice(at).join(''))
  return segments
}
