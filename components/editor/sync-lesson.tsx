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

/** Why what stands in the editor is not on the server. */
type Trouble = 'not-saved' | 'signed-out' | 'gone' | 'refused'

export type SyncState = {
  readonly saving: 'saved' | 'saving' | Trouble
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
  /** What was sent without hearing what became of it. It may be saved, and must not be taken for somebody else's words. */
  #unheard: string | null = null
  #trouble: Trouble | null = null
  #isAsked = false
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
    window.addEventListener('online', this.#onConnected)
    window.addEventListener('beforeunload', this.#onLeaving)
  }

  /** The author has changed the text: it is saved soon. */
  changed() {
    clearTimeout(this.#quiet)
    this.#sayUnsaved()
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
    window.removeEventListener('online', this.#onConnected)
    window.removeEventListener('beforeunload', this.#onLeaving)
  }

  readonly #onHidden = () => {
    if (document.hidden) this.#saveInTurn()
  }

  readonly #onConnected = () => this.#saveInTurn()

  /**
   * A page that is left still sends what it has, unless something stands in the way: then the browser asks. The way out is
   * never asked anything: it has hidden the page by then.
   */
  readonly #onLeaving = (event: BeforeUnloadEvent) => {
    const isHeldUp = this.#trouble !== null || this.#conflict !== null || this.#isAsked
    if (isHeldUp && !this.#isSaved() && !document.documentElement.hidden) event.preventDefault()
  }

  /** What stood in the way is said until it is out of the way: somebody who types on must not take the text for saved. */
  #sayUnsaved() {
    this.#options.onState({ saving: this.#trouble ?? 'saving' })
  }

  #inTurn(work: () => Promise<unknown>) {
    this.#queue = this.#queue.then(() => (this.#isStopped ? undefined : work()))
  }

  #saveInTurn() {
    this.#inTurn(() => this.#save())
  }

  #isSaved() {
    return this.#options.editor.text() === this.#base.source
  }

  async #save() {
    const { editor, addresses } = this.#options
    clearTimeout(this.#quiet)
    clearTimeout(this.#latest)
    this.#latest = undefined
    const isUnsure = this.#unheard !== null || this.#trouble === 'gone'
    if (isUnsure && !(await this.#readChanges())) return
    if (this.#conflict) return
    if (this.#isSaved()) return this.#isHeard()
    this.#sayUnsaved()
    const sent = editor.text()
    const fields = { source: sent, revision: String(this.#base.revision) }
    this.#isAsked = true
    const answer = await askServer<StoredText>(addresses.text, fields)
    this.#isAsked = false
    if (answer.kind === 'lost') this.#unheard = sent
    if (answer.kind !== 'done') return this.#notSaved(answer)
    this.#take(answer.value, sent)
    this.#isHeard()
  }

  /** Nothing stands in the way any more. */
  #isHeard() {
    this.#trouble = null
    this.#options.onState({ saving: this.#isSaved() ? 'saved' : 'saving' })
  }

  async #notSaved(answer: Exclude<Answer<StoredText>, { kind: 'done' }>) {
    if (answer.kind === 'refused' && answer.words === 'lesson-changed-elsewhere') {
      await this.#readChanges()
      return
    }
    this.#trouble = answer.kind === 'lost' ? 'not-saved' : answer.kind
    this.#options.onState({
      saving: this.#trouble,
      refusal: answer.kind === 'refused' ? answer.words : null,
    })
    if (answer.kind !== 'refused') this.#latest ??= setTimeout(() => this.#saveInTurn(), againMs)
  }

  /** False where nothing was heard. */
  async #readChanges(): Promise<boolean> {
    const { addresses, onState } = this.#options
    const known = this.#conflict?.theirs.revision ?? this.#base.revision
    const answer = await askServer<Changes>(addresses.changes, { revision: String(known) })
    if (answer.kind !== 'done') {
      if (answer.kind === 'gone' || !this.#isSaved()) await this.#notSaved(answer)
      return false
    }
    const { revision, source, others } = answer.value
    onState({ others })
    const own = source === this.#unheard ? source : null
    this.#unheard = null
    const common = own ?? this.#conflict?.common ?? this.#base.source
    if (source !== null) this.#take({ revision, source }, common)
    return true
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
