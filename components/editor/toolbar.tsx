import type { CodeEditor } from '#components/editor/code-editor'
import type { EditorWords } from '#components/editor/editor-words'
import { insertLink, lineTools, toggleLines, toggleMark } from '#lib/domain/curriculum/source/markdown-tools'

type ToolbarProps = { readonly editor: CodeEditor; readonly words: EditorWords['toolbar'] }

/** What Markdown can do, for whoever does not know its signs. Every button is reached by Tab. */
export function Toolbar({ editor, words }: ToolbarProps) {
  const mark = (sign: string) => () =>
    editor.apply(toggleMark(editor.text(), editor.selected(), sign, words.words))
  const tools = [
    { name: 'bold', act: mark('**') },
    { name: 'italic', act: mark('*') },
    ...lineTools.map((name) => ({
      name,
      act: () => editor.apply(toggleLines(editor.text(), editor.selected(), name)),
    })),
    { name: 'link', act: () => editor.apply(insertLink(editor.text(), editor.selected(), words.words)) },
    { name: 'undo', act: () => editor.undo() },
    { name: 'redo', act: () => editor.redo() },
  ] as const
  return (
    <fieldset className="flex flex-wrap gap-2">
      <legend className="sr-only">{words.label}</legend>
      {tools.map(({ name, act }) => (
        <button className="button-quiet px-3 text-sm" key={name} onClick={act} type="button">
          {words[name]}
        </button>
      ))}
    </fieldset>
  )
}
