'use client'

import { useEffect, useRef, useState } from 'react'
import type { CodeEditor, openCodeEditor as OpenCodeEditor } from '#components/editor/code-editor'
import { ConflictPanel } from '#components/editor/conflict-panel'
import { type EditorWords, filled } from '#components/editor/editor-words'
import { Figures, Findings } from '#components/editor/findings'
import { GonePanel } from '#components/editor/gone-panel'
import { Palette } from '#components/editor/palette'
import { type PreviewAround, PreviewPane } from '#components/editor/preview-pane'
import { LessonSync, type StoredText, type SyncState } from '#components/editor/sync-lesson'
import { Toolbar } from '#components/editor/toolbar'
import { type Preview, usePreview } from '#components/editor/use-preview'
import type { ComponentForm, RegisterChoices } from '#lib/domain/curriculum/source/component-form'
import { tagAround } from '#lib/domain/curriculum/source/source-tags'
import type { Language } from '#lib/domain/language'

export type LessonEditorProps = {
  readonly stored: StoredText
  readonly isEditable: boolean
  /** The plain form holds a text that was refused: it is for its author to put right before anything else. */
  readonly isPlain: boolean
  readonly addresses: { readonly text: string; readonly changes: string; readonly preview: string }
  readonly forms: readonly ComponentForm[]
  readonly choices: RegisterChoices
  readonly preview: Preview
  readonly around: PreviewAround
  readonly language: Language
  readonly others: readonly string[]
  readonly words: EditorWords
  /** Words of refusals, by their key. */
  readonly refusals: Readonly<Record<string, string>>
  /** The id of the form that does the same without a script. */
  readonly formId: string
}

/** The editor of a lesson over the page's plain form, which it hides: without a script the form is what there is. */
export function LessonEditor(props: LessonEditorProps) {
  const { stored, words, refusals, forms, choices, around, addresses } = props
  const host = useRef<HTMLDivElement>(null)
  const editorRef = useRef<CodeEditor>(null)
  const [editor, setEditor] = useState<CodeEditor | null>(null)
  const [tagName, setTagName] = useState<string>()
  const [sync, setSync] = useState<LessonSync | null>(null)
  const [state, setState] = useState<SyncState>({
    saving: 'saved',
    refusal: null,
    others: props.others,
    conflict: null,
  })
  const text = useRef(() => editorRef.current?.text() ?? stored.source)
  const { preview, isStale, changed } = usePreview(addresses.preview, props.preview, text.current)
  useOpenEditor({ props, host, editorRef, setEditor, setTagName, setSync, setState, previewChanged: changed })
  useEffect(() => {
    const problems = preview.problems.map((each) => ({ ...each, severity: 'error' as const }))
    const advice = preview.advice.map((each) => ({ ...each, severity: 'info' as const }))
    editor?.show([...problems, ...advice])
  }, [editor, preview])
  return (
    <div className="space-y-4">
      {editor && props.isEditable && (
        <>
          <Toolbar editor={editor} words={words.toolbar} />
          <Palette around={{ words, choices }} editor={editor} forms={forms} tagName={tagName} />
        </>
      )}
      {state.conflict && sync && (
        <ConflictPanel
          onChoose={(choice) => sync.resolve(choice)}
          pieces={state.conflict}
          words={words.conflict}
        />
      )}
      {editor && props.isEditable && state.saving === 'gone' && (
        <GonePanel text={() => editor.text()} words={words.gone} />
      )}
      <div className="grid gap-6 lg:grid-cols-2">
        <div className="min-w-0 space-y-3">
          {editor && <p className="text-muted text-sm">{words.keyboardHint}</p>}
          <div ref={host} />
          {editor && (
            <SavingState isEditable={props.isEditable} refusals={refusals} state={state} words={words} />
          )}
          {preview.lesson && (
            <Figures figures={preview.lesson.figures} language={props.language} words={words.figures} />
          )}
          <Findings
            onPlace={editor ? (line, column) => editor.goTo(line, column) : null}
            preview={preview}
            words={words.problems}
          />
        </div>
        <PreviewPane
          around={around}
          canChoose={editor !== null}
          isStale={isStale}
          tree={preview.lesson?.tree ?? null}
          words={words.preview}
        />
      </div>
    </div>
  )
}

type SavingStateProps = {
  readonly state: SyncState
  readonly isEditable: boolean
  readonly words: EditorWords
  readonly refusals: LessonEditorProps['refusals']
}

/** Whether what stands in the editor is saved, and who else writes. */
function SavingState({ state, isEditable, words, refusals }: SavingStateProps) {
  return (
    <p aria-live="polite" className="min-h-6 text-sm" role="status">
      {isEditable ? savingWords(state, words, refusals) : words.states.readOnly}
      {state.others.length > 0 && ` ${filled(words.others, { names: state.others.join(', ') })}`}
    </p>
  )
}

function savingWords(
  { saving, refusal, conflict }: SyncState,
  { states }: EditorWords,
  refusals: LessonEditorProps['refusals'],
): string {
  if (conflict) return states.conflict
  switch (saving) {
    case 'saved':
      return states.saved
    case 'saving':
      return states.saving
    case 'not-saved':
      return states.notSaved
    case 'signed-out':
      return states.signedOut
    case 'gone':
      return states.gone
    case 'refused':
      return `${states.refused} ${refusals[refusal ?? ''] ?? ''}`
  }
}

type Opening = {
  readonly props: LessonEditorProps
  readonly host: React.RefObject<HTMLDivElement | null>
  readonly editorRef: React.RefObject<CodeEditor | null>
  readonly setEditor: (editor: CodeEditor | null) => void
  readonly setTagName: (name: string | undefined) => void
  readonly setSync: (sync: LessonSync | null) => void
  readonly setState: React.Dispatch<React.SetStateAction<SyncState>>
  readonly previewChanged: () => void
}
type Now = { readonly current: Opening }

/** What was typed into the plain form before the editor's code was here; null where nothing was. */
function typedIn(form: HTMLElement | null): string | null {
  const area = form?.querySelector('textarea')
  return area && area.value !== area.defaultValue ? area.value : null
}

/** The editor with its saving. The plain form goes. */
function open(now: Now, form: HTMLElement | null, openCodeEditor: typeof OpenCodeEditor, host: HTMLElement) {
  const { props, setState } = now.current
  const { stored, words, isEditable, forms, choices, addresses } = props
  const typed = typedIn(form)
  const editor = openCodeEditor(host, {
    text: typed ?? stored.source,
    label: words.source,
    isEditable,
    forms,
    choices,
    onChange: () => sync.changed(),
    onText: () => now.current.previewChanged(),
    onPlace: () => now.current.setTagName(tagAround(editor.text(), editor.selected().from)?.name),
  })
  const onState = (change: Partial<SyncState>) =>
    // Said again with every key: what is the same draws nothing again.
    setState((last) =>
      change.saving === last.saving && Object.keys(change).length === 1 ? last : { ...last, ...change },
    )
  const sync = new LessonSync({ editor, stored, addresses, onState })
  if (isEditable && typed !== null) sync.changed()
  if (form) form.hidden = true
  return { editor, sync }
}

/** Opens the editor once its code is here, and hides the plain form as long as it is open. */
function useOpenEditor(opening: Opening) {
  const now = useRef(opening)
  now.current = opening
  useEffect(() => {
    const { props, host, editorRef, setEditor, setSync } = now.current
    const form = document.getElementById(props.formId)
    let isGone = props.isPlain
    let sync: LessonSync | undefined
    const load = async () => {
      const { openCodeEditor } = await import('#components/editor/code-editor')
      if (isGone || !host.current) return
      const opened = open(now, form, openCodeEditor, host.current)
      sync = opened.sync
      editorRef.current = opened.editor
      setEditor(opened.editor)
      setSync(opened.sync)
    }
    void load()
    return () => {
      isGone = true
      sync?.stop()
      editorRef.current?.close()
      editorRef.current = null
      if (form) form.hidden = false
    }
  }, [])
}
