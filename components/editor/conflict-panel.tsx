import type { EditorWords } from '#components/editor/editor-words'
import type { Choice, MergedPiece } from '#lib/domain/authoring/merge-texts'

type ConflictPanelProps = {
  readonly pieces: readonly MergedPiece[]
  readonly words: EditorWords['conflict']
  readonly onChoose: (choice: Choice) => void
}

/** Both versions of what two people changed at once. Nothing is saved over either until somebody chooses. */
export function ConflictPanel({ pieces, words, onChoose }: ConflictPanelProps) {
  const choices = [
    ['both', words.keepBoth],
    ['mine', words.keepMine],
    ['theirs', words.keepTheirs],
  ] as const
  return (
    <section
      aria-labelledby="conflict-heading"
      className="border-danger bg-danger-soft rounded-xl border-2 p-4"
      role="alert"
    >
      <h2 className="text-lg" id="conflict-heading">
        {words.heading}
      </h2>
      <p className="mt-1">{words.explanation}</p>
      <ul className="mt-3 space-y-3">
        {pieces.map((piece, index) =>
          piece.kind === 'settled' ? null : (
            // biome-ignore lint/suspicious/noArrayIndexKey: a piece has no other name than its place
            <li className="grid gap-3 sm:grid-cols-2" key={index}>
              <Version heading={words.theirs} nothing={words.nothing} text={piece.theirs} />
              <Version heading={words.mine} nothing={words.nothing} text={piece.mine} />
            </li>
          ),
        )}
      </ul>
      <div className="mt-3 flex flex-wrap gap-3">
        {choices.map(([choice, label]) => (
          <button className="button-quiet" key={choice} onClick={() => onChoose(choice)} type="button">
            {label}
          </button>
        ))}
      </div>
    </section>
  )
}

type VersionProps = { readonly heading: string; readonly text: string; readonly nothing: string }

function Version({ heading, text, nothing }: VersionProps) {
  return (
    <div className="bg-raised rounded-lg p-3">
      <p className="font-semibold">{heading}</p>
      <p className="mt-1 break-words whitespace-pre-wrap">{text.trim() === '' ? nothing : text.trim()}</p>
    </div>
  )
}
