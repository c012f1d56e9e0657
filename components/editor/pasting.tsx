import { EditorView } from '@codemirror/view'
import { insertPasted, isFormatted, plainPasted } from '#lib/domain/curriculum/source/pasted'

/** Puts it over what is selected, as one step that can be undone. */
function put(view: EditorView, text: string) {
  const { from, to } = view.state.selection.main
  const { changes, select } = insertPasted(view.state.doc.toString(), { from, to }, text)
  view.dispatch({
    changes: [...changes],
    selection: { anchor: select.from, head: select.to },
    scrollIntoView: true,
    userEvent: 'input.paste',
  })
}

/** What a word processor copied keeps its headings, lists and bold words; the code for it comes when somebody pastes. */
const formatted = EditorView.domEventHandlers({
  paste(event, view) {
    const html = event.clipboardData?.getData('text/html') ?? ''
    if (!isFormatted(html)) return false
    const plain = plainPasted(event.clipboardData?.getData('text/plain') ?? '')
    event.preventDefault()
    void import('#components/editor/pasted-words')
      .then(({ lessonSourceOf }) => lessonSourceOf(html) || plain)
      // Without a connection, or where nobody can make sense of it, the words come as they are.
      .catch(() => plain)
      .then((text) => put(view, text))
    return true
  },
})

export const pasting = [formatted, EditorView.clipboardInputFilter.of(plainPasted)]
