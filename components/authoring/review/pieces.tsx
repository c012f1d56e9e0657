import { getTranslations } from 'next-intl/server'
import type { Piece } from '#lib/domain/authoring/differences/prose-differences'
import type { ProseToken } from '#lib/domain/authoring/differences/prose-tokens'

type PiecesProps = { readonly pieces: readonly Piece[] }

/** Words that stayed, went and came, in their order. What went and came says so in words, too, for who does not see the marks. */
export async function Pieces({ pieces }: PiecesProps) {
  const t = await getTranslations('differences')
  const named = (name: string) => t('component', { name })
  return (
    <span className="wrap-anywhere whitespace-pre-line">
      {pieces.map((piece, index) => {
        const words = wordsOf(piece.tokens, named)
        const key = `${index}-${piece.kind}`
        if (piece.kind === 'same') return <span key={key}>{words}</span>
        return (
          <Marked kind={piece.kind} key={key} label={`[${t(piece.kind)}: `}>
            {words}
          </Marked>
        )
      })}
    </span>
  )
}

type MarkedProps = {
  readonly kind: 'added' | 'removed'
  readonly label: string
  readonly children: string
}

function Marked({ kind, label, children }: MarkedProps) {
  const words = (
    <>
      <span className="text-xs font-semibold">{label}</span>
      {children}]
    </>
  )
  return kind === 'added' ? (
    <ins className="bg-good-soft decoration-2">{words}</ins>
  ) : (
    <del className="bg-danger-soft decoration-2">{words}</del>
  )
}

/** As a reader reads it; where only signs changed that a reader does not see, the signs. */
function wordsOf(tokens: readonly ProseToken[], named: (name: string) => string): string {
  const words = tokens
    .map(({ shown }) => (typeof shown === 'string' ? shown : `${named(shown.component)} `))
    .join('')
  return words.trim() === '' ? tokens.map(({ source }) => source).join('') : words
}
