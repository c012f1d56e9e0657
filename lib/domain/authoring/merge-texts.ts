import { diffTokens, type Hunk } from '#lib/domain/authoring/diff-tokens'
import type { SourceChange } from '#lib/domain/curriculum/source/source-change'

/** A piece of two texts put together: settled, or written differently by both. */
export type MergedPiece =
  | { readonly kind: 'settled'; readonly text: string }
  | { readonly kind: 'conflict'; readonly mine: string; readonly theirs: string }

type Tokens = readonly string[]

const linesOf = (text: string): Tokens => text.match(/[^\n]*\n|[^\n]+$/g) ?? []
const wordsOf = (text: string): Tokens => text.match(/\s*\S+|\s+$/g) ?? []

type Side = 'mine' | 'theirs'
type Sided = Hunk & { readonly side: Side }
/** A stretch of the base that one of them or both changed. */
type Stretch = { from: number; to: number; hunks: Sided[] }

/** Changes side by side each stand for themselves; two insertions at one place belong together. */
const touches = (stretch: Stretch, { aFrom, aTo }: Hunk) =>
  aFrom < stretch.to || (stretch.from === stretch.to && aFrom === aTo && aFrom === stretch.to)

function stretchesOf(mine: readonly Hunk[], theirs: readonly Hunk[]): readonly Stretch[] {
  const sided: Sided[] = [
    ...mine.map((hunk) => ({ ...hunk, side: 'mine' as const })),
    ...theirs.map((hunk) => ({ ...hunk, side: 'theirs' as const })),
  ]
  const found: Stretch[] = []
  for (const hunk of sided.sort((a, b) => a.aFrom - b.aFrom || a.aTo - b.aTo)) {
    const last = found.at(-1)
    if (last && touches(last, hunk)) {
      last.to = Math.max(last.to, hunk.aTo)
      last.hunks.push(hunk)
    } else found.push({ from: hunk.aFrom, to: hunk.aTo, hunks: [hunk] })
  }
  return found
}

/** What one of them makes of a stretch of the base. */
function versionOf(base: Tokens, text: Tokens, { from, to, hunks }: Stretch, side: Side): string {
  const pieces: string[] = []
  let at = from
  for (const hunk of hunks) {
    if (hunk.side !== side) continue
    pieces.push(...base.slice(at, hunk.aFrom), ...text.slice(hunk.bFrom, hunk.bTo))
    at = hunk.aTo
  }
  return [...pieces, ...base.slice(at, to)].join('')
}

type Refine = (base: string, mine: string, theirs: string) => readonly MergedPiece[]

function settle(stretch: Stretch, base: string, mine: string, theirs: string, refine: Refine) {
  const settled = (text: string): readonly MergedPiece[] => [{ kind: 'settled', text }]
  if (mine === theirs || theirs === base) return settled(mine)
  if (mine === base) return settled(theirs)
  // Both put something at one place and took nothing away: both stay.
  return stretch.from === stretch.to ? settled(theirs + mine) : refine(base, mine, theirs)
}

function mergeTokens(base: Tokens, mine: Tokens, theirs: Tokens, refine: Refine): readonly MergedPiece[] {
  const pieces: MergedPiece[] = []
  let at = 0
  for (const stretch of stretchesOf(diffTokens(base, mine), diffTokens(base, theirs))) {
    pieces.push({ kind: 'settled', text: base.slice(at, stretch.from).join('') })
    const original = base.slice(stretch.from, stretch.to).join('')
    const own = versionOf(base, mine, stretch, 'mine')
    pieces.push(...settle(stretch, original, own, versionOf(base, theirs, stretch, 'theirs'), refine))
    at = stretch.to
  }
  return [...pieces, { kind: 'settled', text: base.slice(at).join('') }]
}

const asConflict: Refine = (_, mine, theirs) => [{ kind: 'conflict', mine, theirs }]
const byWords: Refine = (base, mine, theirs) =>
  mergeTokens(wordsOf(base), wordsOf(mine), wordsOf(theirs), asConflict)

/**
 * What two people made of one text, put together: by lines first, and by words where both changed the same lines. What both
 * added at one place stays, theirs first. Only words that both changed, each in another way, are a conflict.
 */
export function mergeTexts(base: string, mine: string, theirs: string): readonly MergedPiece[] {
  return mergeTokens(linesOf(base), linesOf(mine), linesOf(theirs), byWords).filter(
    (piece) => piece.kind === 'conflict' || piece.text !== '',
  )
}

export type Choice = Side | 'both'

const chosen = (choice: Choice, mine: string, theirs: string): string => {
  if (choice === 'both') return `${theirs}${/\s$/.test(theirs) || /^\s/.test(mine) ? '' : ' '}${mine}`
  return choice === 'mine' ? mine : theirs
}

/** One text of the pieces; conflicts as chosen. */
export const mergedText = (pieces: readonly MergedPiece[], choice: Choice): string =>
  pieces
    .map((piece) => (piece.kind === 'settled' ? piece.text : chosen(choice, piece.mine, piece.theirs)))
    .join('')

export const hasConflict = (pieces: readonly MergedPiece[]): boolean =>
  pieces.some(({ kind }) => kind === 'conflict')

/** The changes that make one text of another, as few as words allow: whoever writes elsewhere in it keeps the place. */
export function changesBetween(before: string, after: string): readonly SourceChange[] {
  const a = wordsOf(before)
  const b = wordsOf(after)
  const places = [0]
  for (const token of a) places.push((places.at(-1) ?? 0) + token.length)
  return diffTokens(a, b).map(({ aFrom, aTo, bFrom, bTo }) => ({
    from: places[aFrom] ?? 0,
    to: places[aTo] ?? 0,
    insert: b.slice(bFrom, bTo).join(''),
  }))
}
