import { type SubmitEvent, useEffect, useRef, useState } from 'react'
import { ComponentFields, type FieldsAround } from '#components/editor/component-fields'
import { filled } from '#components/editor/editor-words'
import { attributesIn, filledIn, type PartCounts, partPrefix } from '#components/editor/fill-form'
import type { AttributeValue } from '#lib/domain/curriculum/source/change-attributes'
import type { ComponentForm, FilledComponent, PartForm } from '#lib/domain/curriculum/source/component-form'
import type { SourceTag } from '#lib/domain/curriculum/source/source-tags'

/** A new component, or one that stands in the text. */
export type Asked = {
  readonly form: ComponentForm
  readonly tag: SourceTag | null
  /** What a new one begins with. */
  readonly given: ReadonlyMap<string, string | true | undefined>
  /** Words are selected that it will hold. */
  readonly hasWords: boolean
}

type ComponentDialogProps = {
  readonly asked: Asked
  readonly forms: readonly ComponentForm[]
  readonly around: FieldsAround
  readonly onInsert: (filled: FilledComponent) => void
  readonly onChange: (tag: SourceTag, values: Readonly<Record<string, AttributeValue>>) => void
  readonly onClose: () => void
}

/** The form of one component. It is a dialog of the browser's own: Escape closes it, and the focus stays in it. */
export function ComponentDialog({ asked, forms, around, onInsert, onChange, onClose }: ComponentDialogProps) {
  const { form, tag, given, hasWords } = asked
  const { palette, components } = around.words
  const dialog = useRef<HTMLDialogElement>(null)
  const [counts, setCounts] = useState<PartCounts>(() =>
    Object.fromEntries(form.parts.map(({ name, least }) => [name, least])),
  )
  useEffect(() => dialog.current?.showModal(), [])
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    // Closed first: under an open dialog the editor could not take the focus.
    dialog.current?.close()
    if (tag) onChange(tag, attributesIn(form, data, ''))
    else onInsert(filledIn(form, forms, data, counts))
  }
  const name = components[form.name] ?? form.name
  return (
    <dialog
      aria-labelledby="component-heading"
      className="border-line bg-raised text-ink m-auto w-full max-w-xl rounded-xl border p-5 backdrop:bg-black/50"
      onClose={onClose}
      ref={dialog}
    >
      <form className="space-y-4" onSubmit={submit}>
        <h2 id="component-heading">{name}</h2>
        <ComponentFields around={around} form={form} given={given} prefix="" />
        {!tag &&
          form.parts.map((part) => (
            <Parts
              around={around}
              count={counts[part.name] ?? part.least}
              forms={forms}
              key={part.name}
              onCount={(count) => setCounts({ ...counts, [part.name]: count })}
              part={part}
            />
          ))}
        {!(tag || hasWords) && <OwnText form={form} prefix="" words={palette} />}
        <div className="flex flex-wrap gap-3">
          <button className="button" type="submit">
            {tag ? palette.save : palette.insert}
          </button>
          <button className="button-quiet" onClick={() => dialog.current?.close()} type="button">
            {palette.cancel}
          </button>
        </div>
      </form>
    </dialog>
  )
}

type OwnTextProps = {
  readonly form: ComponentForm
  readonly prefix: string
  readonly words: FieldsAround['words']['palette']
}

/** The text that a component holds, as plain words: one line becomes one paragraph. */
function OwnText({ form, prefix, words }: OwnTextProps) {
  if (form.text === 'none') return null
  const id = `${prefix}text-of`
  return (
    <div>
      <label className="mb-1 block font-medium" htmlFor={id}>
        {words.text}
      </label>
      <p className="text-muted mb-1 text-sm" id={`${id}-hint`}>
        {words.textHint}
      </p>
      <textarea
        aria-describedby={`${id}-hint`}
        className="field"
        id={id}
        name={id}
        required
        rows={form.text === 'blocks' ? 4 : 1}
      />
    </div>
  )
}

type PartsProps = {
  readonly part: PartForm
  readonly forms: readonly ComponentForm[]
  readonly count: number
  readonly onCount: (count: number) => void
  readonly around: FieldsAround
}

function Parts({ part: { name, least, most }, forms, count, onCount, around }: PartsProps) {
  const form = forms.find((each) => each.name === name)
  if (!form) return null
  const { palette, components } = around.words
  const label = components[name] ?? name
  return (
    <>
      {Array.from({ length: count }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a part has no other name than its number
        <fieldset className="border-line space-y-3 rounded-lg border p-3" key={index}>
          <legend className="px-1 font-medium">{most === 1 ? label : `${label} ${index + 1}`}</legend>
          <ComponentFields around={around} form={form} prefix={partPrefix(name, index)} />
          <OwnText form={form} prefix={partPrefix(name, index)} words={palette} />
        </fieldset>
      ))}
      {least < most && (
        <div className="flex flex-wrap gap-3">
          {count < most && (
            <button className="button-quiet" onClick={() => onCount(count + 1)} type="button">
              {filled(palette.add, { part: label })}
            </button>
          )}
          {count > least && (
            <button className="button-quiet" onClick={() => onCount(count - 1)} type="button">
              {filled(palette.remove, { part: label })}
            </button>
          )}
        </div>
      )}
    </>
  )
}
