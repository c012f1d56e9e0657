import { type Answer, askServer } from '#components/editor/ask-server'
import type { CodeEditor } from '#components/editor/code-editor'
import {
  type Choice,
  changesBetween,
  hasConflict,
  type MergedPiece,
  mergedText,
  mergeTexts,
} from '#lib/domain/authoring/merge-texts'

/** The text of a lesson as the server has it. */
export type StoredText = { readonly revision: number; readonly source: string }
type Changes = {
  readonly revision: number
  readonly source: string | null
  readonly others: readonly string[]
}

export type SyncState = {
  readonly saving: 'saved' | 'saving' | 'not-saved' | 'signed-out' | 'refused'
  /** Key of the words for a refusal. */
  readonly refusal: string | null
  readonly others: readonly string[]
  /** What both changed in different ways; null where there is no such thing. */
  readonly conflict: readonly MergedPiece[] | null
}

type Options = {
  readonly editor: Pick<CodeEditor, 'text' | 'take'>
  readonly stored: StoredText
  readonly addresses: { readonly text: string; readonly changes: string }
  readonly onState: (change: Partial<SyncState>) => void
}

// Saved within a second of the last key, and within two while somebody types on and on.
const quietMs = 600
const longestMs = 1500
const againMs = 2000
const changesEveryMs = 3000

/** Keeps the text of an editor and the server's together, one request at a time. Nothing that anybody wrote is lost. */
export class LessonSync {
  readonly #options: Options
  #base: StoredText
  #conflict: { readonly common: string; readonly theirs: StoredText } | null = null
  #queue: Promise<unknown> = Promise.resolve()
  #quiet: ReturnType<typeof setTimeout> | undefined
  #latest: ReturnType<typeof setTimeout> | undefined
  readonly #asking: ReturnType<typeof setInterval>
  #isStopped = false

  constructor(options: Options) {
    this.#options = options
    this.#base = options.stored
    this.#asking = setInterval(() => {
      if (!document.hidden) this.#inTurn(() => this.#readChanges())
    }, changesEveryMs)
    document.addEventListener('visibilitychange', this.#onHidden)
  }

  /** The author has changed the text: it is saved soon. */
  changed() {
    clearTimeout(this.#quiet)
    this.#options.onState({ saving: 'saving' })
    this.#quiet = setTimeout(() => this.#saveInTurn(), quietMs)
    this.#latest ??= setTimeout(() => this.#saveInTurn(), longestMs)
  }

  /** Settles what both changed in different ways. */
  resolve(choice: Choice) {
    if (!this.#conflict) return
    const { editor, onState } = this.#options
    const { common, theirs } = this.#conflict
    const mine = editor.text()
    const text = mergedText(mergeTexts(common, mine, theirs.source), choice)
    this.#conflict = null
    this.#base = theirs
    editor.take(changesBetween(mine, text))
    onState({ conflict: null })
    this.changed()
  }

  stop() {
    this.#isStopped = true
    clearTimeout(this.#quiet)
    clearTimeout(this.#latest)
    clearInterval(this.#asking)
    document.removeEventListener('visibilitychange', this.#onHidden)
  }

  readonly #onHidden = () => {
    if (document.hidden) this.#saveInTurn()
  }

  #inTurn(work: () => Promise<void>) {
    this.#queue = this.#queue.then(() => (this.#isStopped ? undefined : work()))
  }

  #saveInTurn() {
    this.#inTurn(() => this.#save())
  }

  #isSaved() {
    return this.#options.editor.text() === this.#base.source
  }

  async #save() {
    const { editor, addresses, onState } = this.#options
    clearTimeout(this.#quiet)
    clearTimeout(this.#latest)
    this.#latest = undefined
    if (this.#conflict) return
    if (this.#isSaved()) return onState({ saving: 'saved' })
    onState({ saving: 'saving' })
    const sent = editor.text()
    const fields = { source: sent, revision: String(this.#base.revision) }
    const answer = await askServer<StoredText>(addresses.text, fields)
    if (answer.kind !== 'done') return this.#notSaved(answer)
    this.#take(answer.value, sent)
    onState({ saving: this.#isSaved() ? 'saved' : 'saving' })
  }

  async #notSaved(answer: Exclude<Answer<StoredText>, { kind: 'done' }>) {
    const { onState } = this.#options
    if (answer.kind === 'refused' && answer.words === 'lesson-changed-elsewhere') return this.#readChanges()
    if (answer.kind === 'refused') return onState({ saving: 'refused', refusal: answer.words })
    onState({ saving: answer.kind === 'lost' ? 'not-saved' : 'signed-out' })
    this.#latest ??= setTimeout(() => this.#saveInTurn(), againMs)
  }

  async #readChanges() {
    const { addresses, onState } = this.#options
    const known = this.#conflict?.theirs.revision ?? this.#base.revision
    const answer = await askServer<Changes>(addresses.changes, { revision: String(known) })
    if (answer.kind !== 'done') return
    const { revision, source, others } = answer.value
    onState({ others })
    if (source !== null) this.#take({ revision, source }, this.#conflict?.common ?? this.#base.source)
  }

  /** Puts the server's text and the editor's together; `common` is what both began with. */
  #take(theirs: StoredText, common: string) {
    const { editor, onState } = this.#options
    const mine = editor.text()
    const pieces = mergeTexts(common, mine, theirs.source)
    this.#conflict = hasConflict(pieces) ? { common, theirs } : null
    onState({ conflict: this.#conflict ? pieces : null })
    if (this.#conflict) return
    this.#base = theirs
    editor.take(changesBetween(mine, mergedText(pieces, 'mine')))
    if (!this.#isSaved()) this.changed()
  }
}
