import { autocompletion, closeBrackets, completionKeymap } from '@codemirror/autocomplete'
import { defaultKeymap, history, historyKeymap, redo, undo } from '@codemirror/commands'
import { markdown } from '@codemirror/lang-markdown'
import { lintGutter, lintKeymap, setDiagnostics } from '@codemirror/lint'
import { EditorState, Prec, Transaction } from '@codemirror/state'
import { EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view'
import { editorLook } from '#components/editor/editor-look'
import { pasting } from '#components/editor/pasting'
import { completionsAfter } from '#lib/domain/curriculum/source/completion'
import type { ComponentForm, RegisterChoices } from '#lib/domain/curriculum/source/component-form'
import { endList } from '#lib/domain/curriculum/source/markdown-tools'
import type { SourceChange, SourceEdit } from '#lib/domain/curriculum/source/source-change'

export type ShownProblem = {
  readonly line: number
  readonly column: number
  readonly message: string
  readonly severity: 'error' | 'info'
}

export type CodeEditor = {
  text(): string
  selected(): { readonly from: number; readonly to: number }
  /** A change of the author's own, which can be undone; the editor gets the focus. */
  apply(edit: SourceEdit): void
  /** What somebody else wrote: the cursor keeps its place, and undoing does not undo it. */
  take(changes: readonly SourceChange[]): void
  show(problems: readonly ShownProblem[]): void
  goTo(line: number, column: number): void
  undo(): void
  redo(): void
  close(): void
}

type Options = {
  readonly text: string
  readonly label: string
  readonly isEditable: boolean
  readonly forms: readonly ComponentForm[]
  readonly choices: RegisterChoices
  /** Called when the author has changed the text. */
  readonly onChange: () => void
  /** Called when anybody has changed the text. */
  readonly onText: () => void
  /** Called when the text or the place in it has changed. */
  readonly onPlace: () => void
}

const completion = ({ forms, choices }: Options) =>
  autocompletion({
    override: [
      ({ state, pos }) => {
        const found = completionsAfter(state.sliceDoc(0, pos), forms, choices)
        if (!found) return null
        const options = found.options.map(({ label, detail, insert }) => ({
          label,
          detail: detail.slice(0, 60),
          apply: insert,
        }))
        return { from: found.from, options, validFor: /^[\w-]*$/ }
      },
    ],
  })

function endListHere({ state, dispatch }: EditorView): boolean {
  const { from, empty } = state.selection.main
  const edit = empty && !state.readOnly ? endList(state.doc.toString(), from) : null
  if (!edit) return false
  dispatch(
    state.update({
      changes: [...edit.changes],
      selection: { anchor: edit.select.from },
      scrollIntoView: true,
      userEvent: 'input',
    }),
  )
  return true
}

function extensions(options: Options) {
  const { label, isEditable, onChange, onText, onPlace } = options
  return [
    lineNumbers(),
    highlightActiveLine(),
    history(),
    closeBrackets(),
    lintGutter(),
    markdown({ completeHTMLTags: false }),
    completion(options),
    editorLook,
    EditorView.lineWrapping,
    ...(isEditable ? [pasting] : []),
    EditorState.readOnly.of(!isEditable),
    EditorView.contentAttributes.of({ 'aria-label': label, spellcheck: 'true' }),
    Prec.high(keymap.of([{ key: 'Enter', run: endListHere }])),
    // Tab is nobody's here: it leads out of the editor, as everywhere on the page.
    keymap.of([...completionKeymap, ...lintKeymap, ...historyKeymap, ...defaultKeymap]),
    EditorView.updateListener.of((update) => {
      const isOwn = update.transactions.some(
        (each) => each.docChanged && !each.annotation(Transaction.remote),
      )
      if (isOwn) onChange()
      if (update.docChanged) onText()
      if (update.docChanged || update.selectionSet) onPlace()
    }),
  ]
}

function diagnosticOf(state: EditorState, { line, column, message, severity }: ShownProblem) {
  const row = state.doc.line(Math.min(line, state.doc.lines))
  const from = Math.min(row.from + column - 1, row.to)
  const word = /^\S+/.exec(row.text.slice(from - row.from))?.[0].length ?? 0
  return { from, to: from + word, severity, message }
}

/**
 * An editor of a lesson's source. It stands in a shadow tree, where its styles are objects of script and no elements: the
 * page's policy, which allows no styles in line, stays as strict as it is.
 */
export function openCodeEditor(host: HTMLElement, options: Options): CodeEditor {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' })
  const state = EditorState.create({ doc: options.text, extensions: extensions(options) })
  const view = new EditorView({ state, parent: root, root })
  return {
    text: () => view.state.doc.toString(),
    selected: () => view.state.selection.main,
    apply({ changes, select }) {
      view.dispatch({
        changes: [...changes],
        selection: { anchor: select.from, head: select.to },
        scrollIntoView: true,
      })
      view.focus()
    },
    take(changes) {
      if (changes.length === 0) return
      const annotations = [Transaction.remote.of(true), Transaction.addToHistory.of(false)]
      view.dispatch({ changes: [...changes], annotations })
    },
    show(problems) {
      view.dispatch(
        setDiagnostics(
          view.state,
          problems.map((problem) => diagnosticOf(view.state, problem)),
        ),
      )
    },
    goTo(line, column) {
      const { from } = diagnosticOf(view.state, { line, column, message: '', severity: 'error' })
      view.dispatch({ selection: { anchor: from }, scrollIntoView: true })
      view.focus()
    },
    undo: () => void undo(view),
    redo: () => void redo(view),
    close: () => view.destroy(),
  }
}
