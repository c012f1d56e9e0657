import { useState } from 'react'
import type { EditorWords } from '#components/editor/editor-words'

type GonePanelProps = {
  readonly text: () => string
  readonly words: EditorWords['gone']
}

/** What to do with a text whose lesson somebody else has removed meanwhile. */
export function GonePanel({ text, words }: GonePanelProps) {
  const [outcome, setOutcome] = useState('')
  const copy = async () => {
    try {
      // Browsers give the clipboard to addresses with https only.
      await navigator.clipboard.writeText(text())
      setOutcome(words.copied)
    } catch {
      setOutcome(words.notCopied)
    }
  }
  return (
    <section
      aria-labelledby="gone-heading"
      className="border-danger bg-danger-soft rounded-xl border-2 p-4"
      role="alert"
    >
      <h2 className="text-lg" id="gone-heading">
        {words.heading}
      </h2>
      <p className="mt-1">{words.explanation}</p>
      <div className="mt-3 flex flex-wrap items-center gap-3">
        <button className="button-quiet" onClick={() => void copy()} type="button">
          {words.copy}
        </button>
        <span role="status">{outcome}</span>
      </div>
    </section>
  )
}
