import { useState } from 'react'
import type { CodeEditor } from '#components/editor/code-editor'
import { type Asked, ComponentDialog } from '#components/editor/component-dialog'
import type { FieldsAround } from '#components/editor/component-fields'
import { filled } from '#components/editor/editor-words'
import { type AttributeValue, changeAttributes } from '#lib/domain/curriculum/source/change-attributes'
import type { ComponentForm, FilledComponent } from '#lib/domain/curriculum/source/component-form'
import { insertBlock, insertInline } from '#lib/domain/curriculum/source/component-text'
import { type SourceTag, sourceTags, tagAround } from '#lib/domain/curriculum/source/source-tags'

type PaletteProps = {
  readonly editor: CodeEditor
  readonly forms: readonly ComponentForm[]
  readonly around: FieldsAround
  /** Of the component in whose tag the cursor stands. */
  readonly tagName: string | undefined
}

/** The first of c1, c2, … that no check of the text has. */
function freeCheckId(source: string): string {
  const taken = sourceTags(source).flatMap(({ name, attributes }) =>
    name === 'Check' ? attributes.filter((each) => each.name === 'id').map(({ value }) => value) : [],
  )
  let number = 1
  while (taken.includes(`c${number}`)) number += 1
  return `c${number}`
}

function newOne(form: ComponentForm, editor: CodeEditor): Asked {
  const { from, to } = editor.selected()
  const given = form.name === 'Check' ? [['id', freeCheckId(editor.text())] as const] : []
  return { form, tag: null, given: new Map(given), hasWords: form.text === 'inlines' && from < to }
}

function insert(editor: CodeEditor, form: ComponentForm, component: FilledComponent) {
  const { from, to } = editor.selected()
  const source = editor.text()
  editor.apply(
    form.place === 'inline'
      ? insertInline(source, { from, to }, component, form.text === 'inlines')
      : insertBlock(source, to, component),
  )
}

function change(editor: CodeEditor, tag: SourceTag, values: Readonly<Record<string, AttributeValue>>) {
  // The text may have changed under the open form: the tag is taken where it stands now, or not at all.
  const source = editor.text()
  const now = sourceTags(source).find((each) => each.from === tag.from && each.name === tag.name)
  if (!now) return
  editor.apply({ changes: changeAttributes(now, values), select: { from: now.from + 1, to: now.from + 1 } })
}

/** Every component that stands by itself, as a button that opens its form; and the form of the one at the cursor. */
export function Palette({ editor, forms, around, tagName }: PaletteProps) {
  const [asked, setAsked] = useState<Asked | null>(null)
  const { palette, components } = around.words
  const here = forms.find(({ name, fields }) => name === tagName && fields.length > 0)
  const open = (form: ComponentForm) => {
    const tag = tagAround(editor.text(), editor.selected().from)
    const given = new Map(tag?.attributes.map(({ name, value }) => [name, value]))
    if (tag) setAsked({ form, tag, given, hasWords: false })
  }
  return (
    <fieldset className="flex flex-wrap gap-2">
      <legend className="sr-only">{palette.label}</legend>
      {forms
        .filter(({ place }) => place !== 'part')
        .map((form) => (
          <button
            className="button-quiet px-3 text-sm"
            key={form.name}
            onClick={() => setAsked(newOne(form, editor))}
            type="button"
          >
            + {components[form.name] ?? form.name}
          </button>
        ))}
      {here && (
        <button className="button-quiet border-accent px-3 text-sm" onClick={() => open(here)} type="button">
          {filled(palette.change, { part: components[here.name] ?? here.name })}
        </button>
      )}
      {asked && (
        <ComponentDialog
          around={around}
          asked={asked}
          forms={forms}
          onChange={(place, values) => change(editor, place, values)}
          onClose={() => setAsked(null)}
          onInsert={(component) => insert(editor, asked.form, component)}
        />
      )}
    </fieldset>
  )
}
